package org.obhut.mime;

import java.util.Locale;

/** Walks over {@code ; name=value} pairs. Unquoted values may hold blanks and specials, as many senders write file names so. */
final class ParameterScanner {

    /** Takes one parameter, its name in lower case. */
    interface Sink {
        void take(String name, String value, boolean quoted);
    }

    private final String raw;
    private int at;

    ParameterScanner(String raw, int from) {
        this.raw = raw;
        this.at = from;
    }

    void each(Sink sink) {
        while (at < raw.length()) {
            int start = at;
            while (at < raw.length() && "; \t(".indexOf(raw.charAt(at)) >= 0) {
                if (raw.charAt(at) == '(') {
                    comment();
                } else {
                    at++;
                }
            }
            int name = at;
            while (at < raw.length() && raw.charAt(at) != '=' && raw.charAt(at) != ';') {
                at++;
            }
            if (at < raw.length() && raw.charAt(at) == '=') {
                String key = raw.substring(name, at).strip().toLowerCase(Locale.ROOT);
                at++;
                while (at < raw.length() && Character.isWhitespace(raw.charAt(at))) {
                    at++;
                }
                boolean quoted = at < raw.length() && raw.charAt(at) == '"';
                sink.take(key, quoted ? quotedValue() : bareValue(), quoted);
            }
            if (at == start) {
                at++;
            }
        }
    }

    private String quotedValue() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < raw.length() && raw.charAt(at) != '"') {
            char c = raw.charAt(at++);
            // RFC 5322 section 3.2.1: whatever follows a backslash stands for itself.
            if (c == '\\' && at < raw.length()) {
                c = raw.charAt(at++);
            }
            value.append(c);
        }
        at++;
        while (at < raw.length() && raw.charAt(at) != ';') {
            at++;
        }
        return value.toString();
    }

    private String bareValue() {
        int start = at;
        while (at < raw.length() && raw.charAt(at) != ';') {
            at++;
        }
        String value = raw.substring(start, at);
        int comment = value.indexOf(" (");
        return (comment < 0 ? value : value.substring(0, comment)).strip();
    }

    private void comment() {
        int depth = 0;
        do {
            char c = raw.charAt(at++);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            }
        } while (depth > 0 && at < raw.length());
    }
}
