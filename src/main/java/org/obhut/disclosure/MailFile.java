package org.obhut.disclosure;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.TimelineEntry;
import org.obhut.ticket.TimelineEntry.Direction;

/** A message of a ticket as a mail that every mail program opens (RFC 5322): sender, receiver, subject, time and text. */
final class MailFile {

    private MailFile() {}

    /** @param ours address of the mailbox by which the ticket's mail goes; null where it has none */
    static byte[] of(TimelineEntry message, @Nullable String ours) throws IOException {
        boolean in = message.direction() == Direction.IN;
        try {
            var mail = new Plain();
            if (in) {
                mail.setFrom(address(message.from(), null));
            } else {
                mail.setFrom(address(null, ours));
            }
            Address to = address(null, in ? ours : message.to());
            if (to != null) {
                mail.setRecipient(jakarta.mail.Message.RecipientType.TO, to);
            }
            mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
            mail.setSentDate(Date.from(message.at()));
            mail.setText(message.text(), StandardCharsets.UTF_8.name());
            var bytes = new ByteArrayOutputStream();
            mail.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException e) {
            throw new IOException("a mail can't be written as a file", e);
        }
    }

    /** Not checked: what came in may have had no proper address, and still has to be given. */
    private static @Nullable Address address(org.obhut.ticket.@Nullable Address known, @Nullable String bare)
            throws UnsupportedEncodingException {
        if (known != null) {
            return new InternetAddress(known.address(), known.name(), StandardCharsets.UTF_8.name());
        }
        return bare == null ? null : new InternetAddress(bare, null);
    }

    /** The library would make a Message-ID with the name of this machine. */
    private static final class Plain extends MimeMessage {

        Plain() {
            super(Session.getInstance(new Properties()));
        }

        @Override
        protected void updateMessageID() {
            // The mail's own is not kept.
        }
    }
}
