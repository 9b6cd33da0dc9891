package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obhut.ticket.Channel;
import org.obhut.ticket.Status;

class MomentsTest {

    private final Moments german = new Moments(new Texts(Language.DE), Samples.CLOCK);
    private final Moments english = new Moments(new Texts(Language.EN), Samples.CLOCK);

    @ParameterizedTest
    @CsvSource({
        "2027-01-12T07:31:00Z, 'heute, 08:31'",
        "2027-01-11T23:30:00Z, 'heute, 00:30'",
        "2027-01-11T08:02:00Z, 'gestern, 09:02'",
        "2027-01-10T08:02:00Z, '10. Januar, 09:02'",
        "2026-12-24T08:02:00Z, '24. Dezember, 09:02'",
        "2026-02-01T08:02:00Z, '01.02.2026, 09:02'"
    })
    void namesDaysAsPeopleInBerlinDo(Instant instant, String words) {
        assertEquals(words, german.at(instant));
    }

    @Test
    void leavesTheYearOutOnlyWhereTheDayIsNear() {
        assertEquals("12.02.", german.shortDay(LocalDate.of(2027, 2, 12)));
        assertEquals("12.02.2028", german.shortDay(LocalDate.of(2028, 2, 12)));
        assertEquals("12 Feb 2027", english.day(LocalDate.of(2027, 2, 12)));
    }

    @ParameterizedTest
    @CsvSource({
        "-73, late, seit 3 Tagen überfällig",
        "-3, late, seit 3 Std. überfällig",
        "0, soon, heute bis 10:41",
        "5, soon, heute bis 15:41",
        "20, soon, morgen bis 06:41",
        "50, ok, noch 2 Tage",
        "2400, ok, bis 22.04."
    })
    void saysWhatIsLeftOfADeadline(int hours, String level, String words) {
        var row = SampleTickets.row(1, "", Channel.MAIL, Status.OPEN, null, "de", false, hours);
        Due due = german.due(row);
        assertEquals(words, due.text());
        assertEquals(level, due.level());
    }

    @Test
    void saysThatTheClientIsToAnswerWhateverTheDeadline() {
        var row = SampleTickets.row(1, "", Channel.MAIL, Status.WAITING, null, "de", false, -3);
        assertEquals("wartet auf Klient:in", german.due(row).text());
    }
}
