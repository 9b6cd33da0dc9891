package org.obhut.reading;

/** Cyrillic out of the Latin letters, and the figures for letters that are missing, with which people write it on phones. */
final class Transliteration {

    private static final String[][] LETTERS = {
        {"sht", "щ"}, {"6t", "щ"}, {"zh", "ж"}, {"ch", "ч"}, {"sh", "ш"}, {"ts", "ц"}, {"tz", "ц"}, {"yu", "ю"},
        {"iu", "ю"}, {"ya", "я"}, {"ia", "я"}, {"a", "а"}, {"b", "б"}, {"v", "в"}, {"w", "в"}, {"g", "г"},
        {"d", "д"}, {"e", "е"}, {"j", "ж"}, {"z", "з"}, {"i", "и"}, {"k", "к"}, {"l", "л"}, {"m", "м"},
        {"n", "н"}, {"o", "о"}, {"p", "п"}, {"r", "р"}, {"s", "с"}, {"t", "т"}, {"u", "у"}, {"f", "ф"},
        {"h", "х"}, {"x", "х"}, {"c", "ц"}, {"4", "ч"}, {"6", "ш"}, {"y", "ъ"}, {"q", "я"},
    };

    private Transliteration() {}

    /** Whether a text has no letter that only a language of Latin letters has; stray Cyrillic ones do not matter. */
    static boolean possible(String text) {
        return text.chars().noneMatch(c -> c >= 0xc0 && c < 0x370 || c >= 0x1e00 && c < 0x1f00);
    }

    static String toCyrillic(String text) {
        String cyrillic = Phrases.lower(text);
        for (String[] letter : LETTERS) {
            cyrillic = cyrillic.replace(letter[0], letter[1]);
        }
        return cyrillic;
    }
}
