package org.obhut.mailbox;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obhut.mime.HeaderFields;
import org.obhut.mime.MimeEntity;
import org.obhut.threading.MessageIds;

/** By what a mail of ours is found in a report: its Message-ID and the addresses in it, wherever the report carries them. */
final class ReturnedMail {

    private static final int MOST = 20;
    private static final List<String> SENDERS = List.of("from", "reply-to", "return-path", "sender");
    private static final Pattern ID_LINE =
            Pattern.compile("(?im)^[ \\t>|]{0,20}message-id:[ \\t]*(?:\\n[ \\t]+)?(<[^<>\\n]{1,500}>)");
    private static final Pattern ADDRESS_LINE =
            Pattern.compile("(?im)^[ \\t>|]{0,20}(?:from|reply-to|return-path|sender):([^\\n]{1,500})");
    /** Where a copy of the mail begins within a text. */
    private static final Pattern COPY = Pattern.compile(
            "(?im)^[ \\t>|]{0,20}(?:-{2,}.{0,60}(?:copy|original|returned|message header|kopie|ursprüngliche|nachricht).{0,60}|(?:received|return-path|message-id|mime-version):.{0,300})$");

    private final Set<String> ids = new LinkedHashSet<>();
    private final Set<String> addresses = new LinkedHashSet<>();
    private boolean copied;

    ReturnedMail(MimeEntity report) {
        collect(report);
    }

    List<String> ids() {
        return List.copyOf(ids);
    }

    List<String> addresses() {
        return List.copyOf(addresses);
    }

    /** Whether the mail, or its header, came back as a part. */
    boolean copied() {
        return copied;
    }

    /** Whether something of the mail came back. */
    boolean found() {
        return copied || !ids.isEmpty();
    }

    /** What stands in a text before a copy of the mail. */
    static String before(String text) {
        Matcher copy = COPY.matcher(text);
        return copy.find() ? text.substring(0, copy.start()) : text;
    }

    private void collect(MimeEntity part) {
        switch (part.type().value()) {
            case "message/rfc822", "message/global" -> {
                copied = true;
                part.children().forEach(mail -> header(mail.headers()));
            }
            case "text/rfc822-headers", "message/rfc822-headers", "message/global-headers", "text/rfc822" -> {
                copied = true;
                byte[] bytes = part.body();
                header(HeaderFields.read(bytes, 0, bytes.length));
            }
            case "message/disposition-notification", "message/global-disposition-notification" -> {
                byte[] bytes = part.body();
                HeaderFields fields = HeaderFields.read(bytes, 0, bytes.length);
                fields.first("original-message-id").ifPresent(raw -> ids.addAll(MessageIds.all(raw)));
            }
            case "text/plain" -> text(part.decodedText());
            default -> {}
        }
        if (part.multipart()) {
            part.children().forEach(this::collect);
        }
    }

    private void header(HeaderFields headers) {
        headers.first("message-id").ifPresent(raw -> ids.addAll(MessageIds.all(raw)));
        SENDERS.forEach(field -> headers.every(field).forEach(this::address));
    }

    /** A copy that stands in the text itself. */
    private void text(String text) {
        Matcher id = ID_LINE.matcher(text);
        while (id.find() && ids.size() < MOST) {
            ids.addAll(MessageIds.all(id.group(1)));
        }
        Matcher line = ADDRESS_LINE.matcher(text);
        for (int i = 0; i < MOST && line.find(); i++) {
            address(line.group(1));
        }
    }

    private void address(String raw) {
        AddressList.read(raw).forEach(a -> addresses.add(a.address().toLowerCase(Locale.ROOT)));
    }
}
