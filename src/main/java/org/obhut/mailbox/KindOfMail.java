package org.obhut.mailbox;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.obhut.mime.HeaderFields;
import org.obhut.mime.MimeEntity;
import org.obhut.ticket.Appointment;
import org.obhut.ticket.MailKind;

/** What a mail is by its own marks. Where it belongs can say more: {@link Filing} has the last word. */
final class KindOfMail {

    private static final Set<String> BULK = Set.of("bulk", "list", "junk");
    private static final List<String> LIST_FIELDS = List.of("list-id", "list-unsubscribe", "list-post");
    private static final Pattern UNANSWERED = Pattern.compile("(?i)^(no|do-?not|nicht)[-_.]?(reply|antworten)\\b.*@.*");

    /** What calendars write into their own answers, so that nobody's words are in it. */
    private static final Pattern CALENDAR_TEXT = Pattern.compile(
            "(?is)\\s*|.*(calendar\\.google\\.com|(has|have) (accepted|declined|tentatively accepted)|hat .{0,80}(zugesagt|abgesagt|angenommen|abgelehnt)).*");

    private KindOfMail() {}

    /**
     * @param report what {@link DeliveryReports} made of the mail, null where it is no report
     * @param newText its text without what is quoted
     */
    static MailKind of(
            MimeEntity mail, @Nullable DeliveryReport report, String newText, List<Appointment> appointments) {
        HeaderFields headers = mail.headers();
        if (report != null) {
            return report.kind();
        }
        if (appointments.stream().anyMatch(one -> one.what() == Appointment.What.ANSWER)
                && CALENDAR_TEXT.matcher(newText).matches()) {
            return MailKind.CALENDAR_ANSWER;
        }
        boolean generated = AutoReplyDetector.generated(headers);
        // An absence note calls itself bulk, too, so that this is asked first.
        if (AutoReplyDetector.automatic(headers, newText)
                || generated && headers.first("in-reply-to").isPresent()) {
            return MailKind.AUTOMATIC_REPLY;
        }
        if (LIST_FIELDS.stream().anyMatch(field -> headers.first(field).isPresent()) || bulk(headers)) {
            return MailKind.LIST;
        }
        return generated || unanswered(headers) ? MailKind.NOTIFICATION : MailKind.PERSONAL;
    }

    /** Precedence is older than RFC 2369 and RFC 2919. */
    private static boolean bulk(HeaderFields headers) {
        return headers.every("precedence").stream()
                .anyMatch(value -> BULK.contains(value.strip().toLowerCase(Locale.ROOT)));
    }

    private static boolean unanswered(HeaderFields headers) {
        return AddressList.read(headers.first("from").orElse("")).stream()
                .anyMatch(from -> UNANSWERED.matcher(from.address()).matches());
    }
}
