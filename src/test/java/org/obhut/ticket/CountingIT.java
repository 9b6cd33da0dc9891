package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.platform.InvalidInput;
import org.obhut.retention.Kind;
import org.obhut.retention.LocalErasure;
import org.obhut.statistics.Answers;
import org.obhut.statistics.Fact;
import org.obhut.statistics.FactTable;
import org.obhut.statistics.StatisticsFixture;

/** What of tickets is counted, and that nothing leads back from it, on a real database with real keys. */
class CountingIT {

    private DeskFixture fixture;
    private StatisticsFixture statistics;

    @BeforeEach
    void start(@TempDir Path keys) {
        fixture = new DeskFixture(keys);
        statistics = new StatisticsFixture(fixture.transactions, fixture.keys, fixture.clock);
        statistics.runBefore(fixture.clock.instant());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private List<Fact> contacts() {
        return statistics.waiting(Fact.Kind.CONTACT);
    }

    private List<Fact> cases() {
        return statistics.waiting(Fact.Kind.CASE);
    }

    private static List<String> keys(Fact fact, String name) {
        return fact.answers().getOrDefault(name, List.of());
    }

    private List<String> sorted(List<Fact> facts, String name) {
        List<String> keys = new ArrayList<>();
        facts.forEach(fact -> keys.addAll(keys(fact, name)));
        Collections.sort(keys);
        return keys;
    }

    private void close(UUID ticket) {
        status(ticket, Status.CLOSED);
    }

    private void status(UUID ticket, Status status) {
        fixture.desk(desk -> desk.status(fixture.leyla, ticket, status, fixture.version(ticket)));
    }

    private void spam(UUID ticket, boolean spam) {
        fixture.desk(desk -> desk.spam(fixture.leyla, ticket, spam, fixture.version(ticket)));
    }

    private void days(int days) {
        for (int day = 0; day < days; day++) {
            fixture.days(1);
            statistics.move().run();
        }
    }

    @Test
    void aTicketAndDayWithClientMailIsOneContact() {
        UUID ticket = fixture.ticket();
        fixture.append(ticket, Mails.rosa().text("Noch etwas."));
        fixture.appendStranger(ticket, Mails.rosa());
        assertEquals(List.of("first"), sorted(contacts(), Answers.HISTORY));
        fixture.days(1);
        fixture.append(ticket, Mails.rosa().autoReply());
        assertEquals(1, contacts().size(), "a machine is no contact");
        fixture.append(ticket, Mails.rosa());
        assertEquals(List.of("first", "repeat"), sorted(contacts(), Answers.HISTORY));
        assertEquals(List.of("mail", "mail"), sorted(contacts(), Answers.CHANNEL));
        assertEquals(0, cases().size());
    }

    @Test
    void aCaseIsCountedAtItsClosingWithWhatIsKnownOfIt() {
        UUID ticket = fixture.ticket();
        fixture.describing(at -> at.describe(
                fixture.anna,
                ticket,
                all -> all.topics(List.of("tax", "housing")).region("koeln"),
                fixture.version(ticket)));
        fixture.reply(fixture.anna, ticket, "Ja.");
        close(ticket);
        assertEquals(1, cases().size());
        Map<String, List<String>> answers = cases().get(0).answers();
        assertEquals(List.of("tax", "housing"), answers.get(Answers.TOPICS));
        assertEquals(List.of("koeln"), answers.get(Answers.REGION));
        assertEquals(List.of("up-to-4-hours"), answers.get(Answers.FIRST_ANSWER));
        assertEquals(List.of("counselling"), answers.get(Answers.KIND));
        assertEquals(List.of("first"), answers.get(Answers.HISTORY));
    }

    @Test
    void aCaseThatIsReopenedBeforeTheMoveIsCountedInPlaceOfThatAndAfterItAsAFurtherOne() {
        UUID ticket = fixture.ticket();
        close(ticket);
        fixture.append(ticket, Mails.rosa());
        assertEquals(1, cases().size(), "what was counted stands until it is closed again");
        close(ticket);
        assertEquals(List.of("first"), sorted(cases(), Answers.HISTORY));

        for (int i = 0; i < 10; i++) {
            fixture.ticket();
        }
        days(31);
        assertEquals(0, cases().size(), "moved");
        fixture.append(ticket, Mails.rosa());
        close(ticket);
        assertEquals(List.of("repeat"), sorted(cases(), Answers.HISTORY));
        status(ticket, Status.OPEN);
        close(ticket);
        assertEquals(List.of("repeat"), sorted(cases(), Answers.HISTORY), "in place of the further one");
        assertEquals(1, statistics.sum(FactTable.CASES));
    }

    @Test
    void spamIsACountOfItsOwnAndNoCase() {
        UUID ticket = fixture.ticket();
        close(ticket);
        spam(ticket, true);
        assertEquals(List.of("spam"), sorted(contacts(), Answers.KIND));
        assertEquals(0, cases().size());
        spam(ticket, false);
        assertEquals(List.of(), sorted(contacts(), Answers.KIND));
        assertEquals(1, cases().size(), "it is closed, and a case after all");
        fixture.reception(at -> at.open(
                fixture.teams.readers(fixture.team),
                DeskFixture.MAILBOX,
                Mails.rosa().mail(),
                Optional.empty(),
                Party.CLIENT,
                null,
                true));
        assertEquals(List.of("spam"), sorted(contacts(), Answers.KIND), "as a filter says");
    }

    @Test
    void mergedTicketsAreOneCase() {
        UUID one = fixture.ticket();
        UUID other = fixture.ticket();
        close(one);
        close(other);
        assertEquals(2, cases().size());
        merge(one, other);
        assertEquals(1, cases().size());

        UUID third = fixture.ticket();
        merge(other, third);
        assertEquals(1, cases().size(), "the closed one has become part of an open one");
        close(third);
        assertEquals(1, cases().size(), "which takes its place");
        assertEquals(3, contacts().size(), "whoever wrote has written");
    }

    private static SheetAnswers said(String who, String language, boolean interpreter) {
        return new SheetAnswers(Map.of(
                Answers.KIND, List.of("counselling"),
                Answers.WHO, List.of(who),
                Answers.TOPICS, List.of("tax"),
                Answers.LANGUAGE, List.of(language),
                Answers.INTERPRETER, interpreter ? List.of("yes") : List.of(),
                Answers.REGION, List.of("koeln"),
                Answers.OUTCOME, List.of(Answers.UNKNOWN)));
    }

    private void fill(UUID ticket, SheetAnswers answers, boolean close) {
        fixture.filling(at -> at.fill(fixture.anna, ticket, answers, close, fixture.version(ticket)));
    }

    private CaseCount standing(UUID ticket) {
        return fixture.filling(at -> at.standing(fixture.anna, ticket));
    }

    @Test
    void whatIsSaidOnTheSheetIsCountedOnceAndWhatIsCorrectedTakesItsPlace() {
        UUID ticket = fixture.ticket();
        assertEquals(CaseCount.NOT_YET, standing(ticket));
        fill(ticket, said("sex-worker", "ro", true), true);
        assertEquals(CaseCount.COUNTED, standing(ticket));
        fill(ticket, said("relative", "bg", true), false);
        assertEquals(List.of("relative"), sorted(cases(), Answers.WHO));
        Fact counted = cases().get(0);
        assertEquals(List.of("tax"), keys(counted, Answers.TOPICS));
        assertEquals(List.of("koeln"), keys(counted, Answers.REGION));
        assertEquals(List.of(Answers.UNKNOWN), keys(counted, Answers.OUTCOME));
        assertEquals(List.of("first"), keys(counted, Answers.HISTORY));
        assertEquals(List.of("bg"), sorted(contacts(), Answers.LANGUAGE), "as it turned out to be");
        assertEquals(List.of("yes"), sorted(contacts(), Answers.INTERPRETER));
        assertEquals(
                "outcome",
                assertThrows(
                                InvalidInput.class,
                                () -> fill(ticket, new SheetAnswers(Map.of(Answers.OUTCOME, List.of("cured"))), false))
                        .field());

        for (int i = 0; i < 10; i++) {
            fixture.ticket();
        }
        days(31);
        assertEquals(CaseCount.MOVED, standing(ticket));
        assertEquals(
                "sheet",
                assertThrows(InvalidInput.class, () -> fill(ticket, said("press", "ro", false), false))
                        .field());
        assertEquals(0, cases().size());
        status(ticket, Status.OPEN);
        fill(ticket, said("press", "ro", false), false);
        assertEquals(0, cases().size(), "counted for good, until it is closed again");
        assertEquals(1, statistics.sum(FactTable.CASES));
    }

    @Test
    void whatNobodyHasSaidOnTheSheetGoesOnFollowingTheTicket() {
        UUID ticket = fixture.ticket();
        fill(ticket, said("sex-worker", "ro", false), false);
        fixture.describing(at -> at.describe(
                fixture.anna, ticket, all -> all.topics(List.of("tax", "housing")), fixture.version(ticket)));
        refer(ticket, "Haus am Fluss", null);
        Map<String, List<String>> answers = fixture.open(fixture.anna, ticket).answers();
        assertEquals(List.of("tax", "housing"), answers.get(Answers.TOPICS));
        assertEquals(List.of("shelter"), answers.get(Answers.REFERRAL));
        assertEquals(List.of("sex-worker"), answers.get(Answers.WHO));
        assertEquals(List.of(Answers.UNKNOWN), answers.get(Answers.OUTCOME), "as somebody has said");
    }

    @Test
    void aReferralCountsByTheKindOfItsPlaceAndOnceWithWhatWasLastSaidOfIt() {
        UUID ticket = fixture.ticket();
        refer(ticket, "Haus am Fluss", "appointment");
        refer(ticket, "Haus am Fluss", null);
        close(ticket);
        assertEquals(List.of("shelter"), sorted(cases(), Answers.REFERRAL));

        UUID entry = fixture.open(fixture.anna, ticket).timeline().stream()
                .filter(Referral::made)
                .findFirst()
                .orElseThrow()
                .id();
        result(ticket, entry, "declined-by-place");
        status(ticket, Status.OPEN);
        close(ticket);
        assertEquals(List.of(), sorted(cases(), Answers.REFERRAL));
        assertEquals(List.of("shelter"), sorted(cases(), Answers.FAILED_REFERRAL));
        assertEquals(
                "result",
                assertThrows(InvalidInput.class, () -> result(ticket, entry, "lost"))
                        .field());
    }

    private void refer(UUID ticket, String place, @Nullable String result) {
        fixture.transactions.run(() -> {
            fixture.referring().refer(fixture.anna, ticket, new Referral(place, "shelter", result, null));
            return true;
        });
    }

    private void result(UUID ticket, UUID entry, String result) {
        fixture.transactions.run(
                () -> fixture.referring().result(fixture.anna, ticket, entry, result, fixture.version(ticket)));
    }

    private void merge(UUID from, UUID into) {
        fixture.merging(at -> at.merge(
                fixture.leyla,
                new Merging.Wish(from, into, fixture.version(from), fixture.version(into), Merging.USUAL, false)));
    }

    @Test
    void whatNobodyClosedIsCountedAtItsErasure() {
        UUID open = fixture.ticket();
        UUID closed = fixture.ticket();
        UUID spam = fixture.ticket();
        close(closed);
        spam(spam, true);
        List<Fact> before = cases();
        LocalErasure erasure = fixture.erasing();
        erase(erasure, closed);
        erase(erasure, spam);
        assertEquals(before, cases());
        erase(erasure, open);
        assertEquals(2, cases().size());
        assertEquals(List.of("none"), sorted(cases(), Answers.FIRST_ANSWER), "of the closed one alone");
    }

    private void erase(LocalErasure erasure, UUID ticket) {
        assertTrue(erasure.erasure().now(Kind.TICKET, ticket, () -> {}));
    }

    /** By its transaction a staged fact would lead to its mail. */
    @Test
    void afterMixingNoTransactionLeadsFromAFactToATicketAndNoIdEverDid() {
        UUID ticket = fixture.ticket();
        fixture.ticket();
        close(ticket);
        assertTrue(sharedTransactions() > 0, "what is looked for is there before");
        statistics.move().run();
        assertEquals(0, sharedTransactions());
        List<String> ids = fixture.statements.list(
                "SELECT id::text FROM ticket UNION ALL SELECT id::text FROM ticket_item", row -> row.getString(1));
        for (Fact fact : statistics.waiting()) {
            ids.forEach(id -> assertTrue(!fact.toString().contains(id)));
            assertTrue(Set.of("mail", "first", "de", "counselling", "none", "und")
                    .containsAll(fact.answers().values().stream()
                            .flatMap(List::stream)
                            .toList()));
        }
    }

    private long sharedTransactions() {
        return fixture.statements.list("""
                        SELECT count(*) FROM fact_staged f WHERE f.xmin::text IN (
                            SELECT xmin::text FROM ticket UNION SELECT xmin::text FROM ticket_item
                            UNION SELECT xmin::text FROM seal)""", row -> row.getLong(1)).get(0);
    }
}
