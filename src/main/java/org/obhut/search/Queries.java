package org.obhut.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/** What was typed as a query: every word has to be somewhere in the ticket, in this or another of its forms. */
final class Queries {

    /** Where words are looked for, and how much it counts. */
    static final Map<String, Float> EVERYWHERE = weights();

    private static final float EXACT = 10;
    private static final float BEGUN = 0.5f;
    private static final int FEWEST_BEGUN = 2;

    private final Map<String, Float> fields;

    /** @param fields with their weights */
    Queries(Map<String, Float> fields) {
        this.fields = fields;
    }

    private static Map<String, Float> weights() {
        Map<String, Float> weights = new LinkedHashMap<>();
        weights.put(Field.TITLE, 3f);
        weights.put(Field.WHO, 3f);
        weights.put(Field.FILE, 1.5f);
        weights.put(Field.TEXT, 1f);
        return weights;
    }

    /** All parts. Empty input finds nothing. */
    Query of(Input input) {
        var all = new BooleanQuery.Builder();
        if (!input.asks()) {
            return new MatchNoDocsQuery();
        }
        input.parts().forEach(part -> all.add(of(part), part.without() ? Occur.MUST_NOT : Occur.MUST));
        return all.build();
    }

    /** One of the parts that are looked for: what is to be marked. */
    Query marks(Input input) {
        var any = new BooleanQuery.Builder();
        input.parts().stream().filter(part -> !part.without()).forEach(part -> any.add(of(part), Occur.SHOULD));
        return any.build();
    }

    private Query of(Part part) {
        return switch (part.kind()) {
            case PHRASE -> phrase(part.text());
            case WORD -> word(part);
            case NUMBER -> number(part);
        };
    }

    private Query number(Part part) {
        var any = new BooleanQuery.Builder();
        any.add(word(part), Occur.SHOULD);
        for (String form : PhoneNumbers.forms(part.text())) {
            Query number = part.begun()
                    ? new PrefixQuery(new Term(Field.PHONE, form))
                    : new TermQuery(new Term(Field.PHONE, form));
            any.add(new BoostQuery(new ConstantScoreQuery(number), EXACT), Occur.SHOULD);
        }
        return any.build();
    }

    /** What a word's signs hold together is looked for as its parts, all of them; and as it is among the codes. */
    private Query word(Part part) {
        List<List<String>> places = places(part.text());
        var parts = new BooleanQuery.Builder();
        for (int i = 0; i < places.size(); i++) {
            parts.add(somewhere(places.get(i), part.begun() && i == places.size() - 1), Occur.MUST);
        }
        var any = new BooleanQuery.Builder();
        if (!places.isEmpty()) {
            any.add(parts.build(), Occur.SHOULD);
        }
        Query code = new TermQuery(new Term(Field.CODE, Folding.of(part.text())));
        return any.add(new BoostQuery(new ConstantScoreQuery(code), EXACT), Occur.SHOULD)
                .build();
    }

    private Query somewhere(List<String> forms, boolean begun) {
        return each(field -> {
            var synonyms = new SynonymQuery.Builder(field);
            forms.forEach(form -> synonyms.addTerm(new Term(field, form)));
            String written = forms.get(0);
            if (!begun || written.codePointCount(0, written.length()) < FEWEST_BEGUN) {
                return synonyms.build();
            }
            Query longer = new ConstantScoreQuery(new PrefixQuery(new Term(field, written)));
            return new DisjunctionMaxQuery(List.of(synonyms.build(), new BoostQuery(longer, BEGUN)), 0);
        });
    }

    private Query phrase(String text) {
        List<List<String>> places = places(text);
        if (places.isEmpty()) {
            return new MatchNoDocsQuery();
        }
        return each(field -> {
            var phrase = new PhraseQuery.Builder();
            places.forEach(forms -> phrase.add(new Term(field, forms.get(0))));
            return phrase.build();
        });
    }

    private Query each(Function<String, Query> query) {
        List<Query> queries = new ArrayList<>();
        fields.forEach((field, weight) -> queries.add(new BoostQuery(query.apply(field), weight)));
        return queries.size() == 1
                ? query.apply(fields.keySet().iterator().next())
                : new DisjunctionMaxQuery(queries, 0.1f);
    }

    /** For each word its form as written, and its stems in every language. */
    private static List<List<String>> places(String text) {
        List<List<String>> places = new ArrayList<>();
        try (TokenStream words = Words.in(List.copyOf(ALL)).tokenStream(Field.TEXT, text)) {
            var term = words.getAttribute(CharTermAttribute.class);
            var place = words.getAttribute(PositionIncrementAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                if (place.getPositionIncrement() > 0) {
                    places.add(new ArrayList<>());
                }
                places.get(places.size() - 1).add(term.toString());
            }
            words.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places;
    }

    private static final Set<String> ALL = Stemmers.languages();
}
