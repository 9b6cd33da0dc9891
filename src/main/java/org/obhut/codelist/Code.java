package org.obhut.codelist;

import org.jspecify.annotations.Nullable;

/**
 * One value of a code list.
 *
 * @param key the stable English key that is stored; never another one, and never another value's
 * @param group the key of the group it is shown under, null where the list has none
 * @param german the label in German
 * @param english the label in English
 * @param retired whether it is not offered any more; what was said with it before keeps it
 */
public record Code(String key, @Nullable String group, String german, String english, boolean retired) {

    /** One that is offered. */
    public Code(String key, @Nullable String group, String german, String english) {
        this(key, group, german, english, false);
    }

    /** The label in the language of a BCP 47 tag: German, else English. */
    public String label(String language) {
        return language.equals("de") || language.startsWith("de-") ? german : english;
    }

    Code named(String inGerman, String inEnglish) {
        return new Code(key, group, inGerman, inEnglish, retired);
    }

    Code retired(boolean now) {
        return new Code(key, group, german, english, now);
    }
}
