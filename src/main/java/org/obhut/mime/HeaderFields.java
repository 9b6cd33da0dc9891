package org.obhut.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The header section of a message or part (RFC 5322 section 2.2), unfolded, in its order. Fields in UTF-8 are read as such
 * (RFC 6532), other eight-bit fields as Windows-1252; a line that is no field is passed over. A section or field above a
 * bound is cut there: what is longer is not written by a mail program, and reading must stay linear.
 */
public final class HeaderFields {

    /** A field with its unfolded, still encoded value. {@code name} is in lower case. */
    public record Field(String name, String value) {}

    public static final int LONGEST_SECTION = 1 << 20;
    public static final int LONGEST_FIELD = 1 << 16;

    private final List<Field> fields;
    private final int end;

    private HeaderFields(List<Field> fields, int end) {
        this.fields = List.copyOf(fields);
        this.end = end;
    }

    /** Reads the header section that begins at {@code from}; a blank line ends it. */
    public static HeaderFields read(byte[] bytes, int from, int to) {
        List<Field> fields = new ArrayList<>();
        StringBuilder value = null;
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
                append(value, Charsets.decodeHeader(bytes, at, lineEnd).strip());
            } else if (colon < 0 && !mboxLine(bytes, at, lineEnd)) {
                knownField = knownField > at ? knownField : fieldAhead(bytes, next, to);
                if (knownField < 0) {
                    // The blank line is missing: what follows is the body.
                    break;
                }
            } else if (colon >= 0) {
                add(fields, name, value, at - from);
                name = new String(bytes, at, colon - at, StandardCharsets.US_ASCII)
                        .strip()
                        .toLowerCase(Locale.ROOT);
                value = new StringBuilder();
                append(value, Charsets.decodeHeader(bytes, colon + 1, lineEnd).strip());
            }
            at = next;
        }
        add(fields, name, value, at - from);
        return new HeaderFields(fields, at);
    }

    private static void append(@Nullable StringBuilder value, String more) {
        if (value != null && !more.isEmpty() && value.length() < LONGEST_FIELD) {
            value.append(value.isEmpty() ? "" : " ").append(more);
        }
    }

    private static void add(List<Field> fields, @Nullable String name, @Nullable StringBuilder value, int read) {
        if (name != null && value != null && read <= LONGEST_SECTION) {
            value.setLength(Math.min(value.length(), LONGEST_FIELD));
            fields.add(new Field(name, value.toString()));
        }
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

    /** Where the next field before a blank line begins, so that the line above it is only damage; -1 where none follows. */
    private static int fieldAhead(byte[] bytes, int from, int to) {
        for (int at = from; at < to; ) {
            int lineEnd = Lines.contentEnd(bytes, at, to);
            if (lineEnd == at) {
                return -1;
            }
            if (colon(bytes, at, lineEnd) > 0) {
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
