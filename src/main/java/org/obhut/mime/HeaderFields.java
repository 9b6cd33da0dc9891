package org.obhut.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The header section of a message or part (RFC 5322 section 2.2), unfolded, in its order. Fields in UTF-8 are read as such
 * (RFC 6532), other eight-bit fields by the charset of the text they stand above, else by a guess; a line that is no field is
 * passed over. A section or field above a bound is cut there: reading must stay linear.
 */
public final class HeaderFields {

    /** A field with its unfolded, still encoded value. {@code name} is in lower case. */
    public record Field(String name, String value) {}

    /** A field as its bytes are. */
    private record Raw(String name, byte[] value) {}

    /** Bytes; no mail program writes so much. */
    public static final int LONGEST_SECTION = 1 << 20;

    public static final int LONGEST_FIELD = 1 << 16;

    private static final Set<String> KNOWN = Set.of(
            "from",
            "to",
            "cc",
            "subject",
            "date",
            "message-id",
            "reply-to",
            "in-reply-to",
            "references",
            "received",
            "return-path",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "content-disposition",
            "content-id");

    private final List<Raw> raw;
    private final List<Field> fields;
    private final int end;
    private final boolean oversized;

    private HeaderFields(List<Raw> raw, int end, boolean oversized, HeaderText text) {
        this.raw = raw;
        this.fields = raw.stream()
                .map(field -> new Field(field.name(), text.decode(field.value())))
                .toList();
        this.end = end;
        this.oversized = oversized;
    }

    /** Reads the header section that begins at {@code from}; a blank line ends it. */
    public static HeaderFields read(byte[] bytes, int from, int to) {
        List<Raw> fields = new ArrayList<>();
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        String name = null;
        int knownField = from;
        int at = from;
        while (at < to) {
            int lineEnd = Lines.contentEnd(bytes, at, to);
            int next = Lines.next(bytes, lineEnd, to);
            if (lineEnd == at) {
                at = next;
                break;
            }
            boolean continued = bytes[at] == ' ' || bytes[at] == '\t';
            int colon = continued ? -1 : colon(bytes, at, lineEnd);
            if (continued) {
                append(value, bytes, at, lineEnd);
            } else if (colon < 0 && !mboxLine(bytes, at, lineEnd)) {
                knownField = knownField > at ? knownField : knownFieldAhead(bytes, next, to);
                if (knownField < 0) {
                    // The blank line is missing: what follows is the body.
                    break;
                }
            } else if (colon >= 0) {
                add(fields, name, value, at - from);
                name = name(bytes, at, colon);
                value.reset();
                append(value, bytes, colon + 1, lineEnd);
            }
            at = next;
        }
        add(fields, name, value, at - from);
        HeaderText text = HeaderText.guessing(fields.stream().map(Raw::value).toList());
        return new HeaderFields(List.copyOf(fields), at, at - from > LONGEST_SECTION, text);
    }

    /**
     * The same fields with what is neither ASCII nor UTF-8 read by another charset.
     *
     * @param label the charset of the text below, null where it names none
     * @param sample bytes of that text, which help to guess where it has no label
     */
    HeaderFields above(@Nullable String label, byte[] sample) {
        List<byte[]> values = raw.stream().map(Raw::value).toList();
        return new HeaderFields(raw, end, oversized, HeaderText.above(values, label, sample));
    }

    /** Whether some field is neither ASCII nor UTF-8, so that its charset is not sure. */
    boolean unsure() {
        return raw.stream().anyMatch(field -> HeaderText.unsure(field.value()));
    }

    private static void append(ByteArrayOutputStream value, byte[] bytes, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && bytes[start] <= ' ' && bytes[start] >= 0 && bytes[start] != 0x1b) {
            start++;
        }
        while (end > start && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) {
            end--;
        }
        int room = LONGEST_FIELD - value.size();
        if (start < end && room > 0) {
            if (value.size() > 0) {
                value.write(' ');
            }
            value.write(bytes, start, Math.min(end - start, room));
        }
    }

    private static void add(List<Raw> fields, @Nullable String name, ByteArrayOutputStream value, int read) {
        if (name != null && read <= LONGEST_SECTION) {
            fields.add(new Raw(name, value.toByteArray()));
        }
    }

    private static String name(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII)
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** Where the colon after a field name is, -1 where the line is no field. Blanks before the colon are let pass (RFC 5322 section 4.5). */
    private static int colon(byte[] bytes, int from, int to) {
        boolean blank = false;
        for (int i = from; i < to; i++) {
            int c = bytes[i];
            if (c == ':') {
                return i == from ? -1 : i;
            }
            if (c == ' ' || c == '\t') {
                blank = true;
            } else if (c < 33 || c > 126 || blank) {
                return -1;
            }
        }
        return -1;
    }

    /**
     * Where a field that every mail program knows begins before a blank line, so that the line above it is only damage; -1
     * where none follows: a colon alone may as well stand in a sentence.
     */
    private static int knownFieldAhead(byte[] bytes, int from, int to) {
        for (int at = from; at < to; ) {
            int lineEnd = Lines.contentEnd(bytes, at, to);
            if (lineEnd == at) {
                return -1;
            }
            int colon = colon(bytes, at, lineEnd);
            if (colon > 0 && KNOWN.contains(name(bytes, at, colon))) {
                return at;
            }
            at = Lines.next(bytes, lineEnd, to);
        }
        return -1;
    }

    /** The line that mailbox files put before a message. */
    private static boolean mboxLine(byte[] bytes, int from, int to) {
        String line = new String(bytes, from, Math.min(6, to - from), StandardCharsets.US_ASCII);
        return line.startsWith("From ") || line.startsWith(">From ");
    }

    /** Where the body begins. */
    public int end() {
        return end;
    }

    /** Whether the section is longer than {@link #LONGEST_SECTION}, so that its fields are not all here. */
    boolean oversized() {
        return oversized;
    }

    public List<Field> all() {
        return fields;
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** The first field's raw value. */
    public Optional<String> first(String name) {
        return fields.stream()
                .filter(f -> f.name().equals(name))
                .map(Field::value)
                .findFirst();
    }

    public List<String> every(String name) {
        return fields.stream()
                .filter(f -> f.name().equals(name))
                .map(Field::value)
                .toList();
    }

    /** The first field's value with encoded words decoded; empty where there is none. */
    public String decoded(String name) {
        return first(name).map(EncodedWords::decode).orElse("");
    }
}
