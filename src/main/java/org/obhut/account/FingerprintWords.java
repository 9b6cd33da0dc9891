package org.obhut.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The first 66 bits of a key's fingerprint as six words that two people compare by voice. A word is one of 2,048: a first part of 64
 * and a second of 32, so that every word is a compound that can be read aloud; the lists are our own.
 */
public final class FingerprintWords {

    private static final int WORDS = 6;
    private static final int BITS = 11;
    private static final int SECOND_BITS = 5;

    private static final List<String> GERMAN_FIRST = words("""
            Ahorn Apfel Bach Berg Birken Blumen Boden Brief Brot Buchen Burg Dach Distel Dorf Eichen Eis
            Erd Falken Feder Feld Fels Fisch Flachs Fluss Frost Garten Gold Gras Hafen Hagel Halm Hasel
            Herbst Himmel Holz Honig Insel Kalk Kamm Kiesel Klee Korn Kupfer Lampen Laub Linden Mandel Markt
            Meer Mond Moos Morgen Nebel Nuss Pilz Quell Regen Rosen Sand Schilf Segel Silber Stern Wald""");
    private static final List<String> GERMAN_SECOND = words("""
            baum blatt bank boot brunnen dose fass fenster glas haus hut kanne karte kiste koffer korb
            krug licht mauer messer mühle pfad platz rad ring sack stuhl tasche teich tisch turm weg""");
    private static final List<String> ENGLISH_FIRST = words("""
            apple autumn barley beach birch bird bread brick bridge candle castle cedar cherry clay cliff cloud
            clover copper coral corn cotton dawn desert eagle east fern field flint flower forest frost garden
            glass gold grass harbour hazel hill honey island ivory ivy lake lemon linen maple marble meadow
            mint moon moss mountain night north oak ocean olive paper pearl pepper rain river silver summer""");
    private static final List<String> ENGLISH_SECOND = words("""
            basket bell bench boat bottle bowl box button chair clock coat corner cup door drum fence
            gate hat house jar kettle ladder lamp mill path plate ring road spoon table tower wheel""");

    private FingerprintWords() {}

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    /** Six words of a fingerprint (hex) in the language of a locale: German, else English. Two people have to read in the same language. */
    public static List<String> of(String fingerprint, Locale locale) {
        boolean german = locale.getLanguage().equals("de");
        List<String> first = german ? GERMAN_FIRST : ENGLISH_FIRST;
        List<String> second = german ? GERMAN_SECOND : ENGLISH_SECOND;
        List<String> words = new ArrayList<>();
        for (int i = 0; i < WORDS; i++) {
            int bits = bits(fingerprint, i * BITS);
            String joint = german ? "" : "-";
            words.add(first.get(bits >> SECOND_BITS) + joint + second.get(bits & ((1 << SECOND_BITS) - 1)));
        }
        return List.copyOf(words);
    }

    private static int bits(String hex, int from) {
        int bits = 0;
        for (int at = from; at < from + BITS; at++) {
            int digit = Character.digit(hex.charAt(at / 4), 16);
            bits = bits << 1 | digit >> (3 - at % 4) & 1;
        }
        return bits;
    }
}
