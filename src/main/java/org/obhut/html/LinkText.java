package org.obhut.html;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words of a link say of where it leads. */
final class LinkText {

    /** An address within words, or words that are nothing but one. */
    private static final String NAME = "((?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})\\.){1,10}[\\p{L}]{2,24})";

    private static final Pattern WITHIN = Pattern.compile(
            "(?:https?://(?:[^\\s/@]{1,200}@)?|(?<![\\p{L}\\p{N}.-])(?=www\\.))" + NAME + "(?![\\p{L}\\p{N}])");

    private static final Pattern WHOLE =
            Pattern.compile("(?:[^\\s/@]{1,200}@)?" + NAME + "(?::\\d{1,5})?(?:[/?#]\\S*)?");

    /** Names of files look like those of hosts. */
    private static final Set<String> FILES = Set.of(
            "pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "ppt", "pptx", "jpg", "jpeg", "png", "gif", "htm",
            "html", "php", "asp", "aspx", "jsp", "txt", "csv", "ics", "xml");

    private LinkText() {}

    /** Whether the words name a host to which the link does not lead, or the address is made to be misread. */
    static boolean lies(String words, LinkTarget target) {
        return target.disguised()
                || target.lookalike()
                || named(words).filter(host -> !family(host, target)).isPresent();
    }

    /** The host that the words name, in lower case; empty where they are words. */
    static Optional<String> named(String words) {
        String text = words.replaceAll("\\p{Cf}", "").strip().toLowerCase(Locale.ROOT);
        Matcher within = WITHIN.matcher(text);
        if (within.find()) {
            return Optional.of(within.group(1));
        }
        Matcher whole = WHOLE.matcher(text);
        if (whole.matches()) {
            String host = whole.group(1);
            return FILES.contains(host.substring(host.lastIndexOf('.') + 1)) ? Optional.empty() : Optional.of(host);
        }
        return Optional.empty();
    }

    /** A host and those below it belong together: a text may leave out {@code www} or name the main site. */
    private static boolean family(String named, LinkTarget target) {
        String host =
                LinkTarget.of("http://" + named + '/').map(LinkTarget::host).orElse(named);
        return host.equals(target.host())
                || below(host, target.host())
                || below(target.host(), host)
                || below(host.replaceFirst("^www\\.", ""), target.host().replaceFirst("^www\\.", ""));
    }

    private static boolean below(String lower, String upper) {
        return lower.equals(upper) || lower.endsWith('.' + upper);
    }
}
