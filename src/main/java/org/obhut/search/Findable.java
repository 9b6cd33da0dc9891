package org.obhut.search;

import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** The documents that one session may find at this moment: a clause of every query. */
final class Findable extends Query {

    private static final float COST = 5;

    private final Reading reading;
    private final Instant now;
    private final @Nullable Set<Long> among;

    /** @param among only these documents; null for all */
    Findable(Reading reading, Instant now, @Nullable Set<Long> among) {
        this.reading = reading;
        this.now = now;
        this.among = among;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {

            @Override
            public @Nullable Scorer scorer(LeafReaderContext segment) throws IOException {
                NumericDocValues numbers = segment.reader().getNumericDocValues(Field.NUMBER);
                return numbers == null ? null : new ConstantScoreScorer(this, score(), mode, finds(numbers));
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return false;
            }
        };
    }

    private TwoPhaseIterator finds(NumericDocValues numbers) {
        return new TwoPhaseIterator(numbers) {

            @Override
            public boolean matches() throws IOException {
                long number = numbers.longValue();
                return reading.finds(number, now) && (among == null || among.contains(number));
            }

            @Override
            public float matchCost() {
                return COST;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "findable";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Findable one && one.reading == reading && one.now.equals(now) && one.among == among;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(reading);
    }
}
