package org.obhut.acceptance;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/** A mailbox on the demo mail server, as a mail program sees it by IMAP. */
public final class ImapInbox implements AutoCloseable {

    private final Store store;
    private final Folder inbox;

    /** A client's mailbox: the address is its own password. */
    public static ImapInbox ofClient(int port, String address) throws MessagingException {
        return new ImapInbox(port, address, address);
    }

    public ImapInbox(int port, String address, String password) throws MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.imap.peek", "true");
        store = Session.getInstance(properties).getStore("imap");
        store.connect("127.0.0.1", port, address, password);
        inbox = store.getFolder("INBOX");
        inbox.open(Folder.READ_ONLY);
    }

    /** Waits for the mail of a number, counted from 1 in order of arrival, and answers its bytes. */
    public byte[] await(int number, Duration deadline) throws Exception {
        return Await.value("mail " + number + " in the mailbox", deadline, () -> mail(number));
    }

    /** A whole mail with its text parts decoded; files count only where they are text. */
    public static String text(byte[] mail) throws Exception {
        return text(parsed(mail));
    }

    public static MimeMessage parsed(byte[] mail) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart several) {
            var all = new StringBuilder();
            for (int i = 0; i < several.getCount(); i++) {
                all.append(text(several.getBodyPart(i)));
            }
            return all.toString();
        }
        return part.getContent() instanceof String text ? text : "";
    }

    public int count() throws MessagingException {
        return inbox.getMessageCount();
    }

    private Optional<byte[]> mail(int number) throws MessagingException, IOException {
        if (inbox.getMessageCount() < number) {
            return Optional.empty();
        }
        Message message = inbox.getMessage(number);
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return Optional.of(bytes.toByteArray());
    }

    @Override
    public void close() throws MessagingException {
        inbox.close(false);
        store.close();
    }
}
