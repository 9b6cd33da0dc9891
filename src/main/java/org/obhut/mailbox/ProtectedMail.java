package org.obhut.mailbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.obhut.mime.Lines;
import org.obhut.mime.MimeEntity;
import org.obhut.reading.ReadableText;
import org.obhut.ticket.Protection;

/** Tells encrypted and signed mails, which we neither open nor check yet, and keeps of them what someone else can open. */
final class ProtectedMail {

    private static final Set<String> PKCS7 = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");

    /** What says how to read the body, and what any reader sees; not the way the mail took and the program that wrote it. */
    private static final Set<String> KEPT = Set.of(
            "from",
            "to",
            "cc",
            "reply-to",
            "subject",
            "date",
            "message-id",
            "in-reply-to",
            "references",
            "mime-version");

    private static final String ARMOUR = "-----BEGIN PGP MESSAGE-----";
    private static final String ARMOUR_END = "-----END PGP MESSAGE-----";

    private ProtectedMail() {}

    /** @param text the mail's own text, in which PGP may stand in its armour (RFC 9580 section 6.2) */
    static Optional<Protection> of(MimeEntity root, String text) {
        Optional<Protection> byType =
                parts(root).map(ProtectedMail::byType).flatMap(Optional::stream).findFirst();
        return byType.isPresent() ? byType : byText(text);
    }

    private static Optional<Protection> byText(String text) {
        if (line(text, ARMOUR)) {
            return Optional.of(Protection.PGP_ENCRYPTED);
        }
        return line(text, ClearSigned.BEGIN) ? Optional.of(Protection.PGP_SIGNED) : Optional.empty();
    }

    private static boolean line(String text, String wanted) {
        return text.startsWith(wanted) || text.contains('\n' + wanted);
    }

    private static Optional<Protection> byType(MimeEntity part) {
        String type = part.type().value();
        String protocol = parameter(part, "protocol");
        if (type.equals("multipart/encrypted")) {
            return Optional.of(Protection.PGP_ENCRYPTED);
        }
        if (type.equals("multipart/signed") && protocol.contains("pgp")) {
            return Optional.of(Protection.PGP_SIGNED);
        }
        if (type.equals("multipart/signed") && protocol.contains("pkcs7")) {
            return Optional.of(Protection.SMIME_SIGNED);
        }
        String kind = parameter(part, "smime-type");
        if (!PKCS7.contains(type) || kind.equals("certs-only")) {
            return Optional.empty();
        }
        return Optional.of(kind.equals("signed-data") ? Protection.SMIME_SIGNED : Protection.SMIME_ENCRYPTED);
    }

    /** Whether this part is of no use beside the whole mail. */
    static boolean closed(MimeEntity part) {
        return PKCS7.contains(part.type().value()) && byType(part).isPresent();
    }

    /** The text without an armoured message, which nobody can read, and without the armour of a clear signature. */
    static ReadableText readable(ReadableText text) {
        String open = ClearSigned.text(outsideArmour(text.text()));
        return open.equals(text.text()) ? text : ReadableText.plain(open);
    }

    private static String outsideArmour(String text) {
        if (!line(text, ARMOUR)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        boolean within = false;
        for (String line : text.split("\n", -1)) {
            within |= line.equals(ARMOUR);
            if (!within) {
                out.append(line).append('\n');
            }
            within &= !line.equals(ARMOUR_END);
        }
        return out.toString().strip();
    }

    private static String parameter(MimeEntity part, String name) {
        String value = part.type().parameter(name);
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }

    /** The parts of a mail, not those of messages within it. */
    private static Stream<MimeEntity> parts(MimeEntity part) {
        return Stream.concat(
                Stream.of(part),
                part.message() ? Stream.empty() : part.children().stream().flatMap(ProtectedMail::parts));
    }

    /** The mail as it came, without the fields that say where it was written and which way it took. */
    static byte[] original(byte[] mail, MimeEntity root) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(mail.length);
        boolean keep = false;
        for (int at = 0; at < root.headers().end(); ) {
            int next = Lines.next(mail, Lines.contentEnd(mail, at, mail.length), mail.length);
            if (mail[at] != ' ' && mail[at] != '\t') {
                keep = kept(new String(mail, at, Math.min(next - at, 100), StandardCharsets.ISO_8859_1));
            }
            if (keep) {
                out.write(mail, at, next - at);
            }
            at = next;
        }
        out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.write(mail, root.headers().end(), mail.length - root.headers().end());
        return out.toByteArray();
    }

    private static boolean kept(String line) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        return KEPT.contains(name) || name.startsWith("content-");
    }
}
