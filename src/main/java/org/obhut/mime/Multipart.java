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

    /** Finds the parts by the boundary that the header names, else by what looks like one. */
    static Multipart of(byte[] buffer, int from, int to, @Nullable String boundary) {
        if (boundary != null && !boundary.isEmpty()) {
            // The RFC lets no boundary end in a blank, yet some are given so and written so.
            Multipart exact = by(buffer, from, to, boundary);
            Multipart found = exact.pieces().isEmpty() ? by(buffer, from, to, boundary.stripTrailing()) : exact;
            if (!found.pieces().isEmpty()) {
                return found;
            }
        }
        String seen = firstDelimiter(buffer, from, to);
        return seen == null ? NONE : by(buffer, from, to, seen);
    }

    /** The parts between delimiter lines; the line end before a delimiter belongs to the delimiter. */
    private static Multipart by(byte[] buffer, int from, int to, String boundary) {
        byte[] delimiter = ("--" + boundary).getBytes(StandardCharsets.UTF_8);
        List<int[]> pieces = new ArrayList<>();
        int open = -1;
        int at = from;
        int contentBefore = from;
        while (at < to) {
            int end = Lines.contentEnd(buffer, at, to);
            int next = Lines.next(buffer, end, to);
            int kind = delimiter(buffer, at, end, delimiter);
            if (kind != 0) {
                if (open >= 0) {
                    pieces.add(new int[] {open, Math.max(open, contentBefore)});
                }
                open = kind == 1 ? next : -1;
            }
            contentBefore = end;
            at = next;
        }
        if (open >= 0 && open < to) {
            pieces.add(new int[] {open, to});
            return new Multipart(pieces, false);
        }
        return new Multipart(pieces, true);
    }

    /** 0 no delimiter, 1 between parts, 2 after the last part. */
    private static int delimiter(byte[] buffer, int from, int to, byte[] delimiter) {
        int end = from + delimiter.length;
        if (end > to || !Arrays.equals(buffer, from, end, delimiter, 0, delimiter.length)) {
            return 0;
        }
        boolean close = end + 2 <= to && buffer[end] == '-' && buffer[end + 1] == '-';
        for (int i = close ? end + 2 : end; i < to; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return 0;
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
