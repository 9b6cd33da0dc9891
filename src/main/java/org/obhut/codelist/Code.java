package org.obhut.codelist;

import org.jspecify.annotations.Nullable;

/**
 * One value of a code list.
 *
 * @param key the stable English key that is stored
 * @param group the key of the group it is shown under, null where the list has none
 * @param german the label in German
 * @param english the label in English
 */
public record Code(String key, @Nullable String group, String german, String english) {

    /** The label in the language of a BCP 47 tag: German, else English. */
    public String label(String language) {
        return language.equals("de") || language.startsWith("de-") ? german : english;
    }
}
