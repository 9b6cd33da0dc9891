package org.obhut.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a mail into its parts (RFC 2046). Own reading, because Angus Mail takes its leniency from system properties that
 * belong to the whole container; here every mail is read the same way. A missing, wrong or unclosed boundary costs
 * structure, never the text. Ends with {@link UnparsableMail} where its thread is interrupted.
 */
public final class MimeReader {

    /** Real mail stays far below both; what is above is built to hurt. */
    public static final int MAX_DEPTH = 40;

    public static final int MAX_PARTS = 2_000;

    /** As much of a text helps to guess the charset of the header above it. */
    private static final int SAMPLE = 16 * 1024;

    private final int size;
    private final int largestPart;
    private int parts;
    private long copied;

    private MimeReader(int size, int largestPart) {
        this.size = size;
        this.largestPart = largestPart;
    }

    /** @throws UnparsableMail {@code too-deep}, {@code too-many-parts}, {@code header-too-large}, {@code too-slow} */
    public static MimeEntity read(byte[] mail) throws UnparsableMail {
        return read(mail, mail.length);
    }

    /**
     * @param largestPart bytes as sent
     * @throws UnparsableMail as above, and {@code part-too-large}
     */
    public static MimeEntity read(byte[] mail, int largestPart) throws UnparsableMail {
        return new MimeReader(mail.length, largestPart).entity(mail, 0, mail.length, "text/plain", 0, false);
    }

    /** @param open whether this is the last part of a multipart that nobody closes */
    private MimeEntity entity(byte[] buffer, int from, int to, String defaultType, int depth, boolean open)
            throws UnparsableMail {
        if (depth > MAX_DEPTH) {
            throw new UnparsableMail("too-deep");
        }
        if (++parts > MAX_PARTS) {
            throw new UnparsableMail("too-many-parts");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new UnparsableMail("too-slow");
        }
        HeaderFields headers = HeaderFields.read(buffer, from, to);
        if (headers.oversized()) {
            throw new UnparsableMail("header-too-large");
        }
        ContentField type = ContentField.read(headers.first("content-type").orElse(defaultType));
        if (!type.value().contains("/")) {
            type = new ContentField("text".equals(type.value()) ? "text/plain" : defaultType, type.parameters());
        }
        ContentField disposition =
                ContentField.read(headers.first("content-disposition").orElse(""));
        MimeEntity leaf = new MimeEntity(headers, type, disposition, buffer, headers.end(), to, List.of(), open);
        MimeEntity whole = leaf;
        if (type.value().startsWith("multipart/")) {
            whole = multipart(leaf, depth);
        } else if (type.value().equals("message/rfc822") || type.value().equals("message/global")) {
            whole = message(leaf, depth);
        }
        if (whole.children().isEmpty() && whole.length() > largestPart) {
            throw new UnparsableMail("part-too-large");
        }
        return headers.unsure() ? whole.under(above(whole)) : whole;
    }

    private MimeEntity message(MimeEntity outer, int depth) throws UnparsableMail {
        if (outer.from() == outer.to()) {
            return outer;
        }
        MimeEntity inner;
        if (TransferEncoding.encoded(
                outer.headers().first("content-transfer-encoding").orElse(""))) {
            // RFC 2046 section 5.2.1 forbids it, some do it. Each level copies, so that the copies need a bound.
            byte[] decoded = outer.body();
            copied += decoded.length;
            if (copied > 4L * size) {
                throw new UnparsableMail("too-deep");
            }
            inner = entity(decoded, 0, decoded.length, "text/plain", depth + 1, false);
        } else {
            inner = entity(outer.buffer(), outer.from(), outer.to(), "text/plain", depth + 1, false);
        }
        return outer.holding(List.of(inner));
    }

    private MimeEntity multipart(MimeEntity outer, int depth) throws UnparsableMail {
        Multipart found = Multipart.of(
                outer.buffer(), outer.from(), outer.to(), outer.type().parameter("boundary"));
        if (found.pieces().isEmpty()) {
            return outer.undivided();
        }
        String defaultType = outer.is("multipart/digest") ? "message/rfc822" : "text/plain";
        List<MimeEntity> children = new ArrayList<>();
        for (int[] piece : found.pieces()) {
            boolean open = !found.closed()
                    && children.size() == found.pieces().size() - 1
                    && outer.to() == outer.buffer().length;
            children.add(entity(outer.buffer(), piece[0], piece[1], defaultType, depth + 1, open));
        }
        return outer.holding(children);
    }

    /** The fields again, read with what the text below says of its charset. */
    private static HeaderFields above(MimeEntity entity) {
        Optional<MimeEntity> text = firstText(entity);
        String label = text.map(part -> part.type().parameter("charset")).orElse(null);
        return entity.headers()
                .above(label, text.map(part -> part.start(SAMPLE)).orElse(new byte[0]));
    }

    private static Optional<MimeEntity> firstText(MimeEntity entity) {
        return entity.text() && entity.children().isEmpty()
                ? Optional.of(entity)
                : entity.children().stream()
                        .flatMap(child -> firstText(child).stream())
                        .findFirst();
    }
}
