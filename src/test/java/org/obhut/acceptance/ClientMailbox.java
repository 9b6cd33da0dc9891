package org.obhut.acceptance;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/** A client's own mailbox on the demo mail server, as a mail program sees it by IMAP. */
final class ClientMailbox implements AutoCloseable {

    private final Store store;
    private final Folder inbox;

    ClientMailbox(int port, String address) throws MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.imap.peek", "true");
        store = Session.getInstance(properties).getStore("imap");
        store.connect("127.0.0.1", port, address, address);
        inbox = store.getFolder("INBOX");
        inbox.open(Folder.READ_ONLY);
    }

    /** Waits for the mail of a number, counted from 1 in order of arrival, and answers its bytes. */
    byte[] await(int number, Duration deadline) throws Exception {
        return Await.value("mail " + number + " in the client's mailbox", deadline, () -> mail(number));
    }

    int count() throws MessagingException {
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
