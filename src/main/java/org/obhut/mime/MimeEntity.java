package org.obhut.mime;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message or part (RFC 2045 section 2.4): its fields and where its body lies in the mail's bytes; nothing is copied until asked for.
 *
 * @param type Content-Type in lower case, with the default of its place where none is given
 * @param children parts of a multipart, or the one message within a message/rfc822
 * @param damaged whether it is a multipart without a part, or the last part of one that nobody closes: there may be more in it
 *     than its type says
 */
public record MimeEntity(
        HeaderFields headers,
        ContentField type,
        ContentField disposition,
        byte[] buffer,
        int from,
        int to,
        List<MimeEntity> children,
        boolean damaged) {

    /** The same entity under other fields. */
    MimeEntity under(HeaderFields other) {
        return new MimeEntity(other, type, disposition, buffer, from, to, children, damaged);
    }

    MimeEntity holding(List<MimeEntity> parts) {
        return new MimeEntity(headers, type, disposition, buffer, from, to, parts, false);
    }

    /** A multipart in which no part was found: what it holds is shown as text, whatever it is. */
    MimeEntity undivided() {
        ContentField plain = new ContentField("text/plain", type.parameters());
        return new MimeEntity(headers, plain, disposition, buffer, from, to, List.of(), true);
    }

    public boolean multipart() {
        return type.value().startsWith("multipart/") && !children.isEmpty();
    }

    /** Whether this holds a whole message. */
    public boolean message() {
        return !type.value().startsWith("multipart/") && !children.isEmpty();
    }

    public boolean is(String value) {
        return type.value().equals(value);
    }

    public boolean text() {
        return is("text/plain") || is("text/html");
    }

    /** The first bytes of the body without its transfer encoding. */
    byte[] start(int most) {
        byte[] raw = Arrays.copyOfRange(buffer, from, Math.min(to, from + most));
        return TransferEncoding.decode(raw, encoding());
    }

    public byte[] rawBody() {
        return Arrays.copyOfRange(buffer, from, to);
    }

    /** The body without its transfer encoding. */
    public byte[] body() {
        return TransferEncoding.decode(rawBody(), encoding());
    }

    private String encoding() {
        return headers.first("content-transfer-encoding").orElse("7bit");
    }

    /** The file name by Content-Disposition, else by Content-Type; untrusted. */
    public @Nullable String name() {
        String name = disposition.parameter("filename");
        return name == null ? type.parameter("name") : name;
    }

    /** The Content-ID without brackets (RFC 2392), null where there is none; untrusted. */
    public @Nullable String contentId() {
        String id = headers.first("content-id").orElse("").replaceAll("[\\s<>]", "");
        return id.isEmpty() ? null : id;
    }

    /** The body as text with LF line ends. */
    public String decodedText() {
        byte[] bytes = body();
        String label = type.parameter("charset");
        if (is("text/html") && Charsets.of(label).isEmpty() && !Charsets.utf7(label)) {
            label = Charsets.declaredIn(bytes);
        }
        return Lines.normal(LabelledText.decode(bytes, label));
    }
}
