package org.obhut.search;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.bg.BulgarianStemmer;
import org.apache.lucene.analysis.cz.CzechStemmer;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.German2Stemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SerbianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/** Lucene's stemmers, by the language code of BCP 47. What they give out is for one thread. */
final class Stemmers {

    /** The languages in which the service itself writes. */
    static final List<String> OWN = List.of("de", "en");

    private static final Map<String, Supplier<UnaryOperator<String>>> BY_LANGUAGE = Map.ofEntries(
            entry("ar", snowball(ArabicStemmer::new)),
            entry("bg", () -> {
                var bulgarian = new BulgarianStemmer();
                return word -> cut(word, bulgarian::stem);
            }),
            entry("bs", snowball(SerbianStemmer::new)),
            entry("cs", () -> {
                var czech = new CzechStemmer();
                return word -> cut(word, czech::stem);
            }),
            entry("de", snowball(German2Stemmer::new)),
            entry("el", snowball(GreekStemmer::new)),
            entry("en", snowball(EnglishStemmer::new)),
            entry("es", snowball(SpanishStemmer::new)),
            entry("fr", snowball(FrenchStemmer::new)),
            entry("hr", snowball(SerbianStemmer::new)),
            entry("hu", snowball(HungarianStemmer::new)),
            entry("it", snowball(ItalianStemmer::new)),
            entry("lt", snowball(LithuanianStemmer::new)),
            entry("nl", snowball(DutchStemmer::new)),
            entry("pt", snowball(PortugueseStemmer::new)),
            entry("ro", Stemmers::romanian),
            entry("ru", snowball(RussianStemmer::new)),
            entry("sr", snowball(SerbianStemmer::new)),
            entry("tr", snowball(TurkishStemmer::new)));

    /** Shortens the first so many letters and says how many are left. */
    private interface Cutter {
        int cut(char[] word, int length);
    }

    private Stemmers() {}

    static Set<String> languages() {
        return new TreeSet<>(BY_LANGUAGE.keySet());
    }

    /** The languages by whose rules a text is stemmed: its own, or the service's where that is unknown. */
    static List<String> of(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return BY_LANGUAGE.containsKey(language) ? List.of(language) : OWN;
    }

    static UnaryOperator<String> stemmer(String language) {
        return BY_LANGUAGE.get(language).get();
    }

    private static Supplier<UnaryOperator<String>> snowball(Supplier<SnowballStemmer> made) {
        return () -> {
            SnowballStemmer stemmer = made.get();
            return word -> stemmed(stemmer, word);
        };
    }

    /** Snowball knows the letters with a cedilla alone; people write those with a comma, too. */
    private static UnaryOperator<String> romanian() {
        var stemmer = new RomanianStemmer();
        return word -> stemmed(stemmer, word.replace('ș', 'ş').replace('ț', 'ţ'));
    }

    private static String stemmed(SnowballStemmer stemmer, String word) {
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private static String cut(String word, Cutter cutter) {
        char[] letters = word.toCharArray();
        return new String(letters, 0, cutter.cut(letters, letters.length));
    }
}
