package org.obhut.mime;

/** Line ends in mail as it really comes: CRLF, LF alone or CR alone. */
public final class Lines {

    private Lines() {}

    /** Where the line that begins at {@code from} ends, without its line end. */
    public static int contentEnd(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i;
    }

    /** Where the next line begins, given where the content of this one ends. */
    public static int next(byte[] bytes, int contentEnd, int to) {
        int i = contentEnd;
        if (i < to && bytes[i] == '\r') {
            // A bare CR CR LF, as some gateways write it, is one line end too.
            while (i + 1 < to && bytes[i + 1] == '\r' && i + 2 < to && bytes[i + 2] == '\n') {
                i++;
            }
            i++;
            return i < to && bytes[i] == '\n' ? i + 1 : i;
        }
        return i < to ? i + 1 : to;
    }

    /** Text with LF line ends and without NUL. */
    public static String normal(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\u0000", "");
    }
}
