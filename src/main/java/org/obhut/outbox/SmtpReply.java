package org.obhut.outbox;

import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * A server's answer that was no yes, found in what the mail library throws. Its text is left there, as it repeats addresses.
 *
 * @param code three digits (RFC 5321 section 4.2)
 * @param status enhanced status code such as {@code 5.1.1} (RFC 2034, RFC 3463), null where the server gives none
 */
record SmtpReply(int code, @Nullable String status) {

    private static final Pattern STATUS = Pattern.compile("\\A\\d{3}[ -](\\d\\.\\d{1,3}\\.\\d{1,3})(?!\\S)");

    /** Empty where there was no answer. An answer about the receiver or sender goes before one about the whole. */
    static Optional<SmtpReply> of(MessagingException failure) {
        SmtpReply reply = null;
        Exception next = failure;
        while (next instanceof MessagingException current) {
            int own = code(current);
            if (own > 0 && (reply == null || !(current instanceof SMTPSendFailedException))) {
                reply = new SmtpReply(own, status(own, current.getMessage()));
            }
            next = current.getNextException();
        }
        return Optional.ofNullable(reply);
    }

    /** Own word for it: {@code smtp-550} or {@code smtp-550-5.1.1}. */
    String word() {
        return "smtp-" + code + (status == null ? "" : '-' + status);
    }

    /** A status of another class than the reply's is the server's mistake (RFC 3463 section 3). */
    private static @Nullable String status(int code, @Nullable String text) {
        Matcher status = STATUS.matcher(text == null ? "" : text);
        return status.find()
                        && status.group(1).charAt(0) == String.valueOf(code).charAt(0)
                ? status.group(1)
                : null;
    }

    private static int code(MessagingException failure) {
        if (failure instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (failure instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return failure instanceof SMTPSendFailedException whole ? whole.getReturnCode() : 0;
    }
}
