package org.obhut.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a mail into its parts (RFC 2046). Own reading, because Angus Mail takes its leniency from system properties that
 * belong to the whole container; here every mail is read the same way. A missing, wrong or unclosed boundary costs
 * structure, never the text.
 */
public final class MimeReader {

    /** Real mail stays far below both; what is above is built to hurt. */
    public static final int MAX_DEPTH = 40;

    public static final int MAX_PARTS = 2_000;

    private final int size;
    private int parts;
    private long copied;

    private MimeReader(int size) {
        this.size = size;
    }

    public static MimeEntity read(byte[] mail) throws UnparsableMail {
        return new MimeReader(mail.length).entity(mail, 0, mail.length, "text/plain", 0);
    }

    private MimeEntity entity(byte[] buffer, int from, int to, String defaultType, int depth) throws UnparsableMail {
        if (depth > MAX_DEPTH) {
            throw new UnparsableMail("too-deep");
        }
        if (++parts > MAX_PARTS) {
            throw new UnparsableMail("too-many-parts");
        }
        HeaderFields headers = HeaderFields.read(buffer, from, to);
        ContentField type = ContentField.read(headers.first("content-type").orElse(defaultType));
        if (!type.value().contains("/")) {
            type = new ContentField("text".equals(type.value()) ? "text/plain" : defaultType, type.parameters());
        }
        ContentField disposition =
                ContentField.read(headers.first("content-disposition").orElse(""));
        int body = headers.end();
        if (type.value().startsWith("multipart/")) {
            return multipart(buffer, body, to, headers, type, disposition, depth);
        }
        if (type.value().equals("message/rfc822") || type.value().equals("message/global")) {
            return message(buffer, body, to, headers, type, disposition, depth);
        }
        return new MimeEntity(headers, type, disposition, buffer, body, to, List.of());
    }

    private MimeEntity message(
            byte[] buffer,
            int from,
            int to,
            HeaderFields headers,
            ContentField type,
            ContentField disposition,
            int depth)
            throws UnparsableMail {
        if (from == to) {
            return new MimeEntity(headers, type, disposition, buffer, from, to, List.of());
        }
        MimeEntity inner;
        if (TransferEncoding.encoded(headers.first("content-transfer-encoding").orElse(""))) {
            // RFC 2046 section 5.2.1 forbids it, some do it. Each level copies, so that the copies need a bound.
            byte[] decoded = new MimeEntity(headers, type, disposition, buffer, from, to, List.of()).body();
            copied += decoded.length;
            if (copied > 4L * size) {
                throw new UnparsableMail("too-deep");
            }
            inner = entity(decoded, 0, decoded.length, "text/plain", depth + 1);
        } else {
            inner = entity(buffer, from, to, "text/plain", depth + 1);
        }
        return new MimeEntity(headers, type, disposition, buffer, from, to, List.of(inner));
    }

    private MimeEntity multipart(
            byte[] buffer,
            int from,
            int to,
            HeaderFields headers,
            ContentField type,
            ContentField disposition,
            int depth)
            throws UnparsableMail {
        String boundary = type.parameter("boundary");
        List<int[]> pieces = boundary == null || boundary.isEmpty() ? List.of() : pieces(buffer, from, to, boundary);
        if (pieces.isEmpty()) {
            String seen = firstDelimiter(buffer, from, to);
            pieces = seen == null ? List.of() : pieces(buffer, from, to, seen);
        }
        String inner = type.value().equals("multipart/digest") ? "message/rfc822" : "text/plain";
        List<MimeEntity> children = new ArrayList<>();
        for (int[] piece : pieces) {
            children.add(entity(buffer, piece[0], piece[1], inner, depth + 1));
        }
        if (children.isEmpty()) {
            type = new ContentField("text/plain", type.parameters());
        }
        return new MimeEntity(headers, type, disposition, buffer, from, to, children);
    }

    /** Start and end of each part between the delimiter lines; the line end before a delimiter belongs to the delimiter. */
    private static List<int[]> pieces(byte[] buffer, int from, int to, String boundary) {
        byte[] delimiter = ("--" + boundary.stripTrailing()).getBytes(StandardCharsets.UTF_8);
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
        }
        return pieces;
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

    /** The boundary by the looks of it, where the header names none or another one: the first line that is '--' and a word, followed by a field. */
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
