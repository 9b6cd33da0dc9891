package org.obhut.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.obhut.ticket.OpenedTicket;

/**
 * The index: Lucene over memory, never committed. Segments are small, so that they can be written anew without what was taken out.
 * Knows no right; {@link Shelf} and {@link Findable} do.
 */
final class TicketIndex implements AutoCloseable {

    private static final double BUFFER_MB = 8;
    private static final double LARGEST_SEGMENT_MB = 8;

    /** Something done with the index as it is now. */
    interface Use<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    private final ByteBuffersDirectory memory = new ByteBuffersDirectory();
    private final IndexWriter writer;
    private final SearcherManager searchers;

    TicketIndex() {
        var segments = new TieredMergePolicy();
        segments.setMaxMergedSegmentMB(LARGEST_SEGMENT_MB);
        segments.setForceMergeDeletesPctAllowed(0);
        segments.setNoCFSRatio(0);
        var config = new IndexWriterConfig(Words.in(Stemmers.OWN))
                .setSimilarity(new EvenWeights())
                .setRAMBufferSizeMB(BUFFER_MB)
                .setMergePolicy(segments)
                .setMergeScheduler(new SerialMergeScheduler())
                .setUseCompoundFile(false)
                .setCommitOnClose(false);
        try {
            writer = new IndexWriter(memory, config);
            searchers = new SearcherManager(writer, new Uncached());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lucene keeps queries, and so people's words, unless told not to. */
    private static final class Uncached extends SearcherFactory {

        @Override
        public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
            var searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new EvenWeights());
            searcher.setQueryCache(null);
            return searcher;
        }
    }

    /** @param assignee sign-in name, empty for nobody */
    void put(long number, OpenedTicket ticket, String assignee) {
        change(() -> writer.updateDocument(term(number), Documents.of(number, ticket, assignee)));
    }

    void remove(long number) {
        change(() -> writer.deleteDocuments(term(number)));
    }

    /** Takes everything out at once. */
    void clear() {
        change(writer::deleteAll);
    }

    /** Lets what was put in and taken out so far be seen. */
    void refresh() {
        change(searchers::maybeRefreshBlocking);
    }

    /** Writes anew, without it, what still has words of something that was taken out. */
    void wipe() {
        change(() -> {
            writer.forceMergeDeletes(true);
            searchers.maybeRefreshBlocking();
            // Files of segments that only the last reader used go with the next look at them.
            writer.deleteUnusedFiles();
        });
    }

    <T> T use(Use<T> use) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return use.with(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes in use, roughly. */
    long bytes() {
        try {
            long bytes = writer.ramBytesUsed();
            for (String file : memory.listAll()) {
                bytes += memory.fileLength(file);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names and bytes of what is kept, for the test that looks for words in them. */
    ByteBuffersDirectory memory() {
        return memory;
    }

    private static Term term(long number) {
        return new Term(Field.KEY, Documents.key(number));
    }

    private interface Change {
        void run() throws IOException;
    }

    private static void change(Change change) {
        try {
            change.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        change(() -> {
            searchers.close();
            writer.rollback();
            memory.close();
        });
    }
}
