package org.obhut.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a multipart lie (RFC 2046 section 5.1.1).
 *
 * @param pieces start and end of each part
 * @param closed whether the last of them ends at a delimiter
 */
record Multipart(List<int[]> pieces, boolean closed) {

    private static final Multipart NONE = new Multipart(List.of(), true);

    /** What may follow the boundary on its line. */
    private enum Rest {
        /** Blanks, as the RFC lets gateways add them. */
        BLANKS,
        /** Anything after a blank: the RFC's note to implementors. */
        ANYTHING
    }

    /** Finds the parts by the boundary that the header names, else by what looks like one. */
    static Multipart of(byte[] buffer, int from, int to, @Nullable String boundary) {
        boolean named = false;
        if (boundary != null && !boundary.isEmpty()) {
            String usual = boundary.stripTrailing();
            // The RFC lets no boundary end in a blank, yet some are given so and written so.
            for (Attempt attempt : List.of(
                    new Attempt(boundary, Rest.BLANKS),
                    new Attempt(usual, Rest.BLANKS),
                    new Attempt(usual, Rest.ANYTHING))) {
                Multipart found = attempt.on(buffer, from, to);
                if (found != null && !found.pieces().isEmpty()) {
                    return found;
                }
                named |= found != null;
            }
        }
        String seen = named ? null : firstDelimiter(buffer, from, to);
        Multipart guessed = seen == null ? null : new Attempt(seen, Rest.BLANKS).on(buffer, from, to);
        return guessed == null ? NONE : guessed;
    }

    /** One way to read the delimiter lines. */
    private record Attempt(String boundary, Rest rest) {

        /** The parts between delimiter lines, null where there is no such line; the line end before it belongs to the delimiter. */
        @Nullable
        Multipart on(byte[] buffer, int from, int to) {
            byte[] delimiter = ("--" + boundary).getBytes(StandardCharsets.UTF_8);
            List<int[]> pieces = new ArrayList<>();
            int open = -1;
            int at = from;
            int contentBefore = from;
            boolean seen = false;
            while (at < to) {
                int end = Lines.contentEnd(buffer, at, to);
                int next = Lines.next(buffer, end, to);
                int kind = delimiter(buffer, at, end, delimiter, rest);
                if (kind != 0) {
                    seen = true;
                    if (open >= 0) {
                        pieces.add(new int[] {open, Math.max(open, contentBefore)});
                    }
                    open = kind == 1 ? next : -1;
                }
                contentBefore = end;
                at = next;
            }
            if (open >= 0 && open < to) {
                int end = gluedClose(buffer, open, to, delimiter);
                pieces.add(new int[] {open, end < 0 ? to : end});
                return new Multipart(pieces, end >= 0);
            }
            return seen ? new Multipart(pieces, true) : null;
        }
    }

    /** Where the last line goes over into the closing delimiter without a line end, as some scripts write it; -1 where it does not. */
    private static int gluedClose(byte[] buffer, int from, int to, byte[] delimiter) {
        int end = to;
        while (end > from && (buffer[end - 1] == '\n' || buffer[end - 1] == '\r' || buffer[end - 1] == ' ')) {
            end--;
        }
        int start = end - delimiter.length - 2;
        boolean glued = start >= from
                && buffer[end - 1] == '-'
                && buffer[end - 2] == '-'
                && Arrays.equals(buffer, start, end - 2, delimiter, 0, delimiter.length);
        return glued ? start : -1;
    }

    /** 0 no delimiter, 1 between parts, 2 after the last part. */
    private static int delimiter(byte[] buffer, int from, int to, byte[] delimiter, Rest rest) {
        int end = from + delimiter.length;
        if (end > to || !Arrays.equals(buffer, from, end, delimiter, 0, delimiter.length)) {
            return 0;
        }
        boolean close = end + 2 <= to && buffer[end] == '-' && buffer[end + 1] == '-';
        for (int i = close ? end + 2 : end; i < to; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return 0;
            }
            if (rest == Rest.ANYTHING) {
                break;
            }
        }
        return close ? 2 : 1;
    }

    /** The first line that is '--' and a word, followed by a field. */
    private static @Nullable String firstDelimiter(byte[] buffer, int from, int to) {
        for (int at = from; at < to; ) {
            int end = Lines.contentEnd(buffer, at, to);
            int next = Lines.next(buffer, end, to);
            if (end - at > 4 && end - at < 200 && buffer[at] == '-' && buffer[at + 1] == '-') {
                String word = new String(buffer, at + 2, end - at - 2, StandardCharsets.UTF_8).stripTrailing();
                int following = Lines.contentEnd(buffer, next, to);
                String field = new String(buffer, next, Math.min(8, following - next), StandardCharsets.US_ASCII);
                if (word.indexOf(' ') < 0 && (field.equalsIgnoreCase("content-") || following == next)) {
                    return word;
                }
            }
            at = next;
        }
        return null;
    }
}
