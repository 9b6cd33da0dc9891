package org.obhut.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language of the console. German where nothing else is wanted. */
public enum Language {
    DE(Locale.GERMANY, "Deutsch"),
    EN(Locale.UK, "English");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** The language's name in itself, as a language switch shows it. */
    public String ownName() {
        return ownName;
    }

    /** BCP 47 tag. */
    public String tag() {
        return locale.getLanguage();
    }

    static Optional<Language> ofTag(String tag) {
        for (Language language : values()) {
            if (language.tag().equals(tag)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The first of the wanted languages that the console speaks (RFC 9110, section 12.5.4). */
    static Language wanted(List<Locale> wanted) {
        return wanted.stream()
                .flatMap(locale -> ofTag(locale.getLanguage()).stream())
                .findFirst()
                .orElse(DE);
    }
}
