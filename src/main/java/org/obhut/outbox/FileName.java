package org.obhut.outbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of an attached file as parameters of Content-Disposition: quoted where it is short ASCII, else by RFC 2231. */
final class FileName {

    private static final int LONGEST = 120;
    private static final int SEGMENT = 50;
    private static final Pattern FOLDER = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    /** Controls, and the marks that let a name read backwards. */
    private static final Pattern UNSAFE =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    private static final Pattern QUOTABLE = Pattern.compile("[\\x20-\\x7e&&[^\"\\\\]]{1,60}");
    private static final Pattern ATTRIBUTE_CHAR = Pattern.compile("[A-Za-z0-9!#$&+.^_`{|}~-]");

    private FileName() {}

    /** Each parameter on its own, without the semicolon; never empty. */
    static List<String> parameters(String untrusted) {
        String name = safe(untrusted);
        if (QUOTABLE.matcher(name).matches()) {
            return List.of("filename=\"" + name + '"');
        }
        List<String> segments = segments(name);
        if (segments.size() == 1) {
            return List.of("filename*=UTF-8''" + segments.get(0));
        }
        var parameters = new ArrayList<String>();
        for (int i = 0; i < segments.size(); i++) {
            parameters.add("filename*" + i + "*=" + (i == 0 ? "UTF-8''" : "") + segments.get(i));
        }
        return parameters;
    }

    /**
     * The name as {@code name} of Content-Type, in encoded words within quotes. RFC 2047 section 5 does not allow them there,
     * yet it is what programs read that do not know RFC 2231. Empty where the name is plain.
     */
    static Optional<String> fallback(String untrusted) {
        String name = safe(untrusted);
        return QUOTABLE.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("name=\"" + EncodedWords.words(name) + '"');
    }

    private static String safe(String untrusted) {
        String name = UNSAFE.matcher(untrusted).replaceAll("");
        name = FOLDER.matcher(name).replaceFirst("").strip();
        if (name.codePointCount(0, name.length()) > LONGEST) {
            // The end says what kind of file it is.
            name = name.substring(name.offsetByCodePoints(name.length(), -LONGEST));
        }
        return name.isEmpty() || name.equals(".") || name.equals("..") ? "file" : name;
    }

    /** Percent-encoded pieces of at most {@value #SEGMENT} characters, cut between code points. */
    private static List<String> segments(String name) {
        var segments = new ArrayList<String>();
        var segment = new StringBuilder();
        name.codePoints().mapToObj(Character::toString).map(FileName::encoded).forEach(piece -> {
            if (segment.length() + piece.length() > SEGMENT) {
                segments.add(segment.toString());
                segment.setLength(0);
            }
            segment.append(piece);
        });
        segments.add(segment.toString());
        return segments;
    }

    private static String encoded(String character) {
        if (ATTRIBUTE_CHAR.matcher(character).matches()) {
            return character;
        }
        var encoded = new StringBuilder();
        for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(String.format("%%%02X", b & 0xff));
        }
        return encoded.toString();
    }
}
