package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.mailbox.MailServerFixture.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that say nothing, too much or the wrong thing: no mail is lost for it, and none stops the next. */
class OddServersTest extends PollerCase {

    private static final Duration SILENCE = Duration.ofMillis(200);

    private Poller pollImpatiently(MailAccount account) {
        return server.poll(account, Duration.ofSeconds(20), SILENCE);
    }

    private MailAccount account() {
        return server.account("127.0.0.1", MailServer.Security.NONE, null);
    }

    @Test
    void aServerThatTakesTheConnectionAndSaysNothingIsTriedAgainAndNamed() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            AtomicInteger calls = new AtomicInteger();
            Thread thread = new Thread(() -> {
                try {
                    while (true) {
                        silent.accept();
                        calls.incrementAndGet();
                    }
                } catch (IOException e) {
                    // The test is over.
                }
            });
            thread.start();
            Poller poller = pollImpatiently(server.settings("127.0.0.1", MailServer.Security.NONE)
                    .set("imap.port", Integer.toString(silent.getLocalPort()))
                    .account());
            await("named", () -> failed(poller, "no-answer"));
            await("tried again", () -> calls.get() > 1);
            assertTrue(server.stop());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOGIN", "SELECT", "UID SEARCH", "UID FETCH", "UID STORE", "UID EXPUNGE"})
    void aServerThatFallsSilentIsLeftAndWhatItHasIsTakenFromTheNextConnection(String phase) throws Exception {
        AtomicBoolean silent = new AtomicBoolean();
        server.deliver("eins");
        server.deliver("zwei");
        server.proxy.answer(command -> command.contains(' ' + phase) && silent.compareAndSet(false, true) ? "" : null);
        pollImpatiently(account());
        await("stored", () -> server.intake.subjects().equals(List.of("eins", "zwei")));
        await("removed", () -> server.onServer().isEmpty());
        assertTrue(silent.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 1_000_000})
    void aWrongCountOfMailsChangesNothing(int said) throws Exception {
        server.proxy.change(line -> line.replaceAll("^\\* \\d+ EXISTS", "* " + said + " EXISTS"));
        server.deliver("eins");
        server.deliver("zwei");
        server.poll();
        await("stored", () -> server.intake.subjects().equals(List.of("eins", "zwei")));
        await("removed", () -> server.onServer().isEmpty());
        server.deliver("drei");
        await("stored too", () -> server.intake.subjects().equals(List.of("eins", "zwei", "drei")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* 1 FETCH (ENVELOPE NIL)",
                "* 1 FETCH (FLAGS (\\Seen) UID 1)",
                "* 1 FETCH (BODYSTRUCTURE NIL UID 1)",
                "* 1 FETCH (BODY[] NIL UID 1)",
                "* 99 FETCH (UID 99 BODY[]<0> \"x\")",
                "* 0 EXPUNGE",
                "* 77 EXPUNGE",
                "* SEARCH 4711 oops",
                "* OK [NONSENSE",
                "* LIST",
                "* ?",
                "*",
            })
    void whatNobodyHasAskedForIsPassedOver(String said) throws Exception {
        server.proxy.change(line -> line.matches("(?s)\\* (SEARCH|\\d+ FETCH).*") ? said + "\r\n" + line : line);
        server.deliver("eins");
        server.deliver("zwei");
        server.poll();
        await("stored", () -> server.intake.subjects().equals(List.of("eins", "zwei")));
        await("removed", () -> server.onServer().isEmpty());
    }

    /** As servers of RFC 3516 send what is asked for as binary, and nobody has asked for. */
    @Test
    void aMailInALiteralOfAnotherKindWaitsAndTheNextIsTaken() throws Exception {
        server.proxy.change(line -> line.startsWith("* 1 FETCH") ? line.replaceAll("\\{(\\d+)\\}", "~{$1}") : line);
        server.intake.keepOnServer = true;
        server.deliver("binary");
        server.deliver("fine");
        Poller poller = server.poll();
        await("the other", () -> server.intake.subjects().equals(List.of("fine")));
        await("warning", () -> "mail-left-on-server".equals(poller.watch().now().error()));
        server.proxy.change(line -> line);
        await("then that one too", () -> server.intake.subjects().equals(List.of("fine", "binary")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NIL", "\"\"", "{0}\r\n"})
    void ofMailsThatAllComeOutEmptyNoneIsTakenForReadAndTheNextOneIs(String nothing) throws Exception {
        AtomicBoolean odd = new AtomicBoolean(true);
        server.proxy.answer(command -> odd.get() && command.contains(" UID FETCH ")
                ? "* 1 FETCH (UID 1 RFC822.SIZE 120 BODY[]<0> " + nothing + ")\r\n"
                        + "* 2 FETCH (UID 2 RFC822.SIZE 120 BODY[]<0> " + nothing + ")\r\n"
                        + command.split(" ")[0] + " OK done\r\n"
                : null);
        server.deliver("eins");
        server.deliver("zwei");
        Poller poller = server.poll();
        await("warning", () -> "mail-left-on-server".equals(poller.watch().now().error()));
        assertEquals(new OnServer(2, 0, 0), poller.watch().now().onServer());
        assertEquals(2, server.onServer().size());
        odd.set(false);
        server.deliver("drei");
        await("all", () -> server.intake.stored.size() == 3);
        await("removed", () -> server.onServer().isEmpty());
    }

    @Test
    void aFarewellAmidAMailIsNoEndOfIt() throws Exception {
        AtomicInteger lines = new AtomicInteger();
        server.deliverRaw("Subject: large\r\n\r\n" + "0123456789abcdef\r\n".repeat(20_000));
        server.deliver("fine");
        server.proxy.change(line -> line.startsWith("0123456789") && lines.incrementAndGet() == 3_000 ? cut() : line);
        server.poll();
        await("both", () -> server.intake.stored.size() == 2);
        await("removed", () -> server.onServer().isEmpty());
        assertEquals(18 * 20_000 + 18, server.intake.stored.get(0).length);
    }

    /** Says farewell and hangs up. */
    private String cut() {
        try {
            server.proxy.drop();
            return "* BYE going down\r\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFarewellInPlaceOfAMailIsNoMail() throws Exception {
        AtomicBoolean gone = new AtomicBoolean();
        server.deliver("eins");
        server.deliver("zwei");
        server.proxy.answer(command ->
                command.contains(" UID FETCH ") && gone.compareAndSet(false, true) ? "* BYE going down\r\n" : null);
        server.poll();
        await("both", () -> server.intake.subjects().equals(List.of("eins", "zwei")));
        await("removed", () -> server.onServer().isEmpty());
    }
}
