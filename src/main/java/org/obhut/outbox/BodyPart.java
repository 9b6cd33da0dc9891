package org.obhut.outbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A part of a message's body (RFC 2045, RFC 2046).
 *
 * @param headers its own header fields, folded, without the line end of the last line
 * @param content encoded; lines end with CRLF
 */
record BodyPart(List<String> headers, byte[] content) {

    static BodyPart of(TextPart text) {
        return new BodyPart(
                List.of("Content-Type: " + text.type(), "Content-Transfer-Encoding: " + text.encoding()), text.bytes());
    }

    static BodyPart of(FilePart file) {
        return new BodyPart(
                List.of(
                        "Content-Type: " + file.type(),
                        "Content-Disposition: attachment;\r\n " + String.join(";\r\n ", file.disposition()),
                        "Content-Transfer-Encoding: base64"),
                file.bytes());
    }

    /** @param subtype {@code mixed} or {@code alternative} */
    static BodyPart multipart(String subtype, String boundary, List<BodyPart> parts) {
        var content = new ByteArrayOutputStream();
        String line = "--" + boundary;
        for (BodyPart part : parts) {
            write(content, (content.size() == 0 ? "" : "\r\n") + line + "\r\n");
            part.writeTo(content);
        }
        write(content, "\r\n" + line + "--\r\n");
        return new BodyPart(
                List.of("Content-Type: multipart/" + subtype + ";\r\n boundary=\"" + boundary + '"'),
                content.toByteArray());
    }

    /** Header fields, the empty line, the content. */
    void writeTo(ByteArrayOutputStream out) {
        headers.forEach(header -> write(out, header + "\r\n"));
        write(out, "\r\n");
        out.writeBytes(content);
    }

    private static void write(ByteArrayOutputStream out, String ascii) {
        out.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
