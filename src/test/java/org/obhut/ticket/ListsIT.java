package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Caller;
import org.obhut.platform.InvalidInput;

/** What lists show, in which order, and that pages go on where they ended while mails come in. */
class ListsIT {

    private static final Listing TEAM = Listing.of(Folder.TEAM);

    @TempDir
    private Path keys;

    private DeskFixture fixture;

    @BeforeEach
    void start() {
        fixture = new DeskFixture(keys);
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    private void urgent(UUID... tickets) {
        for (UUID ticket : tickets) {
            fixture.statements.run("UPDATE ticket SET urgent = true WHERE id = ?", ticket);
        }
    }

    private TicketPage page(Listing listing, int limit, @Nullable String after, @Nullable String before) {
        return fixture.desk(desk -> desk.list(fixture.anna, listing, limit, after, before));
    }

    private static List<UUID> ids(TicketPage page) {
        return page.items().stream().map(TicketRow::id).toList();
    }

    private List<UUID> all(Caller caller, Listing listing) {
        return ids(fixture.desk(desk -> desk.list(caller, listing, 200, null, null)));
    }

    private void followUp(UUID ticket, int days) {
        LocalDate day =
                LocalDate.ofInstant(fixture.clock.instant(), Deadlines.ZONE).plusDays(days);
        fixture.desk(desk -> desk.followUp(fixture.anna, ticket, Optional.of(day), fixture.version(ticket)));
    }

    @Test
    void whatIsUrgentComesFirstInEveryOrder() {
        UUID old = fixture.ticket();
        UUID urgent = fixture.ticket();
        fixture.days(1);
        UUID latest = fixture.ticket();
        urgent(urgent);

        assertEquals(List.of(urgent, latest, old), all(fixture.anna, TEAM));
        assertEquals(List.of(urgent, old, latest), all(fixture.anna, TEAM.sorted(Sort.WAITING)));
        assertEquals(List.of(urgent, old, latest), all(fixture.anna, TEAM.sorted(Sort.DUE)));
    }

    @Test
    void dueComesBeforeLaterAndNeverComesLast() {
        UUID never = fixture.ticket();
        fixture.reply(fixture.anna, never, "Guten Tag");
        UUID later = fixture.ticket();
        UUID first = fixture.ticket();
        followUp(first, 0);

        assertEquals(List.of(first, later, never), all(fixture.anna, TEAM.sorted(Sort.DUE)));
    }

    @Test
    void pagesGoOnAndBackWhereTheyEndedThoughMailsArrive() {
        for (Sort sort : Sort.values()) {
            List<UUID> there = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                there.add(fixture.ticket());
            }
            urgent(there.get(3), there.get(5));
            Listing listing = TEAM.sorted(sort);
            List<UUID> before = all(fixture.anna, listing);

            TicketPage first = page(listing, 3, null, null);
            UUID arrived = fixture.ticket();
            fixture.append(before.get(0), Mails.rosa());
            TicketPage second = page(listing, 3, first.next(), null);
            TicketPage third = page(listing, 3, second.next(), null);

            assertNull(first.previous());
            assertEquals(before.subList(0, 3), ids(first), sort.name());
            List<UUID> rest = new ArrayList<>(ids(second));
            rest.addAll(ids(third));
            rest.removeAll(List.of(arrived, before.get(0)));
            assertEquals(before.subList(3, 6), rest.subList(0, 3), sort.name());
            assertEquals(ids(second), ids(page(listing, 3, null, third.previous())), sort.name());
            List<UUID> now = all(fixture.anna, listing);
            int begins = now.indexOf(ids(second).get(0));
            assertEquals(now.subList(begins - 3, begins), ids(page(listing, 3, null, second.previous())), sort.name());
            assertEquals(now.subList(0, 3), ids(page(listing, 3, null, cursorOf(listing, 1))), sort.name());
            fixture.statements.run("DELETE FROM ticket");
        }
    }

    /** Of the ticket that stands there now. */
    private @Nullable String cursorOf(Listing listing, int index) {
        return page(listing, index + 1, null, null).next();
    }

    @Test
    void filtersNarrowAListAndItsCount() {
        UUID german = fixture.ticket();
        UUID call = fixture.desk(desk -> desk.openCall(fixture.anna, fixture.team, Callers.call(fixture.random)));
        fixture.desk(desk -> desk.assign(fixture.anna, german, Optional.of("anna"), fixture.version(german)));

        assertFiltered(new Filter(null, null, null, Channel.PHONE, null), call);
        assertFiltered(new Filter(null, null, "de", null, null), german);
        assertFiltered(new Filter(null, Filter.NOBODY, null, null, Status.OPEN), call);
        assertFiltered(new Filter(fixture.team, null, null, null, null), call, german);
        assertFiltered(new Filter(fixture.otherTeam, null, null, null, null));
        assertFiltered(new Filter(null, "nobody.known", null, null, null));
    }

    private void assertFiltered(Filter filter, UUID... tickets) {
        Listing listing = new Listing(Folder.TEAM, filter, Sort.ACTIVITY);
        assertEquals(List.of(tickets), all(fixture.anna, listing), filter.toString());
        assertEquals(
                tickets.length,
                fixture.<Long>desk(desk -> desk.count(fixture.anna, listing)).longValue(),
                filter.toString());
    }

    @Test
    void noListCountOrFilterShowsWhatTheCallerMayNotRead() {
        UUID hers = fixture.ticket();
        fixture.desk(desk -> desk.assign(fixture.anna, hers, Optional.of("anna"), fixture.version(hers)));

        for (Caller other : List.of(fixture.bela, fixture.ion)) {
            for (Sort sort : Sort.values()) {
                Listing listing = new Listing(Folder.TEAM, new Filter(fixture.team, null, null, null, null), sort);
                assertEquals(List.of(), all(other, listing));
                assertEquals(
                        0,
                        fixture.<Long>desk(desk -> desk.count(other, listing)).longValue());
            }
            assertEquals(0, fixture.desk(desk -> desk.counts(other)).get(Folder.TEAM));
        }
        assertEquals(List.of(hers), all(fixture.leyla, TEAM.sorted(Sort.DUE)));
    }

    @Test
    void countsFollowEveryChangeThatTheirReaderSees() {
        assertEquals(0, fixture.desk(desk -> desk.counts(fixture.bela)).get(Folder.NEW));
        UUID ticket = fixture.ticket();
        assertEquals(1, fixture.desk(desk -> desk.counts(fixture.bela)).get(Folder.NEW));
        fixture.desk(desk -> desk.assign(fixture.anna, ticket, Optional.of("anna"), fixture.version(ticket)));
        assertEquals(0, fixture.desk(desk -> desk.counts(fixture.bela)).get(Folder.NEW));
        assertEquals(1, fixture.desk(desk -> desk.counts(fixture.anna)).get(Folder.MINE));
        fixture.days(3);
        assertEquals(1, fixture.desk(desk -> desk.counts(fixture.anna)).get(Folder.DUE), "by the day alone");
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        fixture.ticket();
        fixture.ticket();
        String cursor = page(TEAM, 1, null, null).next();

        InvalidInput refused = assertThrows(InvalidInput.class, () -> page(TEAM.sorted(Sort.DUE), 1, cursor, null));
        assertEquals("after", refused.field());
        refused = assertThrows(InvalidInput.class, () -> page(TEAM, 1, null, "a.zzzzzzzzzzzz9"));
        assertEquals("before", refused.field());
    }
}
