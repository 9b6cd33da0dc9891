package org.obhut.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A Content-Type or Content-Disposition: its value in lower case and its parameters (RFC 2045 section 5.1), with the
 * continuations and charsets of RFC 2231. Names in lower case; the first of two equal names counts.
 */
public record ContentField(String value, Map<String, String> parameters) {

    public static ContentField read(String raw) {
        int semicolon = raw.indexOf(';');
        String value = semicolon < 0 ? raw : raw.substring(0, semicolon);
        int comment = value.indexOf('(');
        value = (comment < 0 ? value : value.substring(0, comment))
                .replaceAll("[\\s\"]", "")
                .toLowerCase(Locale.ROOT);
        Map<String, String> plain = new LinkedHashMap<>();
        Map<String, TreeMap<Integer, String>> sections = new LinkedHashMap<>();
        if (semicolon >= 0) {
            new ParameterScanner(raw, semicolon).each((name, text, quoted) -> {
                int star = name.indexOf('*');
                if (star < 0) {
                    plain.putIfAbsent(name, text);
                } else {
                    section(sections, name, star, text);
                }
            });
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        sections.forEach((name, parts) -> parameters.put(name, joined(parts)));
        plain.forEach((name, text) -> parameters.putIfAbsent(name, EncodedWords.decode(text)));
        return new ContentField(value, parameters);
    }

    public @Nullable String parameter(String name) {
        return parameters.get(name);
    }

    /** Takes {@code name*}, {@code name*0} or {@code name*0*}; the mark that the text is percent-encoded is kept as its first character. */
    private static void section(Map<String, TreeMap<Integer, String>> sections, String name, int star, String text) {
        String base = name.substring(0, star);
        String rest = name.substring(star + 1);
        boolean encoded = rest.isEmpty() || rest.endsWith("*");
        String number = rest.endsWith("*") ? rest.substring(0, rest.length() - 1) : rest;
        int index;
        try {
            index = number.isEmpty() ? 0 : Integer.parseInt(number);
        } catch (NumberFormatException e) {
            return;
        }
        sections.computeIfAbsent(base, k -> new TreeMap<>()).putIfAbsent(index, (encoded ? "*" : "=") + text);
    }

    private static String joined(TreeMap<Integer, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = null;
        boolean first = true;
        boolean anyEncoded = false;
        for (String part : parts.values()) {
            boolean encoded = part.charAt(0) == '*';
            String text = part.substring(1);
            if (first && encoded) {
                int quote = text.indexOf('\'');
                int second = quote < 0 ? -1 : text.indexOf('\'', quote + 1);
                if (second >= 0) {
                    charset = text.substring(0, quote);
                    text = text.substring(second + 1);
                }
            }
            first = false;
            anyEncoded |= encoded;
            bytes.writeBytes(encoded ? percent(text) : text.getBytes(StandardCharsets.UTF_8));
        }
        String text = LabelledText.decode(bytes.toByteArray(), charset);
        return anyEncoded ? text : EncodedWords.decode(text);
    }

    private static byte[] percent(String text) {
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        for (int i = 0; i < in.length; i++) {
            int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(in[i + 2], 16) : -1;
            if (low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else {
                out.write(in[i]);
            }
        }
        return out.toByteArray();
    }
}
