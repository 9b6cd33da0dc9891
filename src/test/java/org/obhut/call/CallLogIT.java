package org.obhut.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.audit.AuditTrail;
import org.obhut.codelist.Code;
import org.obhut.codelist.CodeLists;
import org.obhut.codelist.CodeLists.Name;
import org.obhut.envelope.ErasedFiles;
import org.obhut.envelope.OperatingSecrets;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;
import org.obhut.envelope.TrailAnchor;
import org.obhut.platform.HeardEvent;
import org.obhut.platform.InvalidInput;
import org.obhut.retention.LocalErasure;
import org.obhut.statistics.StatisticsFixture;
import org.obhut.ticket.DeskFixture;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketNotFound;
import org.obhut.ticket.TicketView;
import org.obhut.ticket.TimelineEntry;

/** Logging calls, on a real database with real keys. */
class CallLogIT {

    private final CodeLists lists = new CodeLists();
    private DeskFixture fixture;
    private OperatingSecrets secrets;
    private CallDrafts drafts;
    private CallCount count;
    private CallLog log;

    @BeforeEach
    void start(@TempDir Path keys) {
        fixture = new DeskFixture(keys);
        secrets = new OperatingSecrets(fixture.keys, fixture.random, fixture.clock);
        drafts = new CallDrafts(
                fixture.statements,
                new Sealer(fixture.keys, fixture.random),
                new Seals(fixture.statements, fixture.clock),
                HeardEvent.by(gone -> new ErasedFiles(fixture.keys).note(gone.file())),
                fixture.random,
                fixture.clock);
        count = new CallCount(
                StatisticsFixture.staged(fixture.statements, secrets, fixture.random),
                new CallReceipts(fixture.statements),
                fixture.index,
                fixture.random,
                fixture.clock);
        log = new CallLog(
                fixture.desk(),
                fixture.teams(),
                count,
                new CallPlaces(new OnePlace(), fixture.referring()),
                new CallMail(fixture.desk(), fixture.writing()),
                drafts,
                lists,
                fixture.clock);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private LoggedCall log(Caller caller, NewCall call) {
        return fixture.transactions.run(() -> log.log(caller, call));
    }

    private List<JsonObject> facts() {
        return fixture.statements.list("SELECT sealed FROM fact_staged", row -> row.getBytes(1)).stream()
                .map(envelope -> Json.createReader(new ByteArrayInputStream(secrets.openFact(envelope)))
                        .readObject())
                .toList();
    }

    private void assertField(String field, NewCall call) {
        assertEquals(
                field,
                assertThrows(InvalidInput.class, () -> log(fixture.anna, call)).field());
        assertEquals(0, facts().size());
    }

    @Test
    void aBareCountIsAFactAndNothingElse() {
        LoggedCall logged = log(fixture.anna, Calls.count("hang-up"));
        assertNull(logged.ticket());
        JsonObject fact = facts().get(0);
        assertEquals("contact", fact.getString("fact"));
        assertEquals("2026-03", fact.getString("month"));
        assertEquals(
                "phone", fact.getJsonObject("answers").getJsonArray("channel").getString(0));
        assertEquals(
                "hang-up", fact.getJsonObject("answers").getJsonArray("kind").getString(0));
        assertEquals(Set.of("v", "fact", "month", "answers", "handle"), fact.keySet());
        assertEquals(0, fixture.list(fixture.leyla, Folder.TEAM).size());
    }

    @Test
    void aFactWithEveryAnswerFitsAndShowsNoSize() {
        List<String> topics =
                lists.list(Name.TOPIC).codes().stream().map(Code::key).toList();
        log(fixture.anna, Calls.call("professional-advice", "none", null, null, null, topics, "rom", null));
        log(fixture.anna, Calls.count("spam"));
        JsonObject counted = facts().stream()
                .filter(fact -> fact.getString("fact").equals("case"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                topics.size(),
                counted.getJsonObject("answers").getJsonArray("topics").size());
        assertEquals(3, facts().size(), "two contacts, and a case for the one that nobody keeps a ticket of");
        assertEquals(
                1,
                fixture.statements
                        .list("SELECT DISTINCT octet_length(sealed) FROM fact_staged", row -> row.getInt(1))
                        .size());
    }

    @Test
    void aCallWithWordsIsATicketAndAFactThatDoesNotKnowThem() {
        LoggedCall logged = log(fixture.anna, Calls.inTicket("new", "Wohnung gekündigt\nBittet um Rückruf.", null));
        TicketView view = fixture.open(fixture.bela, logged.ticket());
        assertEquals("Wohnung gekündigt", view.row().subject());
        assertEquals("Erstkontakt", view.row().team());
        assertEquals("0201 555 0100", view.callback());
        TimelineEntry entry = view.timeline().get(0);
        assertEquals(logged.id(), entry.id());
        assertEquals("Wohnung gekündigt\nBittet um Rückruf.", entry.text());
        assertEquals("housing,debts", entry.attributes().get("topics"));
        assertEquals("counselling", entry.attributes().get("kind"));
        String fact = facts().get(0).toString();
        assertEquals(1, facts().size());
        assertEquals(-1, fact.indexOf("Wohnung"));
        assertEquals(-1, fact.indexOf("0201"));
        assertEquals(-1, fact.indexOf(logged.id().toString()));
    }

    @Test
    void withoutANoteTheKindNamesTheTicket() {
        LoggedCall logged = log(fixture.anna, Calls.inTicket("new", null, null));
        assertEquals(
                "Beratung", fixture.open(fixture.anna, logged.ticket()).row().subject());
    }

    @Test
    void aCallGoesIntoATicketOnlyForThoseWhoMayReadIt() {
        UUID ticket = fixture.ticket();
        int mails = facts().size();
        NewCall call = Calls.inTicket(ticket.toString(), "Rückruf", null);
        assertThrows(TicketNotFound.class, () -> log(fixture.ion, call));
        assertEquals(mails, facts().size());
        assertEquals(ticket, log(fixture.anna, call).ticket());
        assertEquals(2, fixture.open(fixture.anna, ticket).timeline().size());
        assertThrows(Refused.class, () -> log(fixture.admin, call));
    }

    @Test
    void theSameRequestCountsOnce() {
        LoggedCall count = log(fixture.anna, Calls.count("silent", "k1"));
        assertEquals(count, log(fixture.anna, Calls.count("silent", "k1")));
        assertEquals(1, facts().size());
        LoggedCall opened = log(fixture.anna, Calls.inTicket("new", "Notiz", "k2"));
        assertEquals(opened, log(fixture.anna, Calls.inTicket("new", "Notiz", "k2")));
        assertEquals(2, facts().size());
        assertNotEquals(
                count.id(), log(fixture.bela, Calls.count("silent", "k1")).id(), "another person's key");
        assertEquals(3, facts().size());
    }

    @Test
    void wordsNeedATicket() {
        assertField("note", Calls.call("counselling", "none", null, "Notiz", null, List.of(), null, null));
        assertField("callback", Calls.call("counselling", "none", "0201", null, null, List.of(), null, null));
        LocalDate day = LocalDate.of(2026, 3, 9);
        assertField("followUp", Calls.call("counselling", "none", null, null, day, List.of(), null, null));
    }

    private static CallDraft draft(UUID id, long sequence, String note) {
        Instant began = Instant.parse("2026-03-02T10:42:00Z");
        return new CallDraft(id, began, sequence, Map.of("note", List.of(note), "topics", List.of("tax", "debts")));
    }

    private void keep(Caller caller, CallDraft draft) {
        fixture.transactions.run(() -> {
            drafts.keep(caller, draft);
            return true;
        });
    }

    @Test
    void aCallThatIsUnderWayOpensForWhoTookItAlone() {
        UUID id = UUID.randomUUID();
        keep(fixture.anna, draft(id, 1, "Wohnung"));
        keep(fixture.anna, draft(id, 3, "Wohnung gekündigt"));
        keep(fixture.anna, draft(id, 2, "kommt zu spät"));
        assertEquals(List.of(draft(id, 3, "Wohnung gekündigt")), drafts.all(fixture.anna));
        assertEquals(List.of(), drafts.all(fixture.leyla), "not even for the lead");
        assertEquals(Optional.empty(), drafts.find(fixture.leyla, id));
        assertThrows(InvalidInput.class, () -> keep(fixture.bela, draft(id, 9, "überschrieben")));
        fixture.transactions.run(() -> {
            drafts.discard(fixture.bela, id);
            return true;
        });
        assertEquals(1, drafts.all(fixture.anna).size(), "nobody else can throw it away");
        assertThrows(Refused.class, () -> keep(fixture.admin, draft(UUID.randomUUID(), 1, "")));
    }

    @Test
    void theSealAndNotTheRowDecidesWhoOpensACall() {
        UUID id = UUID.randomUUID();
        keep(fixture.anna, draft(id, 1, "Wohnung"));
        fixture.statements.run("UPDATE call_draft SET person_id = ?", fixture.leyla.person());
        assertEquals(List.of(), drafts.all(fixture.leyla));
        assertEquals(Optional.empty(), drafts.find(fixture.leyla, id));
    }

    @Test
    void aLoggedOrDiscardedCallLeavesNoDraft() {
        UUID logged = UUID.randomUUID();
        UUID discarded = UUID.randomUUID();
        keep(fixture.anna, draft(logged, 1, "eins"));
        keep(fixture.anna, draft(discarded, 1, "zwei"));
        assertThrows(
                InvalidInput.class,
                () -> fixture.transactions.run(() -> log.log(fixture.anna, Calls.count("chat"), logged)));
        assertEquals(2, drafts.all(fixture.anna).size(), "what could not be logged is not lost");
        fixture.transactions.run(() -> log.log(fixture.anna, Calls.count("silent"), logged));
        fixture.transactions.run(() -> {
            drafts.discard(fixture.anna, discarded);
            return true;
        });
        assertEquals(List.of(), drafts.all(fixture.anna));
        assertEquals(
                0,
                fixture.statements
                        .list("SELECT 1 FROM seal WHERE file = ANY (?)", row -> 1, Set.of(logged, discarded))
                        .size());
    }

    @Test
    void aCallThatNobodyGoesOnWithIsErased() throws Exception {
        keep(fixture.anna, draft(UUID.randomUUID(), 1, "vergessen"));
        LocalErasure erasing = fixture.erasing().with(new ForgottenCalls(fixture.statements));
        fixture.clock.move(Duration.ofDays(CallDrafts.DAYS - 1));
        erasing.begun().run();
        assertEquals(1, drafts.all(fixture.anna).size());
        fixture.clock.move(Duration.ofDays(1));
        erasing.begun().run();
        assertEquals(List.of(), drafts.all(fixture.anna));
    }

    @Test
    void aReferralToAPlaceOfTheDirectoryStandsInTheTicketAndIsCountedByItsKind() {
        LoggedCall logged = log(fixture.anna, Calls.onward("haus AM fluss", null, null));
        TicketView view = fixture.open(fixture.anna, logged.ticket());
        assertEquals("referred", view.timeline().get(1).event());
        assertEquals("shelter", view.timeline().get(0).attributes().get("referral"));
        assertEquals(
                List.of("shelter"), view.answers().get("referral"), "told by the call and by the place, counted once");
    }

    @Test
    void aCallGoesOnByMail() {
        UUID ticket = log(fixture.anna, Calls.onward(null, "Rosa@client.example", "Guten Tag"))
                .ticket();
        TicketView view = fixture.open(fixture.bela, ticket);
        assertEquals("Rosa@client.example", view.client().address());
        assertEquals(1, fixture.sent().size());
        assertEquals(1, facts().size());
    }

    @Test
    void whatCannotGoOnByMailOrToAPlaceIsNamed() {
        assertField("place", Calls.onward("Nirgendwo", null, null));
        assertField("mail", Calls.onward(null, "keine Adresse", null));
        assertField("mail", Calls.onward(null, null, "Guten Tag"));
    }

    private PhoneKeys phoneKeys() {
        return new PhoneKeys(
                fixture.statements,
                new AuditTrail(fixture.statements, fixture.clock, new TrailAnchor(fixture.keys)),
                fixture.random,
                fixture.clock);
    }

    @Test
    void aTelephoneSystemCountsCallsByItsKeyAndWritesNoTicket() {
        PhoneKeys keys = phoneKeys();
        var phones = new PhoneCalls(count, lists, fixture.random, fixture.clock);
        String key = fixture.transactions.run(() -> keys.issue(fixture.leyla, "Anlage Nord"));
        UUID id = fixture.transactions.run(() -> keys.admit(key)).orElseThrow();
        LoggedCall counted = fixture.transactions.run(() -> phones.log(id, Calls.count("hang-up", "k1")));
        assertEquals(counted, fixture.transactions.run(() -> phones.log(id, Calls.count("hang-up", "k1"))));
        assertNull(counted.ticket());
        assertEquals(1, facts().size());
        for (NewCall refused : List.of(
                Calls.inTicket("new", null, null),
                Calls.inTicket(UUID.randomUUID().toString(), "Notiz", null),
                Calls.call("silent", "none", null, "Notiz", null, List.of(), null, null))) {
            assertThrows(InvalidInput.class, () -> fixture.transactions.run(() -> phones.log(id, refused)));
        }
        assertEquals(1, facts().size());
    }

    @Test
    void aTelephoneSystemHasToWaitWhereItCallsTooOften() {
        var phones = new PhoneCalls(count, lists, fixture.random, fixture.clock);
        UUID id = UUID.randomUUID();
        for (int i = 0; i < 120; i++) {
            fixture.transactions.run(() -> phones.log(id, Calls.count("silent")));
        }
        assertThrows(TooManyCalls.class, () -> fixture.transactions.run(() -> phones.log(id, Calls.count("silent"))));
        fixture.transactions.run(() -> phones.log(UUID.randomUUID(), Calls.count("silent")));
        fixture.clock.move(Duration.ofSeconds(1));
        fixture.transactions.run(() -> phones.log(id, Calls.count("silent")));
    }

    @Test
    void keysOfTelephoneSystemsAreShownOnceKeptHashedAndRevoked() {
        PhoneKeys keys = phoneKeys();
        String key = fixture.transactions.run(() -> keys.issue(fixture.leyla, " Anlage Nord "));
        assertThrows(
                InvalidInput.class, () -> fixture.transactions.run(() -> keys.issue(fixture.leyla, "Anlage Nord")));
        assertThrows(InvalidInput.class, () -> fixture.transactions.run(() -> keys.issue(fixture.leyla, " ")));
        assertThrows(Refused.class, () -> fixture.transactions.run(() -> keys.issue(fixture.anna, "Anlage Süd")));
        assertThrows(Refused.class, () -> keys.list(fixture.anna));
        PhoneKeys.Listed listed = keys.list(fixture.leyla).get(0);
        assertEquals("Anlage Nord", listed.name());
        assertNull(listed.usedOn());
        assertEquals(
                0,
                fixture.statements
                        .list("SELECT 1 FROM call_key k WHERE strpos(k::text, ?) > 0", row -> 1, key.substring(11))
                        .size());
        assertEquals(Optional.empty(), fixture.transactions.run(() -> keys.admit(key + "x")));
        fixture.transactions.run(() -> keys.admit(key));
        assertEquals(LocalDate.of(2026, 3, 2), keys.list(fixture.leyla).get(0).usedOn());
        fixture.transactions.run(() -> {
            keys.revoke(fixture.ion, listed.id());
            return true;
        });
        assertEquals(Optional.empty(), fixture.transactions.run(() -> keys.admit(key)));
    }

    @Test
    void unknownValuesAreNamed() {
        assertField("kind", Calls.count("chat"));
        assertField("topics", Calls.call("silent", "none", null, null, null, List.of("tax", "love"), null, null));
        assertField("language", Calls.call("silent", "none", null, null, null, List.of(), "klingon", null));
        assertField("ticket", Calls.inTicket("1-2-3-4-5", null, null));
        assertField("ticket", Calls.inTicket("", null, null));
        String tooLong = "x".repeat(100_001);
        assertField("note", Calls.inTicket("new", tooLong, null));
        LocalDate past = LocalDate.of(2026, 3, 1);
        assertField("followUp", Calls.call("silent", "new", null, null, past, List.of(), null, null));
    }
}
