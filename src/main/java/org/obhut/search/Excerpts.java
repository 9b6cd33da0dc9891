package org.obhut.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.jspecify.annotations.Nullable;
import org.obhut.search.Excerpt.Piece;
import org.obhut.search.Excerpt.Source;

/** Shows in the words of a document where something was found. */
final class Excerpts {

    private static final int MOST = 2;
    private static final int LETTERS = 160;
    private static final float MIDDLE = 0.5f;

    private final Query marks;

    /** @param marks what is to be marked, over {@link Field#TEXT} */
    Excerpts(Query marks) {
        this.marks = marks;
    }

    /** The ticket's subject, whole. Empty where it has none. */
    List<Piece> subject(Document document) {
        String subject = document.get(Field.SUBJECT);
        if (subject == null || subject.isEmpty()) {
            return List.of();
        }
        List<Piece> marked = marked(subject, languages(document), WholeBreakIterator::new);
        return marked.isEmpty() ? List.of(new Piece(subject, false)) : marked;
    }

    /** At most two: of what was written, the newest first, else of names and files. */
    List<Excerpt> of(Document document) {
        List<Excerpt> found = new ArrayList<>();
        String[] texts = document.getValues(Field.TEXT);
        String[] sources = document.getValues(Field.SOURCE);
        for (int i = 0; i < texts.length && found.size() < MOST; i++) {
            Source source = Source.valueOf(sources[i]);
            boolean own = source == Source.NOTE || source == Source.CALL;
            add(found, source, texts[i], own ? Stemmers.OWN : clients(document));
        }
        if (found.isEmpty()) {
            lines(found, Source.PERSON, document.getValues(Field.WHO));
            lines(found, Source.FILE, document.getValues(Field.FILE));
        }
        return found;
    }

    /** The titles and names in which something was found, as they are. */
    List<String> lines(Document document) {
        return Stream.concat(
                        Arrays.stream(document.getValues(Field.TITLE)),
                        Arrays.stream(document.getValues(Field.WHO)).map(Excerpts::line))
                .filter(line ->
                        !marked(line, Stemmers.OWN, WholeBreakIterator::new).isEmpty())
                .toList();
    }

    private static String line(String spelled) {
        int end = spelled.indexOf(Documents.APART);
        return end < 0 ? spelled : spelled.substring(0, end);
    }

    private void lines(List<Excerpt> found, Source source, String[] lines) {
        Arrays.stream(lines)
                .map(Excerpts::line)
                .takeWhile(line -> found.size() < MOST)
                .forEach(line -> add(found, source, line, Stemmers.OWN));
    }

    private void add(List<Excerpt> found, Source source, String text, List<String> languages) {
        List<Piece> pieces = marked(text, languages, Excerpts::closely);
        if (!pieces.isEmpty()) {
            found.add(new Excerpt(source, pieces));
        }
    }

    /** By which a text of the client's or to the client is taken apart, as when it was put in. */
    private static List<String> clients(Document document) {
        String language = document.get(Field.LANGUAGE);
        return language == null || language.isEmpty() ? Stemmers.OWN : List.of(language);
    }

    private static List<String> languages(Document document) {
        String clients = document.get(Field.LANGUAGE);
        return clients == null || clients.isEmpty()
                ? Stemmers.OWN
                : Stream.concat(Stream.of(clients), Stemmers.OWN.stream())
                        .distinct()
                        .toList();
    }

    private static BreakIterator closely() {
        return LengthGoalBreakIterator.createClosestToLength(
                BreakIterator.getWordInstance(Locale.ROOT), LETTERS, MIDDLE);
    }

    private List<Piece> marked(String text, List<String> languages, Supplier<BreakIterator> breaks) {
        var marker = UnifiedHighlighter.builderWithoutSearcher(Words.in(languages))
                .withBreakIterator(breaks)
                .withFormatter(new Pieces())
                .withMaxNoHighlightPassages(0)
                .withMaxLength(Documents.LONGEST_TEXT)
                .build();
        return found(marker, text);
    }

    private List<Piece> found(UnifiedHighlighter marker, String text) {
        try {
            @Nullable Object pieces = marker.highlightWithoutSearcher(Field.TEXT, marks, text, 1);
            return pieces instanceof Found found ? found.pieces() : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Found(List<Piece> pieces) {}

    /** Gives pieces of text in place of HTML, so that the page escapes them as all else. */
    private static final class Pieces extends PassageFormatter {

        @Override
        public Object format(Passage[] passages, String text) {
            List<Piece> pieces = new ArrayList<>();
            for (Passage passage : passages) {
                int at = passage.getStartOffset();
                for (int i = 0; i < passage.getNumMatches(); i++) {
                    int start = Math.max(at, passage.getMatchStarts()[i]);
                    int end = Math.min(passage.getMatchEnds()[i], passage.getEndOffset());
                    add(pieces, text.substring(at, Math.max(at, start)), false);
                    add(pieces, text.substring(Math.max(at, start), Math.max(start, end)), true);
                    at = Math.max(at, end);
                }
                add(pieces, text.substring(at, Math.max(at, passage.getEndOffset())), false);
            }
            return new Found(pieces);
        }

        private static void add(List<Piece> pieces, String text, boolean found) {
            if (!text.isEmpty()) {
                pieces.add(new Piece(text.replaceAll("\\s+", " "), found));
            }
        }
    }
}
