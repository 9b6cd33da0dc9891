package org.obhut.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.obhut.mime.HeaderFields;

/**
 * By what a mail is known again: From, To, Date, Subject, Message-ID and the raw body, as servers on the way add and change
 * the other fields; without a Message-ID all raw bytes. This is the value before it is keyed, and is stored nowhere.
 */
final class MailIdentity {

    private static final List<String> FIELDS = List.of("from", "to", "date", "subject", "message-id");

    private MailIdentity() {}

    /** The parts to hash under the key. Reads the mail to its end, in pieces. */
    static String[] of(InputStream mail) throws IOException {
        MessageDigest all = sha256();
        DigestInputStream in = new DigestInputStream(mail, all);
        byte[] head = in.readNBytes(HeaderFields.LONGEST_SECTION);
        HeaderFields fields = HeaderFields.read(head, 0, head.length);
        MessageDigest body = sha256();
        body.update(head, fields.end(), head.length - fields.end());
        in.transferTo(new DigestOutput(body));
        Optional<String> messageId = fields.first("message-id").filter(id -> !id.isBlank());
        if (messageId.isEmpty()) {
            return new String[] {"bytes", HexFormat.of().formatHex(all.digest())};
        }
        String[] parts = new String[FIELDS.size() + 2];
        parts[0] = "fields";
        for (int i = 0; i < FIELDS.size(); i++) {
            parts[i + 1] = String.join("\n", fields.every(FIELDS.get(i)));
        }
        parts[parts.length - 1] = HexFormat.of().formatHex(body.digest());
        return parts;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class DigestOutput extends OutputStream {

        private final MessageDigest digest;

        DigestOutput(MessageDigest digest) {
            this.digest = digest;
        }

        @Override
        public void write(int b) {
            digest.update((byte) b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            digest.update(bytes, from, length);
        }
    }
}
