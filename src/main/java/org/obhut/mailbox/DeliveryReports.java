package org.obhut.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obhut.mailbox.StatusFields.Receiver;
import org.obhut.mime.HeaderFields;
import org.obhut.mime.MimeEntity;
import org.obhut.outbox.DeliveryReason;
import org.obhut.outbox.ReportedReason;
import org.obhut.platform.Phrases;
import org.obhut.ticket.MailKind;

/**
 * Reads what mail systems report: RFC 3464 and RFC 6533, receipts (RFC 8098), feedback (RFC 5965), and the wordings of those that
 * follow none of them. A wording alone makes no report: the sender must be a program, too, since people write about mails that
 * did not arrive, answer reports and pass them on. Nor does the type of a report whose parts say nothing: from a person's address
 * it is that person's mail, which a counsellor sees and no machine answers ({@link AutomaticAnswerRule}).
 */
final class DeliveryReports {

    private static final Phrases PHRASES = Phrases.beside(DeliveryReports.class, "delivery-reports.txt");

    /** Nobody but a mail system writes under these names. */
    private static final Pattern DAEMON = Pattern.compile(
            "(?i)\\b(mailer[-_. ]?daemon|mail[-_. ]?daemon|mdaemon|mail[-_. ]?delivery[-_. ]?(sub)?system|mail[-_. ]?system|maildelivery)\\b");

    /** People may write under these, so that more must speak for a report. */
    private static final Pattern OFFICE = Pattern.compile(
            "(?i)^\"?(postmaster|mailer|mta|bounces?|no-?reply|do-?not-?reply|system ?administrator|systemadministrator|mail ?administrator|e-?mail system|mail ?server|microsoft exchange|delivery)\\b");

    private static final Pattern CODE = Pattern.compile(
            "\\b[245]\\d\\d[ -]+[#(]?[245]\\.\\d{1,3}\\.\\d{1,3}\\b|#[45]\\.\\d\\.\\d|\\b5[0-5]\\d[ :-]");
    private static final Pattern NOTIFIED = Pattern.compile("\"notificationType\\W{1,8}(Bounce|Complaint)");
    private static final int MOST_CHARACTERS = 20_000;

    private final MimeEntity mail;
    private final HeaderFields headers;
    private final String subject;
    private final String text;
    private final ReturnedMail returned;
    private final List<Receiver> receivers = new ArrayList<>();
    private boolean receipt;
    private boolean feedback;

    private DeliveryReports(MimeEntity mail, String text) {
        this.mail = mail;
        this.headers = mail.headers();
        this.subject = headers.decoded("subject");
        this.text = ReturnedMail.before(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
        this.returned = new ReturnedMail(mail);
        parts(mail);
    }

    /** @param text the mail's text */
    static Optional<DeliveryReport> read(MimeEntity mail, String text) {
        DeliveryReports reading = new DeliveryReports(mail, text);
        return Optional.ofNullable(reading.kind())
                .map(kind -> new DeliveryReport(
                        kind, reading.reason(kind), reading.returned.ids(), reading.returned.addresses()));
    }

    private void parts(MimeEntity part) {
        switch (part.type().value()) {
            case "message/delivery-status", "message/global-delivery-status" -> receivers.addAll(StatusFields.of(part));
            case "message/disposition-notification", "message/global-disposition-notification" -> receipt = true;
            case "message/feedback-report" -> feedback = true;
            default -> {}
        }
        if (part.multipart()) {
            part.children().forEach(this::parts);
        }
    }

    private @Nullable MailKind kind() {
        boolean program = sentBy(DAEMON) || AutoReplyDetector.nullSender(headers);
        boolean office = program || sentBy(OFFICE) || AutoReplyDetector.generated(headers);
        if (mail.is("multipart/report") || office) {
            MailKind standard = standard();
            if (standard != null) {
                return standard;
            }
        }
        if (feedback() || headers.first("x-apple-unsubscribe").isPresent()) {
            return MailKind.FEEDBACK_REPORT;
        }
        if (PHRASES.opening(subject, "receipt subject").isPresent() && PHRASES.in(text, "receipt text")) {
            return MailKind.READ_RECEIPT;
        }
        boolean evidence = PHRASES.in(text, "program") || CODE.matcher(text).find() || returned.found();
        boolean told = PHRASES.in(subject, "failure") || PHRASES.in(subject, "delay") || PHRASES.in(subject, "notice");
        if (headers.first("x-failed-recipients").isPresent()
                || program && (told || evidence)
                || office && told && evidence
                || office && NOTIFIED.matcher(text).find()) {
            return worded();
        }
        return null;
    }

    /** By the parts that the standards define, null where there is none. */
    private @Nullable MailKind standard() {
        if (feedback) {
            return MailKind.FEEDBACK_REPORT;
        }
        if (!receivers.isEmpty()) {
            Receiver receiver = StatusFields.first(receivers).orElseThrow();
            return receiver.failed()
                    ? MailKind.DELIVERY_FAILURE
                    : receiver.delayed()
                            ? MailKind.DELIVERY_DELAY
                            : receiver.informed() ? MailKind.DELIVERY_NOTICE : worded();
        }
        return receipt ? MailKind.READ_RECEIPT : null;
    }

    private MailKind worded() {
        if (PHRASES.in(subject, "delay") || !PHRASES.in(subject, "failure") && PHRASES.in(text, "delay")) {
            return MailKind.DELIVERY_DELAY;
        }
        return PHRASES.in(subject, "notice") ? MailKind.DELIVERY_NOTICE : MailKind.DELIVERY_FAILURE;
    }

    /** Hotmail's complaints come in no standard's form. */
    private boolean feedback() {
        return returned.copied()
                && subject.strip().toLowerCase(Locale.ROOT).startsWith("complaint about message from")
                && !mail.is("message/rfc822");
    }

    private @Nullable DeliveryReason reason(MailKind kind) {
        if (kind != MailKind.DELIVERY_FAILURE && kind != MailKind.DELIVERY_DELAY) {
            return null;
        }
        return StatusFields.first(receivers)
                .flatMap(receiver -> ReportedReason.of(receiver.status(), receiver.diagnostic()))
                .or(() -> ReportedReason.of("", subject + '\n' + text))
                .orElse(null);
    }

    private boolean sentBy(Pattern names) {
        String from = headers.first("from").orElse("").strip();
        return names.matcher(from).find()
                || AddressList.read(from).stream()
                        .anyMatch(address -> names.matcher(address.address()).find());
    }
}
