package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.mailbox.MailServerFixture.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.oauth.AccessTokens;
import org.obhut.oauth.RefreshTokens;
import org.obhut.testing.DebianMailServers;

/** A poller before Dovecot, with a network between them that can forget a connection without telling either side. */
class SilentServerInteropIT {

    private static final String ADDRESS = "beratung@obhut.example";

    /** Once in ten minutes, so that only IDLE can bring a mail in time. */
    private static final String POLL_SECONDS = "600";

    @TempDir
    Path folder;

    private final RememberingIntake intake = new RememberingIntake();
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();
    private DebianMailServers servers;
    private MeddlingProxy proxy;
    private Poller poller;
    private Thread thread;

    @BeforeEach
    void start() throws Exception {
        servers = DebianMailServers.in("silent");
        servers.user(ADDRESS, AccountSettings.PASSWORD);
        servers.makeFolder(ADDRESS, "");
        proxy = MeddlingProxy.before(servers.port("IMAP"), null);
        MailAccount account = new AccountSettings(ADDRESS, folder)
                .set("imap.port", Integer.toString(proxy.port()))
                .set("poll-seconds", POLL_SECONDS)
                .account();
        var tokens = new AccessTokens(new RefreshTokens(null, null), new SecureRandom(), Clock.systemUTC());
        var patience = new PollerContext.Patience(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofMinutes(1));
        poller = new Poller(
                account,
                intake,
                new PollerContext(
                        address -> Optional.of(new Mine()),
                        new Credentials(tokens, null),
                        watchdog,
                        Clock.systemUTC(),
                        new SecureRandom(),
                        patience,
                        Duration.ofMillis(20)));
        thread = new Thread(poller);
        thread.start();
    }

    @AfterEach
    void stop() throws Exception {
        poller.stop();
        proxy.close();
        thread.join(Duration.ofSeconds(10).toMillis());
        watchdog.shutdownNow();
        servers.close();
    }

    @Test
    void aConnectionThatHasDiedInSilenceIsNoticedByIdleAndReplaced() throws Exception {
        await("waiting by IDLE", () -> poller.watch().now().state().equals(MailboxWatch.IDLE) && said("IDLE") >= 1);
        deliver("eins");
        await("told by Dovecot", () -> intake.subjects().equals(List.of("eins")));
        await("removed", () -> lying() == 0);

        long before = said("IDLE");
        await("waiting again", () -> said("IDLE") > before);
        proxy.forget();
        deliver("zwei");
        await("taken over another connection", () -> intake.subjects().equals(List.of("eins", "zwei")));
        await("removed", () -> lying() == 0);
        assertTrue(proxy.commands().stream().noneMatch(command -> command.matches("\\S+ EXPUNGE.*")));
        await("well", () -> poller.watch().now().error() == null);
    }

    private long said(String command) {
        return proxy.commands().stream()
                .filter(line -> line.endsWith(' ' + command))
                .count();
    }

    /** As a delivery agent does: written elsewhere, and moved in whole. */
    private void deliver(String subject) throws Exception {
        Path maildir = servers.maildir(ADDRESS);
        Path written = Files.writeString(
                maildir.resolve("tmp").resolve(subject + ".test"),
                "From: mira@client.example\nTo: " + ADDRESS + "\nSubject: " + subject + "\nMessage-ID: <" + subject
                        + "@client.example>\n\nGuten Tag\n");
        Files.move(written, maildir.resolve("new").resolve(written.getFileName()));
    }

    private int lying() {
        try {
            return servers.mails(ADDRESS).size();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A turn that nobody else wants. */
    private static final class Mine implements Turn {

        @Override
        public boolean held() {
            return true;
        }

        @Override
        public void close() {}
    }
}
