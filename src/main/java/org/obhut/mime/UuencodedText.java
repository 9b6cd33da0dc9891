package org.obhut.mime;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files that stand in a text in the encoding of {@code uuencode} (POSIX.1-2017), as mail programs wrote them before MIME and
 * some scripts still do.
 *
 * @param text without them
 */
public record UuencodedText(String text, List<File> files) {

    /** A file, its name as it stands there. */
    public record File(String name, byte[] bytes) {}

    private static final Pattern BEGIN = Pattern.compile("begin [0-7]{3,4} ?(.{0,255})");

    /** What is below the first so many stays text. */
    private static final int MOST_FILES = 100;

    /** Takes the files out; what only begins like one, or does not end, stays text. @param text LF line ends */
    public static UuencodedText of(String text) {
        if (!text.startsWith("begin ") && !text.contains("\nbegin ")) {
            return new UuencodedText(text, List.of());
        }
        String[] lines = text.split("\n", -1);
        StringBuilder rest = new StringBuilder(text.length());
        List<File> files = new ArrayList<>();
        int at = 0;
        while (at < lines.length) {
            Matcher begin = BEGIN.matcher(lines[at]);
            int end = begin.matches() && files.size() < MOST_FILES ? end(lines, at + 1) : -1;
            if (end >= 0) {
                files.add(new File(begin.group(1).strip(), bytes(lines, at + 1, end)));
                at = end + 1;
            } else {
                rest.append(lines[at]).append('\n');
                at++;
            }
        }
        rest.setLength(Math.max(0, rest.length() - 1));
        return new UuencodedText(rest.toString(), List.copyOf(files));
    }

    /** The line that ends a file whose lines begin here, -1 where it is none. */
    private static int end(String[] lines, int from) {
        for (int at = from; at < lines.length; at++) {
            if (lines[at].equals("end")) {
                return at > from ? at : -1;
            }
            if (!encoded(lines[at])) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether a line has the form: a count of bytes, and for every three of them four characters. Trailing blanks may be lost. */
    private static boolean encoded(@Nullable String line) {
        if (line == null || line.isEmpty()) {
            return true;
        }
        int groups = ((line.charAt(0) - 32 & 63) + 2) / 3;
        if (line.length() - 1 > groups * 4 + 2) {
            return false;
        }
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) < ' ' || line.charAt(i) > '`') {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String[] lines, int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = from; at < to; at++) {
            if (!lines[at].isEmpty()) {
                TransferEncoding.uuLine(lines[at], out);
            }
        }
        return out.toByteArray();
    }
}
