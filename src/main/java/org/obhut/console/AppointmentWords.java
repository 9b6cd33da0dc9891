package org.obhut.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.Appointment;
import org.obhut.ticket.Appointment.Moment;

/** An appointment in words. Its time is told on the clocks here, with the sender's beside it where the two differ. */
public final class AppointmentWords {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private AppointmentWords() {}

    /** What is wanted and what it is about: {@code Einladung: Gespräch}. */
    public static String title(Frame frame, Appointment appointment) {
        String what = frame.t("appointment." + appointment.what().name().toLowerCase(Locale.ROOT));
        String title = appointment.title().isBlank() ? frame.t("appointment.untitled") : appointment.title();
        return frame.t("appointment.title", what, title);
    }

    /** When it begins and ends. */
    public static String when(Frame frame, Appointment appointment) {
        Moment start = appointment.start();
        if (start == null) {
            return frame.t("appointment.unreadable");
        }
        Moment end = appointment.end();
        if (start.wholeDay()) {
            return days(frame, start.local().toLocalDate(), end);
        }
        ZoneId zone = zone(start);
        String times = times(frame, here(start), end == null || end.wholeDay() ? null : here(end));
        if (zone == null) {
            return start.zone() == null ? times : frame.t("appointment.zone", times, start.zone());
        }
        boolean elsewhere = !start.zone().equals("Z") && !here(start).equals(start.local());
        return elsewhere ? frame.t("appointment.elsewhere", times, CLOCK.format(start.local()), start.zone()) : times;
    }

    private static String days(Frame frame, LocalDate first, @Nullable Moment end) {
        String from = frame.moments().weekday(first);
        LocalDate last = end == null ? first : end.local().toLocalDate();
        return last.isAfter(first)
                ? frame.t("appointment.until", from, frame.moments().weekday(last))
                : from;
    }

    private static String times(Frame frame, LocalDateTime start, @Nullable LocalDateTime end) {
        String day = frame.moments().weekday(start.toLocalDate());
        String from = frame.t("appointment.from", day, CLOCK.format(start));
        if (end == null || !end.isAfter(start)) {
            return from;
        }
        if (end.toLocalDate().equals(start.toLocalDate())) {
            return frame.t("appointment.same-day", day, CLOCK.format(start), CLOCK.format(end));
        }
        String last = frame.moments().weekday(end.toLocalDate());
        return frame.t("appointment.until", from, frame.t("appointment.from", last, CLOCK.format(end)));
    }

    /** On the clocks here, where its zone is known. */
    private static LocalDateTime here(Moment moment) {
        ZoneId zone = zone(moment);
        return zone == null
                ? moment.local()
                : moment.local().atZone(zone).withZoneSameInstant(Moments.ZONE).toLocalDateTime();
    }

    private static @Nullable ZoneId zone(Moment moment) {
        try {
            return moment.zone() == null ? null : ZoneId.of(moment.zone());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
