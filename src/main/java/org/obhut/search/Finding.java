package org.obhut.search;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;
import org.obhut.search.Excerpt.Piece;
import org.obhut.search.Search.Filters;
import org.obhut.search.Search.Order;
import org.obhut.ticket.Folder;

/** One search over the index, within what one session may find. */
final class Finding {

    private static final Sort NEWEST = new Sort(new SortField(Field.AT, SortField.Type.LONG, true));
    private static final Sort BEST =
            new Sort(SortField.FIELD_SCORE, new SortField(Field.AT, SortField.Type.LONG, true));

    /** A found ticket as the index has it. */
    record Match(UUID ticket, List<Piece> subject, List<Excerpt> excerpts) {}

    /** @param total of all, not of this page */
    record Matches(long total, List<Match> page) {}

    private final Reading reading;
    private final Instant now;

    Finding(Reading reading, Instant now) {
        this.reading = reading;
        this.now = now;
    }

    /** @param team its id, null for any @param among only these documents, null for all */
    Matches find(
            IndexSearcher searcher,
            Search search,
            Input input,
            @Nullable UUID team,
            @Nullable Set<Long> among,
            int skip,
            int most)
            throws IOException {
        var all = new BooleanQuery.Builder();
        all.add(words(input), Occur.MUST);
        all.add(new Findable(reading, now, among), Occur.FILTER);
        filters(all, search.filters(), team);
        Sort sort = search.order() == Order.NEWEST || !input.asks() ? NEWEST : BEST;
        TopDocs top =
                searcher.search(all.build(), new TopFieldCollectorManager(sort, skip + most, null, Integer.MAX_VALUE));
        var excerpts = new Excerpts(new Queries(Map.of(Field.TEXT, 1f)).marks(input));
        List<Match> page = new ArrayList<>();
        for (int i = skip; i < top.scoreDocs.length; i++) {
            page.add(match(searcher, top.scoreDocs[i], excerpts));
        }
        return new Matches(top.totalHits.value, page);
    }

    private static Query words(Input input) {
        return input.parts().isEmpty() && input.hints().isEmpty()
                ? new MatchAllDocsQuery()
                : new Queries(Queries.EVERYWHERE).of(input);
    }

    private static Match match(IndexSearcher searcher, ScoreDoc hit, Excerpts excerpts) throws IOException {
        Document document = searcher.storedFields().document(hit.doc);
        return new Match(UUID.fromString(document.get(Field.ID)), excerpts.subject(document), excerpts.of(document));
    }

    private void filters(BooleanQuery.Builder all, Filters filters, @Nullable UUID team) {
        if (filters.folder() != Folder.SPAM) {
            exact(all, Field.SPAM, "false");
        }
        exact(all, Field.TEAM, team);
        exact(all, Field.ASSIGNEE, filters.assignee());
        exact(all, Field.ASSIGNEE, filters.mine() ? reading.caller.name() : null);
        exact(all, Field.LANGUAGE, filters.language());
        exact(all, Field.CHANNEL, filters.channel());
        exact(all, Field.HAS_FILES, filters.files() ? "true" : null);
        if (filters.from() != null || filters.to() != null) {
            all.add(
                    LongPoint.newRangeQuery(
                            Field.DAY, day(filters.from(), Long.MIN_VALUE), day(filters.to(), Long.MAX_VALUE)),
                    Occur.FILTER);
        }
    }

    private static long day(@Nullable LocalDate day, long otherwise) {
        return day == null ? otherwise : day.toEpochDay();
    }

    private static void exact(BooleanQuery.Builder all, String field, @Nullable Object value) {
        if (value != null) {
            all.add(new TermQuery(new Term(field, value.toString())), Occur.FILTER);
        }
    }

    /** Subjects and names that begin like the last word, of the newest tickets first. */
    Set<String> suggestions(IndexSearcher searcher, String begun, int most) throws IOException {
        Input input = Input.of(begun);
        Set<String> found = new LinkedHashSet<>();
        if (!input.asks() || !begun.equals(begun.stripTrailing())) {
            return found;
        }
        Map<String, Float> named = new LinkedHashMap<>(Map.of(Field.TITLE, 1f, Field.WHO, 1f));
        var all = new BooleanQuery.Builder();
        all.add(new Queries(named).of(input), Occur.MUST);
        all.add(new Findable(reading, now, null), Occur.FILTER);
        exact(all, Field.SPAM, "false");
        TopDocs top = searcher.search(all.build(), new TopFieldCollectorManager(NEWEST, most * 4, null, most * 4));
        var marks = new Excerpts(new Queries(Map.of(Field.TEXT, 1f)).marks(input));
        for (int i = 0; i < top.scoreDocs.length && found.size() < most; i++) {
            Document document = searcher.storedFields().document(top.scoreDocs[i].doc, Set.of(Field.TITLE, Field.WHO));
            marks.lines(document).stream().limit(most - found.size()).forEach(found::add);
        }
        return found;
    }
}
