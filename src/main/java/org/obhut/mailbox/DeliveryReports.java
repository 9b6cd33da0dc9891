package org.obhut.mailbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obhut.mime.HeaderFields;
import org.obhut.mime.MimeEntity;
import org.obhut.threading.MessageIds;
import org.obhut.ticket.MailKind;

/**
 * Reads delivery reports: RFC 3464's, receipts (RFC 8098), feedback (RFC 5965), and the wordings of mail systems that follow
 * none of them. What we sent is found in the returned message or its headers, wherever the report carries them.
 */
final class DeliveryReports {

    /** Nobody but a mail system writes under these names. */
    private static final Pattern DAEMON = Pattern.compile(
            "(?i)^(mailer[-_.]?daemon|mail[-_.]?daemon|mdaemon|mail[-_.]?delivery[-_.]?(system|subsystem))\\b");

    /** People may write under these, so that the subject must speak too. */
    private static final Pattern POSTMASTER = Pattern.compile("(?i)^(postmaster|mailer|mta|bounces?|system)\\b");

    private static final Pattern DELAY =
            Pattern.compile("(?i)delayed|delay\\b|still being retried|^warning|verzögert|not yet been delivered");

    private static final Pattern SUBJECT = Pattern.compile(
            "(?i)undeliver|returned (mail|to sender|message)|failure delivery|delivery (status notification|fail|problem|report|notification|has failed)|mail delivery"
                    + "|failure notice|delivery failure|mail system error|could not be delivered|couldn't be delivered|non-?delivery|unzustellbar|nicht zugestellt|unable to deliver"
                    + "|failed mail|failed to deliver|mail could not|message you sent (was )?blocked|undelivered|zustellung fehlgeschlagen|zurückgewiesen|nedelivr|livrarea a eșuat|недоставен"
                    + "|недоставлен|no se puede entregar|no entregado|correo devuelto|non remis|mail error|error sending|user unknown|bounced? (mail|message)|message status");

    private static final Pattern ID_LINE =
            Pattern.compile("(?im)^[ \\t>|]{0,20}message-id:[ \\t]*(?:\\n[ \\t]+)?(<[^<>\\n]{1,500}>)");
    private static final Pattern ADDRESS_LINE =
            Pattern.compile("(?im)^[ \\t>|]{0,20}(?:from|reply-to|return-path|sender):([^\\n]{1,500})");
    private static final Pattern ACTION = Pattern.compile("(?im)^action:[ \\t]*([a-z]+)");

    private final Set<String> ids = new LinkedHashSet<>();
    private final Set<String> recipients = new LinkedHashSet<>();
    private final List<String> actions = new ArrayList<>();
    private boolean statusPart;
    private boolean receipt;
    private boolean feedback;

    private DeliveryReports() {}

    static Optional<DeliveryReport> read(MimeEntity mail) {
        if (!report(mail)) {
            return Optional.empty();
        }
        DeliveryReports reading = new DeliveryReports();
        reading.collect(mail);
        MailKind kind = reading.kind(mail.headers().decoded("subject"));
        return Optional.of(new DeliveryReport(kind, List.copyOf(reading.ids), List.copyOf(reading.recipients)));
    }

    private static boolean report(MimeEntity mail) {
        HeaderFields headers = mail.headers();
        if (mail.is("multipart/report")
                || statusWithin(mail)
                || headers.first("x-failed-recipients").isPresent()
                || sentBy(DAEMON, headers)) {
            return true;
        }
        return (AutoReplyDetector.nullSender(headers) || sentBy(POSTMASTER, headers))
                && SUBJECT.matcher(headers.decoded("subject")).find();
    }

    private static boolean sentBy(Pattern names, HeaderFields headers) {
        String from = headers.first("from").orElse("").strip();
        return names.matcher(from).find()
                || AddressList.read(from).stream()
                        .anyMatch(a -> names.matcher(a.address()).find());
    }

    private static boolean statusWithin(MimeEntity part) {
        return part.is("message/delivery-status")
                || part.is("message/global-delivery-status")
                || !part.message() && part.children().stream().anyMatch(DeliveryReports::statusWithin);
    }

    private void collect(MimeEntity part) {
        switch (part.type().value()) {
            case "message/delivery-status", "message/global-delivery-status" -> {
                statusPart = true;
                Matcher action = ACTION.matcher(part.decodedText());
                while (action.find()) {
                    actions.add(action.group(1).toLowerCase(Locale.ROOT));
                }
            }
            case "message/disposition-notification", "message/global-disposition-notification" -> receipt = true;
            case "message/feedback-report" -> feedback = true;
            case "message/rfc822", "message/global" -> part.children().forEach(m -> returned(m.headers()));
            case "text/rfc822-headers", "message/rfc822-headers", "message/global-headers", "text/rfc822" ->
                headersAlone(part.body());
            case "text/plain" -> text(part.decodedText());
            default -> {}
        }
        if (part.multipart()) {
            part.children().forEach(this::collect);
        }
    }

    private void headersAlone(byte[] bytes) {
        returned(HeaderFields.read(bytes, 0, bytes.length));
    }

    private void returned(HeaderFields headers) {
        headers.first("message-id").ifPresent(raw -> ids.addAll(MessageIds.all(raw)));
        for (String field : List.of("from", "reply-to", "return-path", "sender")) {
            headers.every(field).forEach(this::addresses);
        }
    }

    /** A returned message that stands in the text itself. */
    private void text(String text) {
        Matcher id = ID_LINE.matcher(text);
        while (id.find() && ids.size() < 20) {
            ids.addAll(MessageIds.all(id.group(1)));
        }
        Matcher address = ADDRESS_LINE.matcher(text);
        for (int i = 0; i < 20 && address.find(); i++) {
            addresses(address.group(1));
        }
    }

    private void addresses(String raw) {
        AddressList.read(raw).forEach(a -> recipients.add(a.address().toLowerCase(Locale.ROOT)));
    }

    private MailKind kind(String subject) {
        if (feedback) {
            return MailKind.FEEDBACK_REPORT;
        }
        if (statusPart && !actions.isEmpty()) {
            // "expired" is what some write for a failure after the last try.
            if (actions.contains("failed") || actions.contains("expired")) {
                return MailKind.DELIVERY_FAILURE;
            }
            return actions.contains("delayed") ? MailKind.DELIVERY_DELAY : MailKind.DELIVERY_NOTICE;
        }
        if (receipt) {
            return MailKind.READ_RECEIPT;
        }
        return DELAY.matcher(subject).find() ? MailKind.DELIVERY_DELAY : MailKind.DELIVERY_FAILURE;
    }
}
