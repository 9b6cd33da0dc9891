package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.obhut.ticket.Appointment;
import org.obhut.ticket.Appointment.Moment;
import org.obhut.ticket.Appointment.What;

class AppointmentWordsTest {

    private static final LocalDateTime TEN = LocalDateTime.of(2026, 3, 12, 10, 0);

    private static String when(Language language, @Nullable Moment start, @Nullable Moment end) {
        return AppointmentWords.when(
                Samples.frame(language), new Appointment(What.INVITATION, "", start, end, "", null));
    }

    private static Moment at(LocalDateTime local, @Nullable String zone) {
        return new Moment(local, zone, false);
    }

    private static Moment day(int day) {
        return new Moment(LocalDateTime.of(2026, 3, day, 0, 0), null, true);
    }

    @Test
    void tellsTheTimeOnTheClocksHere() {
        assertEquals(
                "Donnerstag, 12. März 2026, 10:00 bis 10:45 Uhr",
                when(Language.DE, at(TEN, "Europe/Berlin"), at(TEN.plusMinutes(45), "Europe/Berlin")));
        assertEquals(
                "Thursday, 12 March 2026, 11:00 to 12:00", when(Language.EN, at(TEN, "Z"), at(TEN.plusHours(1), "Z")));
        assertEquals("Donnerstag, 12. März 2026, 10:00 Uhr", when(Language.DE, at(TEN, null), null));
    }

    @Test
    void namesTheSendersTimeWhereItDiffers() {
        assertEquals(
                "Donnerstag, 12. März 2026, 09:00 Uhr (beim Absender 10:00 Uhr, Europe/Sofia)",
                when(Language.DE, at(TEN, "Europe/Sofia"), null));
        assertEquals(
                "Donnerstag, 12. März 2026, 10:00 Uhr (Zeitzone laut Absender: Unsere Zeit)",
                when(Language.DE, at(TEN, "Unsere Zeit"), null));
        assertEquals("Donnerstag, 12. März 2026, 10:00 Uhr", when(Language.DE, at(TEN, "Europe/Paris"), null));
    }

    @Test
    void namesBothDaysWhereThereAreTwo() {
        assertEquals(
                "Donnerstag, 12. März 2026, 22:00 Uhr bis Freitag, 13. März 2026, 01:00 Uhr",
                when(Language.DE, at(TEN.withHour(22), null), at(TEN.plusDays(1).withHour(1), null)));
        assertEquals("Donnerstag, 12. März 2026 bis Samstag, 14. März 2026", when(Language.DE, day(12), day(14)));
        assertEquals("Donnerstag, 12. März 2026", when(Language.DE, day(12), day(12)));
        assertEquals("Donnerstag, 12. März 2026", when(Language.DE, day(12), null));
    }

    @Test
    void saysWhatCannotBeRead() {
        assertEquals("Wann, ließ sich nicht lesen; es steht in der Kalenderdatei.", when(Language.DE, null, day(12)));
        assertEquals(
                "Termin: ohne Titel",
                AppointmentWords.title(
                        Samples.frame(Language.DE), new Appointment(What.NOTICE, " ", null, null, "", null)));
    }
}
