package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.obhut.mailbox.MailServerFixture.await;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.platform.DatabaseRefused;

/** Connections that break, mails that cannot be had or stored, a database that is away: nothing is lost or doubled. */
class PollerTroubleTest extends PollerCase {

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
                throw new DatabaseRefused(new SQLException("down", "08006"));
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
                throw new DatabaseRefused(new SQLException("down", "08006"));
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
}
