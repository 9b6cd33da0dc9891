package org.obhut.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obhut.codelist.CodeLists;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.TooLarge;
import org.obhut.ticket.TicketRow;
import org.obhut.ticket.Unfilled;

/**
 * What every page needs beside its own content: language, times, the form token, who is signed in.
 *
 * @param lists by which calls and tickets are described, as they are today
 * @param version of the assets, part of their addresses so that they can be cached for good
 * @param token against forged forms; every form that posts carries it
 * @param visitor who is signed in, null on the sign-in page
 * @param here the page's own path with its query, for the language switch and the way back after sign-in
 * @param demo whether this is the demo, whose passphrase is public
 * @param notice ending of the key of the text that says what was just done or refused, null where there is nothing to say
 * @param onceKey makes a form's second post, by a double click, the same as its first
 */
public record Frame(
        Texts texts,
        Moments moments,
        CodeLists lists,
        String version,
        FormToken token,
        @Nullable Visitor visitor,
        String here,
        boolean demo,
        @Nullable String notice,
        String onceKey) {

    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\u061c\\u200e\\u200f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

    /** Begins the keys of texts that say why something was not done. */
    static final String REFUSED = "refused.";

    /** Name and value of the hidden field that shows a form to be ours. */
    public record FormToken(String name, String value) {}

    /** The text of a key; short, since templates are full of it. */
    public String t(String key, Object... places) {
        return texts.text(key, places);
    }

    /** Whether the notice says that something was not done. */
    public boolean refused() {
        return texts.has(REFUSED + notice);
    }

    /** What was just done, or why it was not. */
    public String noticeText() {
        return t((refused() ? REFUSED : "done.") + notice);
    }

    public Language language() {
        return texts.language();
    }

    public String asset(String path) {
        return "/assets/" + path + "?v=" + version;
    }

    /** A value as part of an address's query. */
    public String query(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** This page in another language. */
    public String in(Language other) {
        return here + (here.contains("?") ? "&" : "?") + "lang=" + other.tag();
    }

    public Due due(TicketRow row) {
        return moments.due(row);
    }

    /** The tag of a known language that is not the console's own; empty where no {@code lang} attribute is needed. */
    public Optional<String> foreign(String tag) {
        boolean known = !tag.isBlank() && !tag.equals("und");
        return known && !tag.equals(language().tag()) ? Optional.of(tag) : Optional.empty();
    }

    /** A language's name in the console's language; empty where it is unknown. */
    public Optional<String> languageName(String tag) {
        String name = tag.equals("und")
                ? ""
                : Locale.forLanguageTag(tag).getDisplayLanguage(language().locale());
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    /** Why a mail is in quarantine. */
    public String reason(String reason) {
        return texts.has("quarantine.reason." + reason)
                ? t("quarantine.reason." + reason)
                : t("quarantine.reason.other");
    }

    /** The label of a field of the call form. */
    public String callField(String field) {
        return texts.has("call." + field) ? t("call." + field) : field;
    }

    /** What is wrong with a field, and what would be right; for what is too large, how large it is and how large it may be. */
    public String wrong(InvalidInput wrong) {
        return wrong instanceof TooLarge large
                ? t("wrong.too-large", size(large.size()), size(large.limit()))
                : wrong(wrong.reason());
    }

    /** What is wrong with a field, and what would be right. */
    public String wrong(@Nullable String reason) {
        return texts.has("wrong." + reason) ? t("wrong." + reason) : t("wrong.other");
    }

    /** Why a reply or a note was not taken; what was written is still there. */
    public String trouble(InvalidInput wrong) {
        if (wrong instanceof TooLarge large) {
            return t("trouble.too-large", size(large.size()), size(large.limit()));
        }
        if (wrong instanceof Unfilled unfilled) {
            return t("trouble.unfilled", unfilled.place());
        }
        return t(texts.has("trouble." + wrong.reason()) ? "trouble." + wrong.reason() : "trouble.invalid");
    }

    /** Words of a stranger within a line of ours: without control characters and the marks that turn the line around (UAX 9). */
    public String line(String words) {
        return UNSEEN.matcher(words).replaceAll("");
    }

    /** A file's size: {@code 184 KB}. */
    public String size(long bytes) {
        return bytes < 1_000_000
                ? t("size.kb", Math.max(1, Math.round(bytes / 1_000.0)))
                : t("size.mb", Math.round(bytes / 100_000.0) / 10.0);
    }
}
