package org.obhut.search;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * BM25 by a document's own words alone: how many other documents have a word, or how long they are, would tell of tickets that whoever
 * asks may not read.
 */
final class EvenWeights extends BM25Similarity {

    private static final float SATURATION = 1.2f;
    private static final float LENGTH = 0.3f;
    private static final float USUAL_LENGTH = 300;

    EvenWeights() {
        super(SATURATION, LENGTH);
    }

    @Override
    protected float idf(long documents, long all) {
        return 1;
    }

    @Override
    protected float avgFieldLength(CollectionStatistics statistics) {
        return USUAL_LENGTH;
    }
}
