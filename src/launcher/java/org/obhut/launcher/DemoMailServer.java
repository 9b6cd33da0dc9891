package org.obhut.launcher;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;

/**
 * A mail server in this process, for the demo and for tests: any address gets mail, nobody signs in to send, and a
 * client's address is its own IMAP user and password. Its mails are in memory and gone when it ends; they outlive a
 * server that is killed.
 */
public final class DemoMailServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final long MILLISECONDS_TO_START = 10_000;

    private final GreenMail mail;

    private DemoMailServer(GreenMail mail) {
        this.mail = mail;
    }

    /**
     * Starts the server on loopback.
     *
     * @param accounts passwords by address of those that are no clients
     */
    public static DemoMailServer start(int smtpPort, int imapPort, Map<String, String> accounts) {
        var mail = new OpenGreenMail(new ServerSetup[] {
            setup(smtpPort, ServerSetup.PROTOCOL_SMTP), setup(imapPort, ServerSetup.PROTOCOL_IMAP)
        });
        // Header bytes go through as they came; otherwise what is no UTF-8 would be lost.
        System.setProperty("mail.mime.allowutf8", "false");
        Thread.setDefaultUncaughtExceptionHandler(DemoMailServer::report);
        mail.start();
        // beratung+token@… is delivered to beratung@… (RFC 5233).
        mail.getUserManager().setSieveIgnoreDetail(true);
        accounts.forEach((address, password) -> mail.setUser(address, address, password));
        return new DemoMailServer(mail);
    }

    /** GreenMail's threads die of a mail program that hangs up without a word; that is no news for a terminal. */
    private static void report(Thread thread, Throwable failure) {
        if (!thread.getName().startsWith("imap:") && !thread.getName().startsWith("smtp:")) {
            failure.printStackTrace();
        }
    }

    private static ServerSetup setup(int port, String protocol) {
        var setup = new ServerSetup(port, HOST, protocol);
        setup.setServerStartupTimeout(MILLISECONDS_TO_START);
        return setup;
    }

    int smtpPort() {
        return mail.getSmtp().getPort();
    }

    /** What has arrived for an address, in order. */
    List<MimeMessage> mailsOf(String address) {
        GreenMailUser user = mail.getUserManager().getUserByEmail(address);
        if (user == null) {
            return List.of();
        }
        try {
            return mail.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
                    .map(StoredMessage::getMimeMessage)
                    .toList();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        mail.stop();
    }
}
