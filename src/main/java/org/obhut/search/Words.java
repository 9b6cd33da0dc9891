package org.obhut.search;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Takes a text apart into words (Unicode UAX 29). Each stands there as it is compared, {@link Folding folded}, and at the same place by
 * its stems, each of which names its language, so that a phrase is found as written and a word in other forms too.
 */
final class Words extends Analyzer {

    /** So far apart are the words of two texts of a ticket that no phrase reaches over. */
    private static final int GAP = 100;

    private static final Map<List<String>, Words> BY_LANGUAGES = new ConcurrentHashMap<>();

    private final List<String> languages;

    private Words(List<String> languages) {
        this.languages = languages;
    }

    /** @param languages codes for which {@link Stemmers} has one each */
    static Words in(List<String> languages) {
        return BY_LANGUAGES.computeIfAbsent(languages, Words::new);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream stems = new Stems(words, languages);
        return new TokenStreamComponents(words, stems);
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return GAP;
    }
}
