package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.mailbox.MailServerFixture.await;

import jakarta.mail.Flags;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.mailbox.Mailboxes.FirstContact;
import org.obhut.oauth.TokenServer;
import org.obhut.outbox.TestCertificate;

@Timeout(60)
class PollerTest {

    @TempDir
    Path folder;

    private MailServerFixture server;

    @BeforeEach
    void start() throws Exception {
        server = new MailServerFixture(folder);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void takesWhatComesWhileItIdlesAndRemovesIt() throws Exception {
        Poller poller = server.poll();
        await("idle", () -> poller.watch().now().state().equals(MailboxWatch.IDLE) && said("IDLE") == 1);
        server.deliver("eins");
        await("stored", () -> server.intake.subjects().equals(List.of("eins")));
        await("removed", () -> server.onServer().isEmpty());
    }

    @Test
    void takesABurstThatComesWhileItWorksWithoutWaitingForAnything() throws Exception {
        server.poll();
        for (int i = 0; i < 200; i++) {
            server.deliver("mail-" + i);
        }
        await("all stored", () -> server.intake.stored.size() == 200);
        assertEquals(
                IntStream.range(0, 200).mapToObj(i -> "mail-" + i).toList(),
                server.intake.subjects().stream().toList());
        await("all removed", () -> server.onServer().isEmpty());
    }

    @Test
    void looksByTheClockWhereTheServerHasNoIdle() throws Exception {
        server.proxy.change(line -> line.replace(" IDLE", ""));
        Poller poller = server.poll();
        await("polling", () -> poller.watch().now().state().equals(MailboxWatch.POLLING));
        server.deliver("eins");
        await("stored", () -> server.intake.stored.size() == 1);
        assertEquals(0, said("IDLE"));
    }

    @Test
    void leavesNoMarkOnWhatItReads() throws Exception {
        server.intake.keepOnServer = true;
        server.deliver("eins");
        server.poll();
        await("stored", () -> server.intake.stored.size() == 1);
        assertFalse(server.onServer().get(0).isSet(Flags.Flag.SEEN));
        assertFalse(server.onServer().get(0).isSet(Flags.Flag.DELETED));
    }

    @Test
    void doesNotExpungeWhatOthersHaveMarked() throws Exception {
        server.deliver("theirs");
        server.markDeleted(0);
        server.deliver("ours");
        server.poll();
        await("ours removed", () -> server.onServer().size() == 1);
        assertTrue(server.stop());
        assertEquals(List.of("ours"), server.intake.subjects());
        assertEquals("theirs", server.onServer().get(0).getMimeMessage().getSubject());
        assertTrue(server.proxy.commands().stream().noneMatch(c -> c.matches("\\S+ EXPUNGE.*")));
    }

    @Test
    void fetchesALargeMailInPiecesByteForByte() throws Exception {
        String raw = "Subject: large\r\n\r\n" + "0123456789abcdef\r\n".repeat(40_000);
        server.deliverRaw(raw);
        server.poll();
        await("stored", () -> server.intake.stored.size() == 1);
        assertArrayEquals(raw.getBytes(StandardCharsets.UTF_8), server.intake.stored.get(0));
        assertEquals(
                6,
                server.proxy.commands().stream()
                        .filter(c -> c.contains("BODY.PEEK[]<"))
                        .count());
    }

    @Test
    void comesBackAfterALostConnection() throws Exception {
        Poller poller = server.poll();
        await("idle", () -> said("IDLE") == 1);
        server.proxy.drop();
        server.deliver("after");
        await("stored", () -> server.intake.subjects().equals(List.of("after")));
        await("well", () -> well(poller));
    }

    @Test
    void beginsIdleAnewBeforeTheConnectionIsForgotten() throws Exception {
        server.poll(server.account("127.0.0.1", MailServer.Security.NONE, null), Duration.ofMillis(100));
        await("several times", () -> said("IDLE") >= 3 && said("DONE") >= 2);
        server.deliver("eins");
        await("stored", () -> server.intake.stored.size() == 1);
    }

    @Test
    void takesTheNextMailAfterOneThatCannotBeStored() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        server.intake.before = mail -> {
            if (mail.contains("Subject: poison") && attempts.incrementAndGet() < 3) {
                throw new IllegalStateException("cannot store");
            }
        };
        server.deliver("poison");
        server.deliver("fine");
        server.poll();
        await("the other first, then both", () -> server.intake.subjects().equals(List.of("fine", "poison")));
        await("removed", () -> server.onServer().isEmpty());
    }

    @Test
    void touchesNothingInAnOutageAndGoesOnAfterIt() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        server.intake.before = mail -> {
            if (attempts.incrementAndGet() < 3) {
                throw new org.obhut.platform.DatabaseRefused(new java.sql.SQLException("down", "08006"));
            }
        };
        server.deliver("eins");
        server.deliver("zwei");
        server.poll();
        await("both in order", () -> server.intake.subjects().equals(List.of("eins", "zwei")));
    }

    @Test
    void takesTheOthersWhereOneMailAloneBringsTheDatabaseDown() throws Exception {
        server.intake.before = mail -> {
            if (mail.contains("Subject: poison")) {
                throw new org.obhut.platform.DatabaseRefused(new java.sql.SQLException("down", "08006"));
            }
        };
        server.deliver("poison");
        server.deliver("fine");
        Poller poller = server.poll();
        await("the other", () -> server.intake.subjects().equals(List.of("fine")));
        await("warning", () -> "mail-left-on-server".equals(poller.watch().now().error()));
        assertEquals(1, server.onServer().size());
    }

    @Test
    void takesTheOthersWhereTheServerRefusesToHandOutOneMail() throws Exception {
        server.deliver("fine-1");
        server.deliver("broken");
        server.deliver("fine-2");
        long broken = server.onServer().get(1).getUid();
        server.proxy.refuse(command -> command.contains(" UID FETCH ")
                && (command.contains(" UID FETCH " + broken + ' ') || command.matches(".* UID FETCH \\S*[:,].*")));
        Poller poller = server.poll();
        await("the others", () -> server.intake.subjects().equals(List.of("fine-1", "fine-2")));
        await("warning", () -> "mail-left-on-server".equals(poller.watch().now().error()));
        assertEquals(new OnServer(1, 0, 0), poller.watch().now().onServer());
        assertEquals(1, server.onServer().size());
        server.proxy.refuse(command -> false);
        await("then that one too", () -> server.intake.subjects().contains("broken"));
        await("removed", () -> server.onServer().isEmpty());
    }

    @Test
    void neverTakesHalfAMailForAWholeOne() throws Exception {
        server.deliverRaw("Subject: large\r\n\r\n" + "0123456789abcdef\r\n".repeat(20_000));
        server.deliver("fine");
        server.proxy.refuse(command -> command.contains("BODY.PEEK[]<" + ImapInbox.PIECE + "."));
        server.poll();
        await("the other", () -> server.intake.subjects().equals(List.of("fine")));
        await("its removal", () -> server.onServer().size() == 1);
        server.proxy.refuse(command -> false);
        await("the whole mail", () -> server.intake.subjects().contains("large"));
        assertEquals(18 * 20_000 + 18, server.intake.stored.get(1).length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOGIN", "SELECT", "UID SEARCH", "UID FETCH", "UID STORE", "UID EXPUNGE", "IDLE"})
    void losesAndDoublesNothingWhereverTheConnectionBreaks(String phase) throws Exception {
        for (int i = 0; i < 30; i++) {
            server.deliver("mail-" + i);
        }
        server.proxy.dropOnceAt(command -> command.contains(' ' + phase));
        server.poll();
        await("dropped", () -> server.proxy.dropped());
        await("all stored", () -> server.intake.stored.size() == 30);
        await("all removed", () -> server.onServer().isEmpty());
        assertEquals(30, server.intake.subjects().stream().distinct().count());
    }

    @Test
    void doesNotTryAgainAndAgainWithoutPauseWhereTheServerBreaksOffEachIdle() throws Exception {
        server.proxy.change(line -> line.startsWith("+ ") ? "* BYE not today\r\n" : line);
        Poller poller = server.poll();
        await("by the clock", () -> poller.watch().now().state().equals(MailboxWatch.POLLING));
        assertEquals(3, said("IDLE"));
        server.deliver("eins");
        await("stored", () -> server.intake.stored.size() == 1);
    }

    @Test
    void removesWithoutTakingAgainWhatWasCommittedBeforeACrash() throws Exception {
        server.deliver("committed");
        server.deliver("new");
        long uid = server.onServer().get(0).getUid();
        server.intake.record(new Place(server.intake.mailbox(), server.uidValidity(), uid));
        server.poll();
        await("removed", () -> server.onServer().isEmpty());
        assertEquals(List.of("new"), server.intake.subjects());
    }

    @Test
    void offersMailsAgainUnderANewUidValidity() throws Exception {
        server.intake.keepOnServer = true;
        server.deliver("eins");
        server.poll();
        await("stored", () -> server.intake.places.size() == 1);
        server.proxy.change(line -> line.replaceAll("UIDVALIDITY \\d+", "UIDVALIDITY 4711"));
        server.proxy.drop();
        await("offered again", () -> server.intake.places.size() == 2);
        assertEquals(4711, server.intake.places.get(1).uidValidity());
    }

    @Test
    void touchesNothingUntilSomeoneHasChosen() throws Exception {
        server.intake.choice = null;
        server.deliver("old");
        Poller poller = server.poll();
        await("waiting", () -> poller.watch().now().state().equals(MailboxWatch.WAITING_FOR_CHOICE));
        assertEquals(1, server.intake.standing().found());
        assertEquals(List.of(), server.intake.subjects());
        server.intake.choice = new FirstContact.OnlyNew();
        poller.poke();
        server.deliver("new");
        await(
                "only the new one",
                () -> server.intake.subjects().equals(List.of("new"))
                        && server.onServer().size() == 1);
        assertEquals("old", server.onServer().get(0).getMimeMessage().getSubject());
    }

    @Test
    void movesMailsWhereTheServerHasNoUidplus() throws Exception {
        server.createFolder("Übernommen");
        server.proxy.change(line -> line.replace(" UIDPLUS", ""));
        server.deliver("eins");
        server.poll(server.account("127.0.0.1", MailServer.Security.NONE, "Übernommen"));
        await(
                "moved",
                () -> server.onServer().isEmpty()
                        && server.onServer("Übernommen").size() == 1);
        server.deliver("zwei");
        await("moved too", () -> server.onServer("Übernommen").size() == 2);
        assertEquals(List.of("eins", "zwei"), server.intake.subjects());
    }

    @Test
    void leavesMailsWithAWarningWhereTheServerCannotRemoveSingleOnes() throws Exception {
        server.proxy.change(line -> line.replace(" UIDPLUS", "").replace(" MOVE", ""));
        server.deliver("eins");
        Poller poller = server.poll();
        await("warning", () -> "cannot-remove".equals(poller.watch().now().error()));
        assertEquals(MailboxWatch.IDLE, poller.watch().now().state());
        server.deliver("zwei");
        await("both once", () -> server.intake.subjects().equals(List.of("eins", "zwei")));
        assertEquals(2, server.onServer().size());
        assertFalse(server.onServer().get(0).isSet(Flags.Flag.DELETED));
    }

    @Test
    void endsWithinSecondsOutOfIdle() throws Exception {
        server.poll();
        await("idle", () -> said("IDLE") == 1);
        assertTrue(server.stop());
    }

    @Test
    void refusesAServerWithoutStartTls() throws Exception {
        Poller poller = server.poll(server.account("127.0.0.1", MailServer.Security.STARTTLS, null));
        await("refused", () -> failed(poller, "no-starttls"));
        assertTrue(server.proxy.commands().stream().noneMatch(c -> c.contains("LOGIN") || c.contains("AUTHENTICATE")));
    }

    @Test
    void verifiesCertificateAndName() throws Exception {
        server.close();
        TestCertificate certificate = TestCertificate.of("localhost", folder);
        server = new MailServerFixture(folder, certificate.server());
        server.deliver("eins");
        refused("certificate-untrusted", server.settings("localhost", MailServer.Security.TLS));
        refused("certificate-wrong-name", trusting(certificate, "127.0.0.1", MailServer.Security.TLS));
        server.poll(trusting(certificate, "localhost", MailServer.Security.TLS).account());
        await("stored", () -> server.intake.stored.size() == 1);
    }

    @Test
    void verifiesCertificateAndNameAfterStartTlsToo() throws Exception {
        TestCertificate certificate = TestCertificate.of("localhost", folder);
        server.proxy.offerStartTls(certificate.server());
        server.deliver("eins");
        refused("certificate-untrusted", server.settings("localhost", MailServer.Security.STARTTLS));
        refused("certificate-wrong-name", trusting(certificate, "127.0.0.1", MailServer.Security.STARTTLS));
        assertTrue(server.proxy.commands().stream().noneMatch(c -> c.contains("LOGIN")));
        server.poll(
                trusting(certificate, "localhost", MailServer.Security.STARTTLS).account());
        await("stored", () -> server.intake.stored.size() == 1);
    }

    @Test
    void refusesACertificateThatHasExpired() throws Exception {
        server.close();
        TestCertificate certificate = TestCertificate.expired("localhost", folder);
        server = new MailServerFixture(folder, certificate.server());
        refused("certificate-expired", trusting(certificate, "localhost", MailServer.Security.TLS));
    }

    private AccountSettings byToken(TokenServer tokens) throws Exception {
        return server.settings("127.0.0.1", MailServer.Security.NONE)
                .set("auth", "oauth2")
                .set("oauth2.token-endpoint", tokens.endpoint().toString())
                .set("oauth2.client-id", "client-1")
                .set(
                        "oauth2.client-secret-file",
                        Files.writeString(folder.resolve("secret"), "s3cret").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "XOAUTH2, 'user=beratung@obhut.example|auth=Bearer token-2||', ''",
        "OAUTHBEARER, 'n,a=beratung@obhut.example,|host=127.0.0.1|port=PORT|auth=Bearer token-2||', AQ==",
    })
    void signsInByATokenAndFetchesAnotherOneWhereThatIsRefused(String mechanism, String message, String afterError)
            throws Exception {
        String wanted = message.replace('|', '\1').replace("PORT", Integer.toString(server.proxy.port()));
        server.proxy.askForToken(mechanism, wanted::equals, server.signIn());
        try (TokenServer tokens = new TokenServer()) {
            AtomicInteger given = new AtomicInteger();
            tokens.grant(form -> TokenServer.token("token-" + given.incrementAndGet(), 3600));
            server.deliver("eins");
            server.poll(byToken(tokens).account());
            await("stored", () -> server.intake.stored.size() == 1);
            assertEquals(2, tokens.asked().size());
            assertTrue(server.proxy.commands().contains(afterError), "said after the server's error");
            server.proxy.drop();
            server.deliver("zwei");
            await("stored too", () -> server.intake.stored.size() == 2);
            assertEquals(2, tokens.asked().size(), "the token is kept");
        }
    }

    @Test
    void saysWhyThereIsNoTokenAndGoesOnWhenThereIsOne() throws Exception {
        server.proxy.askForToken("XOAUTH2", message -> true, server.signIn());
        try (TokenServer tokens = new TokenServer()) {
            tokens.answer(401, "{\"error\": \"invalid_client\"}");
            Poller poller = server.poll(byToken(tokens).account());
            await("reason", () -> "oauth-invalid-client"
                    .equals(poller.watch().now().error()));
            assertEquals(0, server.proxy.commands().size(), "the mail server is not even asked");
            tokens.answer(200, TokenServer.token("token", 3600));
            server.deliver("eins");
            await("stored", () -> server.intake.stored.size() == 1);
        }
    }

    @Test
    void neverSaysATokenAsAPassword() throws Exception {
        server.proxy.change(line -> line.startsWith("* CAPABILITY ") ? MeddlingProxy.withoutSignIn(line) : line);
        try (TokenServer tokens = new TokenServer()) {
            tokens.answer(200, TokenServer.token("token", 3600));
            Poller poller = server.poll(byToken(tokens).account());
            await("reason", () -> "no-sign-in-method"
                    .equals(poller.watch().now().error()));
            assertTrue(server.stop());
            assertTrue(
                    server.proxy.commands().stream().noneMatch(c -> c.contains("LOGIN") || c.contains("AUTHENTICATE")));
        }
    }

    @Test
    void picksUpAChangedPassword() throws Exception {
        MailAccount account =
                server.settings("127.0.0.1", MailServer.Security.NONE).account();
        Files.writeString(folder.resolve("mailbox-password"), "old");
        Poller poller = server.poll(account);
        await("refused", () -> "sign-in-refused".equals(poller.watch().now().error()));
        server.deliver("eins");
        Files.writeString(folder.resolve("mailbox-password"), AccountSettings.PASSWORD);
        await("stored", () -> server.intake.stored.size() == 1);
        Files.delete(folder.resolve("mailbox-password"));
        server.proxy.drop();
        await("missing", () -> "password-file".equals(poller.watch().now().error()));
    }

    private AccountSettings trusting(TestCertificate certificate, String host, MailServer.Security security)
            throws Exception {
        return server.settings(host, security)
                .set("ca-file", certificate.pem(folder).toString());
    }

    private void refused(String reason, AccountSettings settings) throws Exception {
        Poller poller = server.poll(settings.account());
        await("refused", () -> failed(poller, reason));
        assertTrue(server.stop());
        assertEquals(0, server.intake.stored.size());
    }

    private static boolean well(Poller poller) {
        MailboxWatch.Now now = poller.watch().now();
        return now.state().equals(MailboxWatch.IDLE) && now.error() == null;
    }

    private static boolean failed(Poller poller, String error) {
        MailboxWatch.Now now = poller.watch().now();
        return now.state().equals(MailboxWatch.FAILED) && error.equals(now.error());
    }

    private long said(String word) {
        return server.proxy.commands().stream().filter(c -> c.endsWith(word)).count();
    }
}
