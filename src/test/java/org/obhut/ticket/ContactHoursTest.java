package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.obhut.platform.InvalidInput;

class ContactHoursTest {

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);

    private static Slot slot(String from, String to) {
        return new Slot(Instant.parse(from), Instant.parse(to));
    }

    @Test
    void withinTheHoursItGoesAtOnceAndUntilTheirEnd() {
        ContactHours hours = ContactHours.daily(NINE, NOON);
        assertEquals(
                slot("2026-03-02T09:30:00Z", "2026-03-02T11:00:00Z"),
                hours.next(Instant.parse("2026-03-02T09:30:00Z")));
    }

    @Test
    void afterThemItWaitsForTheNextDay() {
        ContactHours hours = ContactHours.daily(NINE, NOON);
        assertEquals(
                slot("2026-03-03T08:00:00Z", "2026-03-03T11:00:00Z"),
                hours.next(Instant.parse("2026-03-02T11:00:00Z")));
    }

    @Test
    void onlyOnItsDays() {
        ContactHours hours = new ContactHours(Set.of(DayOfWeek.MONDAY), NINE, NOON);
        assertEquals(
                slot("2026-03-09T08:00:00Z", "2026-03-09T11:00:00Z"),
                hours.next(Instant.parse("2026-03-02T12:00:00Z")));
    }

    @Test
    void overMidnightTheyBelongToTheDayOnWhichTheyBegin() {
        ContactHours hours = new ContactHours(EnumSet.of(DayOfWeek.MONDAY), LocalTime.of(22, 0), LocalTime.of(6, 0));
        assertEquals(
                slot("2026-03-03T02:00:00Z", "2026-03-03T05:00:00Z"),
                hours.next(Instant.parse("2026-03-03T02:00:00Z")));
        assertEquals(
                slot("2026-03-09T21:00:00Z", "2026-03-10T05:00:00Z"),
                hours.next(Instant.parse("2026-03-03T21:30:00Z")));
    }

    @Test
    void summerTimeIsTheServices() {
        ContactHours hours = ContactHours.daily(NINE, NOON);
        assertEquals(
                slot("2026-03-29T07:00:00Z", "2026-03-29T10:00:00Z"),
                hours.next(Instant.parse("2026-03-28T20:00:00Z")));
    }

    @Test
    void theSameTimeIsTheWholeDay() {
        ContactHours hours = new ContactHours(Set.of(DayOfWeek.TUESDAY), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        assertEquals(
                slot("2026-03-02T23:00:00Z", "2026-03-03T23:00:00Z"),
                hours.next(Instant.parse("2026-03-02T12:00:00Z")));
    }

    @Test
    void noDayIsNone() {
        assertThrows(InvalidInput.class, () -> new ContactHours(Set.of(), NINE, NOON));
    }

    @Test
    void othersThanTheClientAreWrittenToAtAnyHourAndOnlyWhereThatIsAllowed() {
        SafeContact hints = new SafeContact(true, null, ContactHours.daily(NINE, NOON), "", "");
        Instant night = Instant.parse("2026-03-02T23:00:00Z");
        Receiver centre = new Receiver("centre@x.example", Party.CENTRE, null, List.of(), "");
        assertEquals(new Slot(night, null), hints.slot(centre, SendingWish.NONE, night));
        SafeContact one = new SafeContact(false, "rosa@client.example", null, "", "");
        assertEquals(
                "only-this-address",
                assertThrows(InvalidInput.class, () -> one.slot(centre, SendingWish.NONE, night))
                        .reason());
        assertNull(one.heldUntil(night));
    }
}
