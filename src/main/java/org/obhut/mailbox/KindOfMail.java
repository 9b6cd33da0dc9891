package org.obhut.mailbox;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obhut.mime.HeaderFields;
import org.obhut.mime.MimeEntity;
import org.obhut.ticket.MailKind;

/** What a mail is by its own marks. Where it belongs can say more: {@link Filing} has the last word. */
final class KindOfMail {

    private static final Set<String> BULK = Set.of("bulk", "list", "junk");

    private KindOfMail() {}

    /** @param report what {@link DeliveryReports} made of the mail, null where it is no report */
    static MailKind of(MimeEntity mail, @Nullable DeliveryReport report) {
        HeaderFields headers = mail.headers();
        if (report != null) {
            return report.kind();
        }
        if (list(headers)) {
            return MailKind.LIST;
        }
        if (AutoReplyDetector.generated(headers)) {
            return MailKind.NOTIFICATION;
        }
        return AutoReplyDetector.automatic(headers) ? MailKind.AUTOMATIC_REPLY : MailKind.PERSONAL;
    }

    /** RFC 2919 and RFC 2369; Precedence is older than both. An absence note that calls itself bulk is no newsletter. */
    private static boolean list(HeaderFields headers) {
        if (headers.first("list-id").isPresent()
                || headers.first("list-unsubscribe").isPresent()) {
            return true;
        }
        return !AutoReplyDetector.automatic(headers)
                && headers.every("precedence").stream()
                        .anyMatch(p -> BULK.contains(p.strip().toLowerCase(Locale.ROOT)));
    }
}
