package org.obhut.launcher;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/** A client of a sample conversation, who writes by SMTP and answers what arrived. */
final class SampleClient {

    private final DemoMailServer server;
    private final InternetAddress address;
    private final InternetAddress mailbox;
    private int read;

    SampleClient(DemoMailServer server, String address, String mailbox) throws MessagingException {
        this.server = server;
        this.address = InternetAddress.parseHeader(address, true)[0];
        this.mailbox = new InternetAddress(mailbox);
    }

    String address() {
        return address.getAddress();
    }

    /** Whether a mail has arrived that was not there at the last call that said so. */
    boolean received() {
        int arrived = server.mailsOf(address()).size();
        boolean more = arrived > read;
        read = arrived;
        return more;
    }

    /** Writes to the counselling service; as an answer, once something has arrived. */
    void write(Conversation.Entry entry) throws MessagingException {
        var mail = new MimeMessage(session()) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", '<' + UUID.randomUUID().toString() + "@client.example>");
            }
        };
        mail.setFrom(address);
        mail.setSentDate(new Date());
        mail.setSubject(entry.fields().get("Subject"), StandardCharsets.UTF_8.name());
        mail.setText(entry.text(), StandardCharsets.UTF_8.name());
        if (entry.words().contains("auto")) {
            mail.setHeader("Auto-Submitted", "auto-replied");
        }
        mail.setRecipient(Message.RecipientType.TO, mailbox);
        List<MimeMessage> received = server.mailsOf(address());
        if (!received.isEmpty()) {
            answer(mail, received.get(received.size() - 1));
        }
        mail.saveChanges();
        Transport.send(mail);
    }

    private static void answer(MimeMessage mail, MimeMessage last) throws MessagingException {
        Address[] to = last.getReplyTo();
        mail.setRecipients(Message.RecipientType.TO, to);
        mail.setHeader("In-Reply-To", last.getMessageID());
        mail.setHeader("References", last.getMessageID());
    }

    private Session session() {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(server.smtpPort()));
        properties.setProperty("mail.smtp.localhost", "client.example");
        return Session.getInstance(properties);
    }
}
