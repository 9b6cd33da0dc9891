package org.obhut.report;

import java.text.MessageFormat;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;

/** The words of reports, in both languages. */
final class Wording {

    private static final ResourceBundle GERMAN = bundle(Locale.GERMAN);
    private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);

    private Wording() {}

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "org.obhut.report.texts",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The text of a key with its places filled in. @throws java.util.MissingResourceException where there is no such key */
    static Label of(String key, Object... places) {
        Label[] labels = new Label[places.length];
        for (int i = 0; i < places.length; i++) {
            labels[i] = places[i] instanceof Label label ? label : Label.same(String.valueOf(places[i]));
        }
        return new Label(fill(GERMAN, key, labels, Label::german), fill(ENGLISH, key, labels, Label::english));
    }

    private static String fill(ResourceBundle bundle, String key, Label[] places, Function<Label, String> language) {
        Object[] words = new Object[places.length];
        for (int i = 0; i < places.length; i++) {
            words[i] = language.apply(places[i]);
        }
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(words);
    }

    /** A month's name, with its year or without. */
    static Label month(YearMonth month, boolean year) {
        String pattern = year ? "MMMM yyyy" : "MMMM";
        return new Label(
                month.format(DateTimeFormatter.ofPattern(pattern, Locale.GERMAN)),
                month.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)));
    }
}
