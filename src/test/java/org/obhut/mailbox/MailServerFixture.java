package org.obhut.mailbox;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.obhut.oauth.AccessTokens;
import org.obhut.oauth.RefreshTokens;

/** A real IMAP server with one mailbox, and pollers on it. */
final class MailServerFixture implements AutoCloseable {

    static final String ADDRESS = "beratung@obhut.example";
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    /** Longer than any connection of a test lasts. */
    private static final Duration STEADY = Duration.ofMinutes(1);

    final RememberingIntake intake = new RememberingIntake();
    final MeddlingProxy proxy;
    private final Credentials credentials = new Credentials(
            new AccessTokens(new RefreshTokens(null, null), new SecureRandom(), Clock.systemUTC()), null);
    private final GreenMail mail;
    private final GreenMailUser user;
    private final Path folder;
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();
    private @Nullable Poller poller;
    private @Nullable Thread thread;

    MailServerFixture(Path folder) throws Exception {
        this(folder, null);
    }

    MailServerFixture(Path folder, javax.net.ssl.@Nullable SSLContext certificate) throws Exception {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        mail.start();
        user = mail.setUser(ADDRESS, ADDRESS, AccountSettings.PASSWORD);
        proxy = MeddlingProxy.before(mail.getImap().getPort(), certificate);
        this.folder = folder;
    }

    MailAccount account(String host, MailServer.Security security, @Nullable String moveTo) {
        AccountSettings settings = settings(host, security);
        return (moveTo == null ? settings : settings.set("move-to", moveTo)).account();
    }

    AccountSettings settings(String host, MailServer.Security security) {
        return new AccountSettings(ADDRESS, folder)
                .set("imap.host", host)
                .set("imap.port", Integer.toString(proxy.port()))
                .set("imap.security", security.name())
                .setting("obhut.poll", "PT0.05S");
    }

    /** User and password as LOGIN wants them. */
    String signIn() {
        return ADDRESS + ' ' + AccountSettings.PASSWORD;
    }

    Poller poll() {
        return poll(account("127.0.0.1", MailServer.Security.NONE, null));
    }

    Poller poll(MailAccount account) {
        return poll(account, Duration.ofSeconds(100));
    }

    Poller poll(MailAccount account, Duration idle) {
        return poll(account, idle, idle.plusSeconds(20));
    }

    /** @param silence after which the connection counts as dead */
    Poller poll(MailAccount account, Duration idle, Duration silence) {
        poller = new Poller(
                account,
                intake,
                new PollerContext(
                        address -> Optional.of(new Mine()),
                        credentials,
                        watchdog,
                        Clock.systemUTC(),
                        new SecureRandom(),
                        new PollerContext.Patience(idle, silence, STEADY),
                        Duration.ofMillis(5)));
        thread = new Thread(poller);
        thread.start();
        return poller;
    }

    /** A turn that nobody else wants. */
    private static final class Mine implements Turn {

        @Override
        public boolean held() {
            return true;
        }

        @Override
        public void close() throws SQLException {}
    }

    /** Puts a mail into the mailbox. */
    void deliver(String subject) throws Exception {
        deliverRaw("From: mira@client.example\r\nTo: " + ADDRESS + "\r\nSubject: " + subject + "\r\nMessage-ID: <"
                + subject + "@client.example>\r\n\r\nGuten Tag\r\n");
    }

    void deliverRaw(String raw) throws Exception {
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
    }

    List<StoredMessage> onServer(String folder) {
        MailFolder found = mail.getManagers().getImapHostManager().getFolder(user, folder);
        return found == null ? List.of() : found.getMessages();
    }

    List<StoredMessage> onServer() {
        return onServer("INBOX");
    }

    void createFolder(String name) throws Exception {
        mail.getManagers().getImapHostManager().createMailbox(user, name);
    }

    /** As another mail program does. */
    void markDeleted(int index) throws Exception {
        onServer().get(index).setFlag(Flags.Flag.DELETED, true);
    }

    long uidValidity() throws Exception {
        return mail.getManagers().getImapHostManager().getInbox(user).getUidValidity();
    }

    static void await(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not in time: " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** Ends the poller; true where it ended in time. */
    boolean stop() throws InterruptedException {
        poller.stop();
        thread.join(3_000);
        return !thread.isAlive();
    }

    @Override
    public void close() throws Exception {
        if (poller != null) {
            stop();
        }
        watchdog.shutdownNow();
        proxy.close();
        mail.stop();
    }
}
