package org.obhut.mailbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.obhut.mime.HeaderFields;
import org.obhut.mime.MimeEntity;

/**
 * What delivery-status parts say of each receiver (RFC 3464 section 2.3): the fields of a report's later groups. Fields that some
 * write into the first group or as one block are taken all the same.
 */
final class StatusFields {

    /** One receiver: action in lower case, status and diagnostic as written; empty where not given. */
    record Receiver(String action, String status, String diagnostic) {

        boolean failed() {
            // "expired" is what some write for a failure after the last try.
            return action.equals("failed") || action.equals("expired") || action.isEmpty() && status.startsWith("5");
        }

        boolean delayed() {
            return action.equals("delayed") || action.isEmpty() && status.startsWith("4");
        }

        boolean informed() {
            return action.equals("delivered")
                    || action.equals("relayed")
                    || action.equals("expanded")
                    || action.isEmpty() && status.startsWith("2");
        }
    }

    private StatusFields() {}

    static List<Receiver> of(MimeEntity part) {
        List<Receiver> receivers = new ArrayList<>();
        for (String group : part.decodedText().split("\\n[ \\t]*(?=\\n)")) {
            byte[] bytes = group.strip().getBytes(StandardCharsets.UTF_8);
            HeaderFields fields = HeaderFields.read(bytes, 0, bytes.length);
            Receiver receiver = new Receiver(
                    AutoReplyDetector.word(fields.first("action").orElse("")),
                    fields.first("status").orElse("").strip(),
                    fields.every("diagnostic-code").stream().reduce("", (one, more) -> (one + ' ' + more).strip()));
            if (!receiver.action().isEmpty() || !receiver.status().isEmpty()) {
                receivers.add(receiver);
            }
        }
        return receivers;
    }

    /** The one that a person has to know of: a failure before a delay before all else. */
    static Optional<Receiver> first(List<Receiver> receivers) {
        return receivers.stream()
                .filter(Receiver::failed)
                .findFirst()
                .or(() -> receivers.stream().filter(Receiver::delayed).findFirst())
                .or(() -> receivers.stream().findFirst());
    }
}
