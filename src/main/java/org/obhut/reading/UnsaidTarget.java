package org.obhut.reading;

import java.util.regex.Pattern;

/** Where a link leads, as far as its text does not say so already. */
final class UnsaidTarget {

    private static final int LONGEST = 300;
    private static final Pattern SHOWN =
            Pattern.compile("^(https?://|mailto:|tel:|sms:|ftp://).+", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEME =
            Pattern.compile("^(https?://|mailto:|tel:|sms:|ftp://)(www\\.)?", Pattern.CASE_INSENSITIVE);

    private UnsaidTarget() {}

    /** The target in angle brackets, empty where the text shows it, or where it leads nowhere that a person could follow. */
    static String beside(String text, String href) {
        String target = href.strip().replaceAll("[\\s\\p{Cc}\\p{Cf}<>]", "");
        if (text.isBlank() || !SHOWN.matcher(target).matches() || bare(text).equals(bare(target))) {
            return "";
        }
        return " <"
                + (target.length() > LONGEST ? target.substring(0, LONGEST) + "…" : target)
                        .replaceFirst("^(?i)mailto:", "")
                + ">";
    }

    private static String bare(String link) {
        String bare = SCHEME.matcher(link.strip()).replaceFirst("");
        return Phrases.lower(bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare)
                .replaceAll("[\\s\\u00a0]", "");
    }
}
