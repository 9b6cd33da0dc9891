package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.obhut.mime.UnparsableMail;
import org.obhut.ticket.Address;
import org.obhut.ticket.Appointment;
import org.obhut.ticket.Appointment.Moment;
import org.obhut.ticket.Appointment.What;

class AppointmentsTest {

    private static final LocalDateTime TEN = LocalDateTime.of(2026, 3, 12, 10, 0);

    private static Appointment read(String... properties) {
        List<Appointment> found = CalendarPart.read(
                "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\n" + String.join("\n", properties)
                        + "\nEND:VEVENT\nEND:VCALENDAR",
                null);
        assertEquals(1, found.size());
        return found.get(0);
    }

    private static String calendar(String method) {
        return String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "METHOD:" + method,
                "BEGIN:VTIMEZONE",
                "TZID:Europe/Berlin",
                "BEGIN:STANDARD",
                "DTSTART:19701025T030000",
                "END:STANDARD",
                "END:VTIMEZONE",
                "BEGIN:VEVENT",
                "SUMMARY:Gespräch im Gesundheitsamt\\, Raum 3\\; bitte",
                "  pünktlich",
                "DTSTART;TZID=Europe/Berlin:20260312T100000",
                "DTEND;TZID=Europe/Berlin:20260312T104500",
                "LOCATION:Neumarkt 15",
                "ORGANIZER;CN=\"Amt; Köln\":mailto:termin@amt.example",
                "BEGIN:VALARM",
                "SUMMARY:Alarm",
                "DTSTART:20250101T000000Z",
                "END:VALARM",
                "END:VEVENT",
                "END:VCALENDAR",
                "");
    }

    private static ParsedMail mail(String body) throws UnparsableMail {
        return new MailParser(1 << 20).parse(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsAnInvitation() throws Exception {
        ParsedMail mail = mail("Subject: Termin\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain\r\n\r\nBitte kommen Sie.\r\n"
                + "--b\r\nContent-Type: text/calendar; charset=utf-8; method=REQUEST\r\n\r\n" + calendar("REQUEST")
                + "--b--\r\n");
        assertEquals(
                List.of(new Appointment(
                        What.INVITATION,
                        "Gespräch im Gesundheitsamt, Raum 3; bitte pünktlich",
                        new Moment(TEN, "Europe/Berlin", false),
                        new Moment(TEN.plusMinutes(45), "Europe/Berlin", false),
                        "Neumarkt 15",
                        new Address("Amt; Köln", "termin@amt.example"))),
                mail.appointments());
        assertEquals("Bitte kommen Sie.", mail.text());
        assertEquals("invite.ics", mail.attachments().get(0).name());
        assertEquals("text/calendar", mail.attachments().get(0).type());
    }

    @Test
    void readsTheSameCalendarOnceThoughItComesTwice() throws Exception {
        ParsedMail mail = mail("Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/calendar; charset=utf-8\r\n\r\n" + calendar("REQUEST")
                + "--b\r\nContent-Type: application/octet-stream; name=einladung.ics\r\n\r\n" + calendar("REQUEST")
                + "--b--\r\n");
        assertEquals(1, mail.appointments().size());
        assertEquals(2, mail.attachments().size());
    }

    @Test
    void tellsWhatIsWanted() {
        assertEquals(
                What.CANCELLATION,
                CalendarPart.read(calendar("CANCEL"), null).get(0).what());
        assertEquals(
                What.ANSWER, CalendarPart.read(calendar("REPLY"), null).get(0).what());
        assertEquals(
                What.NOTICE, CalendarPart.read(calendar("PUBLISH"), null).get(0).what());
        assertEquals(What.CANCELLATION, read("STATUS:CANCELLED").what());
        String silent = calendar("X").replace("METHOD:X\r\n", "");
        assertEquals(
                What.INVITATION, CalendarPart.read(silent, "request").get(0).what());
        assertEquals(What.NOTICE, CalendarPart.read(silent, null).get(0).what());
    }

    @Test
    void readsEveryKindOfTime() {
        assertEquals(
                new Moment(TEN, "Z", false), read("DTSTART:20260312T100000Z").start());
        assertEquals(
                new Moment(TEN, null, false), read("DTSTART:20260312T100000").start());
        assertEquals(
                new Moment(TEN, "Europe/Berlin", false),
                read("DTSTART;TZID=W. Europe Standard Time:20260312T100000").start());
        assertEquals(
                new Moment(TEN, "Europe/Sofia", false),
                read("DTSTART;TZID=/example.org/2026/Europe/Sofia:20260312T100000")
                        .start());
        assertEquals(
                new Moment(TEN, "Unsere Zeit", false),
                read("DTSTART;TZID=Unsere Zeit:20260312T100000").start());
        assertEquals(
                new Moment(TEN.plusMinutes(90), "Z", false),
                read("DTSTART:20260312T100000Z", "DURATION:PT1H30M").end());
    }

    @Test
    void aWholeDayEndsOnItsLastDay() {
        Moment day = new Moment(TEN.toLocalDate().atStartOfDay(), null, true);
        assertEquals(
                day,
                read("DTSTART;VALUE=DATE:20260312", "DTEND;VALUE=DATE:20260313").end());
        assertEquals(day, read("DTSTART;VALUE=DATE:20260312", "DURATION:P1D").end());
        assertEquals(
                day,
                read("DTSTART;VALUE=DATE:20260312", "DTEND;VALUE=DATE:20260312").end());
        Appointment two = read("DTSTART;VALUE=DATE:20260312", "DTEND;VALUE=DATE:20260314");
        assertEquals(
                TEN.toLocalDate().plusDays(1),
                Objects.requireNonNull(two.end()).local().toLocalDate());
    }

    @Test
    void whatCannotBeReadIsLeftOut() {
        assertNull(read("DTSTART:tomorrow", "DTEND:", "SUMMARY:x").start());
        assertNull(
                read("DTSTART:20260312T100000Z", "DURATION:PT9999999999999999H").end());
        assertNull(read("ORGANIZER:nobody").organiser());
        assertEquals(List.of(), CalendarPart.read("no calendar", null));
        assertEquals(List.of(), CalendarPart.read("BEGIN:VEVENT\nEND:VALARM\nEND:VEVENT", null));
        assertEquals(20, CalendarPart.read(many(30), null).size());
    }

    private static String many(int count) {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < count; i++) {
            events.append("BEGIN:VEVENT\nSUMMARY:").append(i).append("\nEND:VEVENT\n");
        }
        return events.toString();
    }
}
