package org.obhut.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Refused;
import org.obhut.codelist.Code;
import org.obhut.codelist.CodeLists.Name;
import org.obhut.ticket.DeskFixture;
import org.obhut.ticket.Folder;
import org.obhut.ticket.TicketNotFound;
import org.obhut.ticket.TicketView;
import org.obhut.ticket.TimelineEntry;

/** Logging calls, on a real database with real keys. */
class CallLogIT {

    private CallFixture calls;
    private DeskFixture fixture;

    @BeforeEach
    void start(@TempDir Path keys) {
        calls = new CallFixture(keys);
        fixture = calls.desk;
    }

    @AfterEach
    void stop() {
        calls.close();
    }

    @Test
    void aBareCountIsAFactAndNothingElse() {
        LoggedCall logged = calls.log(fixture.anna, Calls.count("hang-up"));
        assertNull(logged.ticket());
        JsonObject fact = calls.facts().get(0);
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
                calls.lists.list(Name.TOPIC).codes().stream().map(Code::key).toList();
        calls.log(fixture.anna, Calls.call("professional-advice", "none", null, null, null, topics, "rom", null));
        calls.log(fixture.anna, Calls.count("spam"));
        JsonObject counted = calls.facts().stream()
                .filter(fact -> fact.getString("fact").equals("case"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                topics.size(),
                counted.getJsonObject("answers").getJsonArray("topics").size());
        assertEquals(3, calls.facts().size(), "two contacts, and a case for the one that nobody keeps a ticket of");
        assertEquals(
                1,
                fixture.statements
                        .list("SELECT DISTINCT octet_length(sealed) FROM fact_staged", row -> row.getInt(1))
                        .size());
    }

    @Test
    void aCallWithWordsIsATicketAndAFactThatDoesNotKnowThem() {
        LoggedCall logged =
                calls.log(fixture.anna, Calls.inTicket("new", "Wohnung gekündigt\nBittet um Rückruf.", null));
        TicketView view = fixture.open(fixture.bela, logged.ticket());
        assertEquals("Wohnung gekündigt", view.row().subject());
        assertEquals("Erstkontakt", view.row().team());
        assertEquals("0201 555 0100", view.callback());
        TimelineEntry entry = view.timeline().get(0);
        assertEquals(logged.id(), entry.id());
        assertEquals("Wohnung gekündigt\nBittet um Rückruf.", entry.text());
        assertEquals("housing,debts", entry.attributes().get("topics"));
        assertEquals("counselling", entry.attributes().get("kind"));
        String fact = calls.facts().get(0).toString();
        assertEquals(1, calls.facts().size());
        assertEquals(-1, fact.indexOf("Wohnung"));
        assertEquals(-1, fact.indexOf("0201"));
        assertEquals(-1, fact.indexOf(logged.id().toString()));
    }

    @Test
    void withoutANoteTheKindNamesTheTicket() {
        LoggedCall logged = calls.log(fixture.anna, Calls.inTicket("new", null, null));
        assertEquals(
                "Beratung", fixture.open(fixture.anna, logged.ticket()).row().subject());
    }

    @Test
    void aCallGoesIntoATicketOnlyForThoseWhoMayReadIt() {
        UUID ticket = fixture.ticket();
        int mails = calls.facts().size();
        NewCall call = Calls.inTicket(ticket.toString(), "Rückruf", null);
        assertThrows(TicketNotFound.class, () -> calls.log(fixture.ion, call));
        assertEquals(mails, calls.facts().size());
        assertEquals(ticket, calls.log(fixture.anna, call).ticket());
        assertEquals(2, fixture.open(fixture.anna, ticket).timeline().size());
        assertThrows(Refused.class, () -> calls.log(fixture.admin, call));
    }

    @Test
    void theSameRequestCountsOnce() {
        LoggedCall count = calls.log(fixture.anna, Calls.count("silent", "k1"));
        assertEquals(count, calls.log(fixture.anna, Calls.count("silent", "k1")));
        assertEquals(1, calls.facts().size());
        LoggedCall opened = calls.log(fixture.anna, Calls.inTicket("new", "Notiz", "k2"));
        assertEquals(opened, calls.log(fixture.anna, Calls.inTicket("new", "Notiz", "k2")));
        assertEquals(2, calls.facts().size());
        assertNotEquals(
                count.id(), calls.log(fixture.bela, Calls.count("silent", "k1")).id(), "another person's key");
        assertEquals(3, calls.facts().size());
    }

    @Test
    void wordsNeedATicket() {
        calls.assertField("note", Calls.call("counselling", "none", null, "Notiz", null, List.of(), null, null));
        calls.assertField("callback", Calls.call("counselling", "none", "0201", null, null, List.of(), null, null));
        LocalDate day = LocalDate.of(2026, 3, 9);
        calls.assertField("followUp", Calls.call("counselling", "none", null, null, day, List.of(), null, null));
    }

    @Test
    void aReferralToAPlaceOfTheDirectoryStandsInTheTicketAndIsCountedByItsKind() {
        LoggedCall logged = calls.log(fixture.anna, Calls.onward("haus AM fluss", null, null));
        TicketView view = fixture.open(fixture.anna, logged.ticket());
        assertEquals("referred", view.timeline().get(1).event());
        assertEquals("shelter", view.timeline().get(0).attributes().get("referral"));
        assertEquals(
                List.of("shelter"), view.answers().get("referral"), "told by the call and by the place, counted once");
    }

    @Test
    void aCallGoesOnByMail() {
        UUID ticket = calls.log(fixture.anna, Calls.onward(null, "Rosa@client.example", "Guten Tag"))
                .ticket();
        TicketView view = fixture.open(fixture.bela, ticket);
        assertEquals("Rosa@client.example", view.client().address());
        assertEquals(1, fixture.sent().size());
        assertEquals(1, calls.facts().size());
    }

    @Test
    void whatCannotGoOnByMailOrToAPlaceIsNamed() {
        calls.assertField("place", Calls.onward("Nirgendwo", null, null));
        calls.assertField("mail", Calls.onward(null, "keine Adresse", null));
        calls.assertField("mail", Calls.onward(null, null, "Guten Tag"));
    }

    @Test
    void unknownValuesAreNamed() {
        calls.assertField("kind", Calls.count("chat"));
        calls.assertField("topics", Calls.call("silent", "none", null, null, null, List.of("tax", "love"), null, null));
        calls.assertField("language", Calls.call("silent", "none", null, null, null, List.of(), "klingon", null));
        calls.assertField("ticket", Calls.inTicket("1-2-3-4-5", null, null));
        calls.assertField("ticket", Calls.inTicket("", null, null));
        String tooLong = "x".repeat(100_001);
        calls.assertField("note", Calls.inTicket("new", tooLong, null));
        LocalDate past = LocalDate.of(2026, 3, 1);
        calls.assertField("followUp", Calls.call("silent", "new", null, null, past, List.of(), null, null));
    }
}
