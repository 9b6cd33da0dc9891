package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.obhut.acceptance.InteropMailbox.FULL;
import static org.obhut.acceptance.InteropMailbox.LEFT;
import static org.obhut.acceptance.InteropMailbox.MOVING;
import static org.obhut.acceptance.InteropMailbox.NEWER;
import static org.obhut.acceptance.InteropMailbox.OLD;
import static org.obhut.acceptance.InteropMailbox.OLD_MAILS;
import static org.obhut.acceptance.InteropMailbox.RENUMBERED;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of the mails in a mailbox: on servers that can't remove one mail, in a full one, a renumbered one, one that was full before. */
@ExtendWith(InteropObhut.Shared.class)
class MailboxesInteropIT {

    private static final Duration TIME_TO_ARRIVE = Duration.ofSeconds(60);

    private final InteropObhut interop;

    MailboxesInteropIT(InteropObhut interop) {
        this.interop = interop;
    }

    @Test
    void aServerThatCanMoveAndNotRemoveOneMailIsToldToMove() throws Exception {
        Api anna = interop.signIn("anna");
        String client = send(MOVING, 3);
        Await.until("the tickets", TIME_TO_ARRIVE, () -> count(anna, client) == 3);
        Await.until(
                "moved",
                TIME_TO_ARRIVE,
                () -> lying(MOVING) == 0
                        && interop.servers.mails(MOVING.address(), ".Taken").size() == 3);
        Await.until("the command", TIME_TO_ARRIVE, () -> said(MOVING).contains(" UID MOVE "));
        // Dovecot would have obeyed these, too.
        assertFalse(said(MOVING).contains("EXPUNGE"));
        assertFalse(said(MOVING).contains("STORE"));
        assertTrue(interop.state(MOVING).getJsonObject("receiving").isNull("error"));
    }

    @Test
    void onAServerThatCanDoNeitherMailsStayAndAreTakenOnce() throws Exception {
        Api anna = interop.signIn("anna");
        String client = send(LEFT, 2);
        Await.until("the tickets", TIME_TO_ARRIVE, () -> count(anna, client) == 2);
        Await.until(
                "the warning", TIME_TO_ARRIVE, () -> error(LEFT, "receiving").equals("cannot-remove"));
        interop.servers.kill("dovecot");
        interop.servers.start("dovecot");
        interop.send(client, LEFT.address(), "Mail 2", "", "Text");
        interop.servers.flush();
        Await.until("the third", TIME_TO_ARRIVE, () -> count(anna, client) == 3);
        assertEquals(3, lying(LEFT));
        assertEquals(3, interop.state(LEFT).getInt("fetched"));
        for (Path mail : interop.servers.mails(LEFT.address())) {
            assertFalse(mail.getFileName().toString().matches(".*:2,[A-Z]+"), "no mark is left");
        }
        Await.until("what was said", TIME_TO_ARRIVE, () -> said(LEFT).contains(" UID FETCH "));
        assertFalse(said(LEFT).matches("(?s).*(EXPUNGE|MOVE|COPY|STORE).*"));
    }

    @Test
    void aFullMailboxIsEmptiedAndTheMailsThatWaitedBeforeItComeIn() throws Exception {
        Api anna = interop.signIn("anna");
        Await.until("the question", TIME_TO_ARRIVE, () -> state(FULL).equals("waiting-for-choice"));
        String client = send(FULL, 14);
        Await.until("full", TIME_TO_ARRIVE, () -> lying(FULL) >= 5 && interop.servers.queued(FULL.address()) >= 8);
        assertTrue(Files.readString(interop.servers.serverLog("postfix")).contains("Quota exceeded"));
        assertEquals(0, count(anna, client), "nothing is touched before somebody has chosen");
        choose(FULL, Map.of("take", "all"));
        Await.until("all of them", TIME_TO_ARRIVE, () -> count(anna, client) >= 14);
        Await.until("the one that lay there", TIME_TO_ARRIVE, () -> count(anna, FULL.formerClient()) == 1);
        assertEquals(
                new TreeSet<>(IntStream.range(0, 14).mapToObj(i -> "Mail " + i).toList()), subjects(anna, client));
        assertEquals(14, count(anna, client));
        Await.until("an empty mailbox", TIME_TO_ARRIVE, () -> lying(FULL) == 0);
        assertEquals(0, interop.state(FULL).getInt("missing"));
    }

    @Test
    void aMailboxThatWasMadeAnewWithItsMailsInItLosesAndDoublesNothing() throws Exception {
        Api anna = interop.signIn("anna");
        String client = send(RENUMBERED, 3);
        Await.until("the tickets", TIME_TO_ARRIVE, () -> count(anna, client) == 3);
        String before = uidValidity();
        interop.servers.kill("dovecot");
        try (var files = Files.list(interop.servers.maildir(RENUMBERED.address()))) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("dovecot"))
                    .toList()) {
                Files.delete(file);
            }
        }
        interop.send(client, RENUMBERED.address(), "Mail 3", "", "Text");
        interop.servers.start("dovecot");
        interop.servers.flush();
        Await.until("the fourth", TIME_TO_ARRIVE, () -> count(anna, client) == 4);
        Await.until(
                "the others, known again",
                TIME_TO_ARRIVE,
                () -> interop.state(RENUMBERED).getInt("duplicates") == 3);
        assertNotEquals(before, uidValidity());
        assertEquals(4, count(anna, client));
        assertEquals(4, lying(RENUMBERED));
        assertEquals(0, interop.state(RENUMBERED).getInt("missing"));
    }

    @Test
    void twoThousandOldMailsAreUntouchedUntilSomebodyChoosesADay() throws Exception {
        Api anna = interop.signIn("anna");
        List<Path> before = interop.servers.mails(OLD.address());
        Await.until("the question", TIME_TO_ARRIVE, () -> state(OLD).equals("waiting-for-choice"));
        assertEquals(OLD_MAILS, interop.state(OLD).getJsonObject("onServer").getInt("toChoose"));
        assertTrue(card(OLD).text().contains("2.000 Nachrichten"), card(OLD)::text);
        choose(OLD, Map.of("take", "since", "since", "someday"));
        assertEquals("waiting-for-choice", state(OLD), "a day that is none chooses nothing");
        assertEquals(before, interop.servers.mails(OLD.address()));
        choose(OLD, Map.of("take", "since", "since", "2026-11-15"));
        Await.until(
                "those since that day",
                TIME_TO_ARRIVE,
                () -> count(anna, OLD.formerClient()) == InteropMailbox.OF_LATE);
        int left = OLD_MAILS - InteropMailbox.OF_LATE;
        Await.until("the others counted", TIME_TO_ARRIVE, () -> untouched(OLD) == left && lying(OLD) == left);
        assertTrue(before.containsAll(interop.servers.mails(OLD.address())), "not even a mark is set");
        String client = send(OLD, 1);
        Await.until("a new one", TIME_TO_ARRIVE, () -> count(anna, client) == 1);
        Await.until("removed", TIME_TO_ARRIVE, () -> lying(OLD) == left);
        assertEquals(InteropMailbox.OF_LATE, count(anna, OLD.formerClient()));
    }

    @Test
    void whereOnlyNewMailsAreWantedTheOldOnesStayAsTheyAre() throws Exception {
        Api anna = interop.signIn("anna");
        List<Path> before = interop.servers.mails(NEWER.address());
        Await.until("the question", TIME_TO_ARRIVE, () -> state(NEWER).equals("waiting-for-choice"));
        choose(NEWER, Map.of("take", "new"));
        String client = send(NEWER, 1);
        Await.until("the new one", TIME_TO_ARRIVE, () -> count(anna, client) == 1);
        Await.until("removed", TIME_TO_ARRIVE, () -> interop.servers
                .mails(NEWER.address())
                .equals(before));
        Await.until("the others counted", TIME_TO_ARRIVE, () -> untouched(NEWER) == before.size());
        assertEquals(0, count(anna, NEWER.formerClient()));
    }

    /** The card on the page of the mailboxes, as an administrator sees it. */
    private Element card(InteropMailbox mailbox) throws Exception {
        return card(interop.browser("admin").page("/admin/mailboxes"), mailbox);
    }

    private static Element card(Document page, InteropMailbox mailbox) {
        return page.select("section.ob-card").stream()
                .filter(card -> card.text().contains(mailbox.address()))
                .findFirst()
                .orElseThrow();
    }

    private void choose(InteropMailbox mailbox, Map<String, String> choice) throws Exception {
        Browser admin = interop.browser("admin");
        Element card = card(admin.page("/admin/mailboxes"), mailbox);
        admin.submit(card.selectFirst("form[action=/admin/mailboxes]"), choice);
    }

    private String send(InteropMailbox to, int count) throws Exception {
        String client = interop.client();
        for (int i = 0; i < count; i++) {
            interop.send(client, to.address(), "Mail " + i, "", "Text");
        }
        return client;
    }

    private static int count(Api person, String client) throws Exception {
        return InteropObhut.ticketsOf(person, client).size();
    }

    private static TreeSet<String> subjects(Api person, String client) throws Exception {
        return new TreeSet<>(InteropObhut.ticketsOf(person, client).stream()
                .map(row -> row.getString("subject"))
                .toList());
    }

    private int lying(InteropMailbox mailbox) throws Exception {
        return interop.servers.mails(mailbox.address()).size();
    }

    private int untouched(InteropMailbox mailbox) throws Exception {
        return interop.state(mailbox).getJsonObject("onServer").getInt("untouched");
    }

    private String state(InteropMailbox mailbox) throws Exception {
        return interop.state(mailbox).getJsonObject("receiving").getString("state");
    }

    private String error(InteropMailbox mailbox, String side) throws Exception {
        return interop.state(mailbox).getJsonObject(side).getString("error", "");
    }

    /** What Obhut has said to Dovecot, as Dovecot has kept it. */
    private String said(InteropMailbox mailbox) throws Exception {
        return interop.servers.said(mailbox.address());
    }

    /** Dovecot keeps it in the first line of its list of UIDs. */
    private String uidValidity() throws Exception {
        Path list = interop.servers.maildir(RENUMBERED.address()).resolve("dovecot-uidlist");
        return Files.readAllLines(list).get(0).replaceAll(".* V(\\d+).*", "$1");
    }
}
