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

    /** Bytes as sent that are read as text; a novel has about a million characters. */
    public static final int LONGEST_TEXT = 4 << 20;

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

    /** Whether it says to be a multipart and has no part. */
    public boolean partless() {
        return children.isEmpty()
                && ContentField.read(headers.first("content-type").orElse(""))
                        .value()
                        .startsWith("multipart/");
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

    /** Whether its transfer encoding is broken, so that the body may have lost something in decoding. */
    public boolean garbled() {
        return encoding().strip().equalsIgnoreCase("base64") && TransferEncoding.foreignToBase64(rawBody());
    }

    /** Bytes as sent. */
    public int length() {
        return to - from;
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

    /** The body as text with LF line ends; of a long one only as much as {@link #LONGEST_TEXT} bytes hold. */
    public String decodedText() {
        byte[] bytes = start(LONGEST_TEXT);
        String label = type.parameter("charset");
        if (is("text/html") && Charsets.of(label).isEmpty() && !Charsets.utf7(label)) {
            label = Charsets.declaredIn(bytes);
        }
        return Lines.normal(LabelledText.decode(bytes, label));
    }
}
