package org.obhut.mailbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.Address;
import org.obhut.ticket.Appointment;
import org.obhut.ticket.Appointment.Moment;
import org.obhut.ticket.Appointment.What;

/** Reads the appointments of a calendar part (RFC 5545, 5546); alarms, tasks and the rules of zones are passed over. */
final class CalendarPart {

    private static final int MOST = 20;
    private static final Set<String> ANSWERS = Set.of("REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH");
    private static final Set<String> INVITATIONS = Set.of("REQUEST", "ADD");

    private final List<Appointment> found = new ArrayList<>();
    private final Deque<String> within = new ArrayDeque<>();
    private String method;

    private String title = "";
    private String place = "";
    private boolean cancelled;
    private @Nullable Moment start;
    private @Nullable Moment end;
    private @Nullable String duration;
    private @Nullable Address organiser;

    private CalendarPart(String method) {
        this.method = method;
    }

    /** @param method the parameter of the part's Content-Type, for calendars that do not say it themselves */
    static List<Appointment> read(String calendar, @Nullable String method) {
        CalendarPart part =
                new CalendarPart(method == null ? "" : method.strip().toUpperCase(Locale.ROOT));
        for (CalendarLine line : CalendarLine.of(calendar)) {
            part.take(line);
        }
        return List.copyOf(part.found);
    }

    private void take(CalendarLine line) {
        switch (line.name()) {
            case "BEGIN" -> begin(line.value().strip().toUpperCase(Locale.ROOT));
            case "END" -> end(line.value().strip().toUpperCase(Locale.ROOT));
            case "METHOD" -> method = line.value().strip().toUpperCase(Locale.ROOT);
            default -> {
                if ("VEVENT".equals(within.peek())) {
                    property(line);
                }
            }
        }
    }

    private void begin(String component) {
        within.push(component);
        if (component.equals("VEVENT")) {
            title = "";
            place = "";
            cancelled = false;
            start = null;
            end = null;
            duration = null;
            organiser = null;
        }
    }

    private void end(String component) {
        if (!component.equals(within.poll()) || !component.equals("VEVENT") || found.size() == MOST) {
            return;
        }
        Appointment appointment = new Appointment(what(), title, start, last(), place, organiser);
        if (!found.contains(appointment)) {
            found.add(appointment);
        }
    }

    private void property(CalendarLine line) {
        switch (line.name()) {
            case "SUMMARY" -> title = MailParser.oneLine(line.text());
            case "LOCATION" -> place = MailParser.oneLine(line.text());
            case "DTSTART" -> start = CalendarTime.of(line);
            case "DTEND" -> end = CalendarTime.of(line);
            case "DURATION" -> duration = line.value();
            case "STATUS" -> cancelled = line.value().strip().equalsIgnoreCase("CANCELLED");
            case "ORGANIZER" -> organiser = organiser(line);
            default -> {}
        }
    }

    private What what() {
        if (cancelled || method.equals("CANCEL")) {
            return What.CANCELLATION;
        }
        if (ANSWERS.contains(method)) {
            return What.ANSWER;
        }
        return INVITATIONS.contains(method) ? What.INVITATION : What.NOTICE;
    }

    private @Nullable Moment last() {
        Moment begin = start;
        Moment given = end != null || begin == null || duration == null ? end : CalendarTime.after(begin, duration);
        if (given == null || !given.wholeDay()) {
            return given;
        }
        // The end that is written is the day after (section 3.6.1).
        Moment day = new Moment(given.local().minusDays(1), null, true);
        return begin != null && day.local().isBefore(begin.local()) ? begin : day;
    }

    private static @Nullable Address organiser(CalendarLine line) {
        String address = MailParser.oneLine(line.value()).replaceFirst("(?i)^mailto:", "");
        String name = line.parameter("CN");
        return address.contains("@") ? new Address(name == null ? null : MailParser.oneLine(name), address) : null;
    }
}
