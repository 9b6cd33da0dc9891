package org.obhut.report;

/** A text in both languages of the console. A released report keeps it, whatever its code is called later. */
public record Label(String german, String english) {

    /** A text that is the same in both. */
    public static Label same(String text) {
        return new Label(text, text);
    }

    /** In the language of a BCP 47 tag: German, else English. */
    public String in(String language) {
        return language.equals("de") || language.startsWith("de-") ? german : english;
    }
}
