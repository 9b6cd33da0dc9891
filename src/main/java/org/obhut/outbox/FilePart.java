package org.obhut.outbox;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An attached file as a MIME part: always base64, so that its bytes arrive as they are.
 *
 * @param type media type; with the name once more, as encoded words, where programs that do not know RFC 2231 would lose it
 * @param disposition parameters of Content-Disposition
 */
record FilePart(String type, List<String> disposition, byte[] bytes) {

    private static final Pattern MEDIA_TYPE = Pattern.compile("([a-z0-9!#$&^_.+-]{1,60})/([a-z0-9!#$&^_.+-]{1,80})");

    static FilePart of(Letter.File file) {
        String name =
                FileName.fallback(file.name()).map(words -> ";\r\n " + words).orElse("");
        return new FilePart(
                mediaType(file.type()) + name, FileName.parameters(file.name()), TextPart.base64(file.bytes()));
    }

    /** The media type without parameters. Composite types may not be base64 (RFC 2045 section 6.4) and go as plain bytes. */
    private static String mediaType(String untrusted) {
        String type = untrusted.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean composite = type.startsWith("multipart/") || type.startsWith("message/");
        return MEDIA_TYPE.matcher(type).matches() && !composite ? type : "application/octet-stream";
    }
}
