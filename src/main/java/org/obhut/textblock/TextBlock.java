package org.obhut.textblock;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.obhut.platform.InvalidInput;

/**
 * A text block in one language. Blocks of one prefix say the same in several.
 *
 * @param prefix what is typed after {@code ::} to find it: 1 to 30 letters, digits and hyphens
 * @param language tag of BCP 47
 * @param title what it is about, 1 to 80 characters
 * @param text 1 to 10,000 characters; may hold placeholders such as <code>{{client}}</code>
 */
public record TextBlock(UUID id, String prefix, String language, String title, String text) {

    private static final Pattern PREFIX = Pattern.compile("[\\p{L}\\p{N}-]{1,30}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}");
    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_TEXT = 10_000;

    /** As it may be kept. @throws InvalidInput naming the field */
    TextBlock checked() {
        String name = prefix.strip().toLowerCase(Locale.ROOT);
        if (!PREFIX.matcher(name).matches()) {
            throw new InvalidInput("prefix", name.isEmpty() ? "required" : "block-prefix");
        }
        if (!LANGUAGE.matcher(language).matches()) {
            throw new InvalidInput("language", "unknown-value");
        }
        return new TextBlock(
                id,
                name,
                language,
                filled("title", title.strip(), LONGEST_TITLE),
                filled("text", text.replace("\r\n", "\n").strip(), LONGEST_TEXT));
    }

    private static String filled(String field, String value, int longest) {
        if (value.isEmpty()) {
            throw new InvalidInput(field, "required");
        }
        if (value.length() > longest) {
            throw new InvalidInput(field, "too-long");
        }
        return value;
    }

    boolean saysTheSameAs(TextBlock other) {
        return prefix.equals(other.prefix) && language.equals(other.language);
    }
}
