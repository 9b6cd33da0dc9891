package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.mailbox.MailServerFixture.await;

import jakarta.mail.Flags;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is removed from the server, how, and what is never touched. */
class PollerRemovalTest extends PollerCase {

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
}
