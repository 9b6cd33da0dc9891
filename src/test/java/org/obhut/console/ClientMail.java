package org.obhut.console;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.testing.RunningObhut;

/** Writes to the demo's counselling mailbox as a client would. */
final class ClientMail {

    private static final int DEEP = 120;

    private final Session session;

    ClientMail(RunningObhut obhut) {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(obhut.smtpPort()));
        session = Session.getInstance(settings);
    }

    /** A subject that no other letter has. */
    static String subject(String words) {
        return words + ' ' + UUID.randomUUID();
    }

    /** A letter with a small HTML file. */
    void send(String from, String subject, String text) throws MessagingException {
        var mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress(from));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("beratung@obhut.example"));
        mail.setSubject(subject, StandardCharsets.UTF_8.name());
        var words = new MimeBodyPart();
        words.setText(text, StandardCharsets.UTF_8.name());
        var file = new MimeBodyPart();
        file.setContent("<script>alert(1)</script>", "text/html");
        file.setFileName("Brief.html");
        file.setDisposition(MimeBodyPart.ATTACHMENT);
        mail.setContent(new MimeMultipart(words, file));
        Transport.send(mail);
    }

    /** A mail byte by byte. */
    void sendRaw(String... lines) throws MessagingException {
        sendRawTo(InternetAddress.parse("beratung@obhut.example"), lines);
    }

    /** A mail byte by byte, to another mailbox. */
    void sendRawTo(InternetAddress[] to, String... lines) throws MessagingException {
        byte[] bytes = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
        var mail = new MimeMessage(session, new ByteArrayInputStream(bytes));
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            // Not the static way, which gives a mail another Message-ID.
            transport.sendMessage(mail, to);
        }
    }

    /**
     * A file of a mail.
     *
     * @param contentId by which the HTML names it, without brackets; null where it does not
     */
    record File(String name, String type, @Nullable String contentId, byte[] bytes) {

        static File of(String name, String type, byte[] bytes) {
            return new File(name, type, null, bytes);
        }
    }

    /** A letter in HTML with a text beside it, and files. */
    void sendHtml(InternetAddress from, String subject, String text, String html, File... files)
            throws MessagingException {
        var words = new MimeBodyPart();
        words.setText(text, StandardCharsets.UTF_8.name());
        var page = new MimeBodyPart();
        page.setText(html, StandardCharsets.UTF_8.name(), "html");
        var both = new MimeBodyPart();
        both.setContent(new MimeMultipart("alternative", words, page));
        var whole = new MimeMultipart("related", both);
        for (File file : files) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), file.type())));
            part.setHeader("Content-Type", file.type());
            part.setHeader(
                    "Content-Disposition",
                    (file.contentId() == null ? "attachment" : "inline") + "; filename*=UTF-8''"
                            + URLEncoder.encode(file.name(), StandardCharsets.UTF_8)
                                    .replace("+", "%20"));
            if (file.contentId() != null) {
                part.setContentID("<" + file.contentId() + ">");
            }
            whole.addBodyPart(part);
        }
        var mail = new MimeMessage(session);
        mail.setFrom(from);
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("beratung@obhut.example"));
        mail.setSubject(subject, StandardCharsets.UTF_8.name());
        mail.setContent(whole);
        Transport.send(mail);
    }

    /** A mail in a mail in a mail …, deeper than anybody writes and than is read. */
    void sendNested(String from) throws MessagingException {
        var words = new MimeBodyPart();
        words.setText("Ganz innen");
        MimeBodyPart inner = words;
        for (int i = 0; i < DEEP; i++) {
            var outer = new MimeBodyPart();
            outer.setContent(new MimeMultipart(inner));
            inner = outer;
        }
        var mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress(from));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("beratung@obhut.example"));
        mail.setSubject("Verschachtelt");
        mail.setContent(new MimeMultipart(inner));
        Transport.send(mail);
    }
}
