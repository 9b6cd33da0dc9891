package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obhut.mailbox.Corpus;
import org.obhut.testing.RunningObhut;
import org.obhut.testing.WithObhut;

/**
 * Every mail that other mail software keeps for its tests goes by SMTP into a running Obhut: bounces, broken MIME, charsets nobody
 * uses. Each ends in a ticket or in quarantine, and none stops the next.
 */
@WithObhut
class CorpusIT {

    private static final Duration TIME_TO_TAKE_A_FEW = Duration.ofSeconds(30);
    private static final int AT_ONCE = 10;

    private final RunningObhut obhut;
    private final Map<String, IntakeCounts.Entry> taken = new HashMap<>();
    private final Map<Corpus.Row, IntakeCounts.Entry> entries = new HashMap<>();
    private final Set<UUID> tickets = new HashSet<>();
    private final List<String> lost = new ArrayList<>();
    private int threaded;
    private int doubled;

    CorpusIT(RunningObhut obhut) {
        this.obhut = obhut;
    }

    @Test
    void everyMailIsInATicketOrInQuarantine() throws Exception {
        List<Corpus.Row> rows = Corpus.rows("eml");
        try (Connection database = obhut.database();
                var smtp = new RawSmtp(obhut.smtpPort())) {
            IntakeCounts before = IntakeCounts.of(database, Mails.COUNSELLING);
            for (List<Corpus.Row> group : groups(rows)) {
                deliver(group, smtp, database);
            }
            IntakeCounts after = IntakeCounts.of(database, Mails.COUNSELLING);
            Expectations expectations = readBack();
            System.out.printf(
                    "delivered %d, tickets %d, threaded %d, quarantined %d, duplicates %d (in the files %d)%n%s",
                    rows.size(),
                    tickets.size(),
                    threaded,
                    after.quarantined() - before.quarantined(),
                    after.duplicates() - before.duplicates(),
                    doubled,
                    expectations);
            assertEquals(List.of(), lost);
            assertEquals(rows.size(), after.taken() - before.taken());
            assertEquals(List.of(), expectations.lostOnTheWay(), "what the API shows is not what was read");
        }
        assertMailboxIsEmpty();
    }

    /** A few at a time, of which none is a copy; a copy goes alone, when its first is taken. */
    private static List<List<Corpus.Row>> groups(List<Corpus.Row> rows) {
        Set<String> met = new HashSet<>();
        List<List<Corpus.Row>> groups = new ArrayList<>();
        List<Corpus.Row> group = new ArrayList<>();
        for (Corpus.Row row : rows) {
            boolean copy = !met.add(MailKey.of(row.bytes()));
            if (!group.isEmpty() && (copy || group.size() == AT_ONCE)) {
                groups.add(group);
                group = new ArrayList<>();
            }
            group.add(row);
            if (copy) {
                groups.add(group);
                group = new ArrayList<>();
            }
        }
        groups.add(group);
        return groups;
    }

    /** Waits for a group, so that it is known which entry is whose: intake takes mails in the order in which they came. */
    private void deliver(List<Corpus.Row> group, RawSmtp smtp, Connection database) throws Exception {
        IntakeCounts before = IntakeCounts.of(database, Mails.COUNSELLING);
        for (Corpus.Row row : group) {
            smtp.send("corpus@client.example", Mails.COUNSELLING, row.bytes());
        }
        IntakeCounts after;
        try {
            after = Await.value("mails of the corpus", TIME_TO_TAKE_A_FEW, () -> Optional.of(
                            IntakeCounts.of(database, Mails.COUNSELLING))
                    .filter(counts -> counts.taken() >= before.taken() + group.size()));
        } catch (AssertionError e) {
            group.forEach(row -> lost.add(row.name()));
            return;
        }
        if (after.stored() == before.stored() + group.size()) {
            List<IntakeCounts.Entry> newest = IntakeCounts.newest(database, group.size());
            for (int i = 0; i < group.size(); i++) {
                stored(group.get(i), newest.get(i));
            }
        } else if (after.duplicates() > before.duplicates()) {
            copied(group);
        }
    }

    private void stored(Corpus.Row row, IntakeCounts.Entry entry) {
        threaded += tickets.add(entry.ticket()) ? 0 : 1;
        entries.put(row, entry);
        taken.put(MailKey.of(row.bytes()), entry);
    }

    private void copied(List<Corpus.Row> group) {
        IntakeCounts.Entry first = taken.get(MailKey.of(group.get(0).bytes()));
        if (group.size() == 1 && first != null) {
            // Its fields may differ from the first one's, which alone is there to be read.
            doubled++;
        } else {
            // Taken for a copy of a mail that never came: nobody would ever read it.
            group.forEach(row -> lost.add(row.name()));
        }
    }

    /** What a lead reads of it all. */
    private Expectations readBack() throws Exception {
        Api leyla = Api.signIn(obhut.address(), "leyla");
        Map<UUID, JsonObject> messages = new HashMap<>();
        for (UUID ticket : tickets) {
            for (JsonObject entry :
                    leyla.ticket(ticket.toString()).getJsonArray("timeline").getValuesAs(JsonObject.class)) {
                messages.put(UUID.fromString(entry.getString("id")), entry);
            }
        }
        var expectations = new Expectations();
        entries.forEach((row, entry) -> {
            if (row.hard()) {
                expectations.compare(row, messages.get(entry.id()));
            }
        });
        return expectations;
    }

    private void assertMailboxIsEmpty() throws Exception {
        try (var inbox = new ImapInbox(obhut.imapPort(), Mails.COUNSELLING, obhut.mailboxPassword("beratung"))) {
            Await.until("an empty mailbox", TIME_TO_TAKE_A_FEW, () -> inbox.count() == 0);
        }
    }
}
