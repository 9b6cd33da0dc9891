package org.obhut.search;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/** Folds each word and adds its stems at the same place. */
final class Stems extends TokenFilter {

    /** Begins a stem; no word has it. */
    private static final char MARK = '\u0001';

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute place = addAttribute(PositionIncrementAttribute.class);
    private final Map<String, UnaryOperator<String>> stemmers = new LinkedHashMap<>();
    private final Deque<String> waiting = new ArrayDeque<>();
    private @Nullable State word;

    Stems(TokenStream input, List<String> languages) {
        super(input);
        languages.forEach(language -> stemmers.put(language, Stemmers.stemmer(language)));
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!waiting.isEmpty()) {
            restoreState(word);
            term.setEmpty().append(waiting.remove());
            place.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        String small = term.toString().toLowerCase(Locale.ROOT);
        word = captureState();
        String bare = Folding.of(small);
        term.setEmpty().append(bare);
        Set<String> stems = new LinkedHashSet<>();
        // People leave accents out, and a stemmer that looks for them then finds another stem.
        stemmers.forEach((language, stemmer) -> {
            stems.add(MARK + language + Folding.of(stemmer.apply(small)));
            stems.add(MARK + language + Folding.of(stemmer.apply(bare)));
        });
        waiting.addAll(stems);
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        waiting.clear();
    }
}
