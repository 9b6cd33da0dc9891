package org.obhut.outbox;

import jakarta.mail.MessagingException;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** The three-digit code of a server's answer (RFC 5321 section 4.2), found in what the mail library throws. The text is left there. */
final class SmtpReply {

    private SmtpReply() {}

    /** Empty where there was no answer. An answer about the receiver or sender goes before one about the whole. */
    static OptionalInt code(MessagingException failure) {
        int code = 0;
        Exception next = failure;
        while (next instanceof MessagingException current) {
            int own = own(current);
            code = own > 0 && (code == 0 || !(current instanceof SMTPSendFailedException)) ? own : code;
            next = current.getNextException();
        }
        return code > 0 ? OptionalInt.of(code) : OptionalInt.empty();
    }

    private static int own(@Nullable Exception failure) {
        if (failure instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (failure instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return failure instanceof SMTPSendFailedException whole ? whole.getReturnCode() : 0;
    }
}
