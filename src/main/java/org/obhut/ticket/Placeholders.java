package org.obhut.ticket;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places in a text block for words that differ from client to client, such as <code>{{client}}</code>. */
public final class Placeholders {

    private static final Pattern PLACE = Pattern.compile("\\{\\{ {0,3}([^{}\\n]{1,40}?) {0,3}\\}\\}");

    private Placeholders() {}

    /** With what is known put in place; what is not stays, to be seen by the writer. */
    public static String filled(String text, Map<String, String> known) {
        return PLACE.matcher(text).replaceAll(place -> {
            String word = known.getOrDefault(place.group(1), "");
            return Matcher.quoteReplacement(word.isBlank() ? place.group() : word);
        });
    }

    /** @throws Unfilled where a place is left */
    static String filled(String field, String text) {
        Matcher place = PLACE.matcher(text);
        if (place.find()) {
            throw new Unfilled(field, place.group());
        }
        return text;
    }
}
