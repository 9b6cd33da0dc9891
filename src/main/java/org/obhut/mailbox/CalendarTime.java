package org.obhut.mailbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.Appointment.Moment;

/** Times and spans of iCalendar (RFC 5545 sections 3.3.4 to 3.3.6). What can't be read is null. */
final class CalendarTime {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    /** Outlook's words for the zones that our clients and their authorities live in (Unicode CLDR, windowsZones). */
    private static final Map<String, String> OUTLOOK = Map.ofEntries(
            Map.entry("W. Europe Standard Time", "Europe/Berlin"),
            Map.entry("Central Europe Standard Time", "Europe/Budapest"),
            Map.entry("Central European Standard Time", "Europe/Warsaw"),
            Map.entry("Romance Standard Time", "Europe/Paris"),
            Map.entry("GMT Standard Time", "Europe/London"),
            Map.entry("E. Europe Standard Time", "Europe/Chisinau"),
            Map.entry("GTB Standard Time", "Europe/Bucharest"),
            Map.entry("FLE Standard Time", "Europe/Kiev"),
            Map.entry("Turkey Standard Time", "Europe/Istanbul"),
            Map.entry("Russian Standard Time", "Europe/Moscow"),
            Map.entry("SE Asia Standard Time", "Asia/Bangkok"),
            Map.entry("China Standard Time", "Asia/Shanghai"),
            Map.entry("UTC", "Z"));

    private CalendarTime() {}

    /** DTSTART or DTEND. */
    static @Nullable Moment of(CalendarLine line) {
        String value = line.value().strip();
        try {
            if (value.length() == 8) {
                return new Moment(LocalDate.parse(value, DAY).atStartOfDay(), null, true);
            }
            boolean utc = value.endsWith("Z");
            LocalDateTime local = LocalDateTime.parse(utc ? value.substring(0, value.length() - 1) : value, TIME);
            return new Moment(local, utc ? "Z" : zone(line.parameter("TZID")), false);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** When something of this length ends. */
    static @Nullable Moment after(Moment start, String duration) {
        String text = duration.strip().toUpperCase(Locale.ROOT);
        try {
            if (text.contains("T")) {
                return start.wholeDay() ? null : at(start, start.local().plus(Duration.parse(text)));
            }
            return at(start, start.local().plus(Period.parse(text)));
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static Moment at(Moment start, LocalDateTime local) {
        return new Moment(local, start.zone(), start.wholeDay());
    }

    /** The IANA zone where the name is one, or ends in one after a prefix (section 3.8.3.1), or is Outlook's; else the name. */
    static @Nullable String zone(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        String known = OUTLOOK.get(name.strip());
        if (known != null) {
            return known;
        }
        String rest = name.strip();
        while (!ZoneId.getAvailableZoneIds().contains(rest)) {
            int slash = rest.indexOf('/');
            if (slash < 0) {
                return MailParser.oneLine(name);
            }
            rest = rest.substring(slash + 1);
        }
        return rest;
    }
}
