package org.obhut.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    private static final Duration TIME_TO_TAKE_ONE = Duration.ofSeconds(20);

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
            for (Corpus.Row row : rows) {
                deliver(row, smtp, database);
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
            assertTrue(expectations.leastShare() > 0.7, "what the API shows is not what the mails say");
        }
        assertMailboxIsEmpty();
    }

    /** Waits for each, so that it is known which entry is whose; a mail that came after one that vanished shows the intake alive. */
    private void deliver(Corpus.Row row, RawSmtp smtp, Connection database) throws Exception {
        IntakeCounts before = IntakeCounts.of(database, Mails.COUNSELLING);
        String key = MailKey.of(row.bytes());
        smtp.send("corpus@client.example", Mails.COUNSELLING, row.bytes());
        IntakeCounts after;
        try {
            after = Await.value("a mail of the corpus", TIME_TO_TAKE_ONE, () -> Optional.of(
                            IntakeCounts.of(database, Mails.COUNSELLING))
                    .filter(counts -> counts.taken() > before.taken()));
        } catch (AssertionError e) {
            lost.add(row.name());
            return;
        }
        if (after.stored() > before.stored()) {
            IntakeCounts.Entry entry = IntakeCounts.newest(database).orElseThrow();
            threaded += tickets.add(entry.ticket()) ? 0 : 1;
            entries.put(row, entry);
            taken.put(key, entry);
        } else if (taken.containsKey(key)) {
            doubled++;
            entries.put(row, taken.get(key));
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
        entries.forEach((row, entry) -> expectations.compare(row.expect(), messages.get(entry.id())));
        return expectations;
    }

    private void assertMailboxIsEmpty() throws Exception {
        try (var inbox = new ImapInbox(obhut.imapPort(), Mails.COUNSELLING, obhut.mailboxPassword("beratung"))) {
            Await.until("an empty mailbox", TIME_TO_TAKE_ONE, () -> inbox.count() == 0);
        }
    }
}
