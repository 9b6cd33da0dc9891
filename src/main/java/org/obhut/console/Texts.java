package org.obhut.console;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The console's words in one language. A missing key is an error and never shown as its name. */
public final class Texts {

    private static final String BUNDLE = "org.obhut.console.texts";

    private final Language language;
    private final ResourceBundle bundle;

    public Texts(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public Language language() {
        return language;
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /**
     * The text of a key with its places filled in.
     *
     * @throws java.util.MissingResourceException where there is no such key
     */
    public String text(String key, Object... places) {
        String text = bundle.getString(key);
        // Most have neither a place nor a quote, and a page has hundreds of them.
        return text.indexOf('{') < 0 && text.indexOf('\'') < 0
                ? text
                : new MessageFormat(text, language.locale()).format(places);
    }
}
