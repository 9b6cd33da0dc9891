package org.obhut.ticket;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.obhut.platform.InvalidInput;

/**
 * When a client may be written to, every week, in the time of the service.
 *
 * @param days on which it begins; never empty
 * @param to not later than {@code from}: on the day after. The same time: the whole day
 */
public record ContactHours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    private static final int DAYS_AHEAD = 8;

    /** @throws InvalidInput where there is no day */
    public ContactHours {
        if (days.isEmpty()) {
            throw new InvalidInput("days", "required");
        }
        days = Set.copyOf(days);
    }

    /** Every day between these times. */
    public static ContactHours daily(LocalTime from, LocalTime to) {
        return new ContactHours(EnumSet.allOf(DayOfWeek.class), from, to);
    }

    /** From Monday on. */
    public List<DayOfWeek> inOrder() {
        return List.copyOf(new TreeSet<>(days));
    }

    /** The first time at which something may go out, not before {@code at}, and until when. */
    Slot next(Instant at) {
        LocalDate today = LocalDate.ofInstant(at, Deadlines.ZONE);
        for (LocalDate day = today.minusDays(1); !day.isAfter(today.plusDays(DAYS_AHEAD)); day = day.plusDays(1)) {
            Instant end = end(day);
            if (days.contains(day.getDayOfWeek()) && end.isAfter(at)) {
                Instant start = start(day);
                return new Slot(start.isAfter(at) ? start : at, end);
            }
        }
        throw new IllegalStateException("a week without a day");
    }

    private Instant start(LocalDate day) {
        return day.atTime(from).atZone(Deadlines.ZONE).toInstant();
    }

    private Instant end(LocalDate day) {
        LocalDate last = to.isAfter(from) ? day : day.plusDays(1);
        return last.atTime(to).atZone(Deadlines.ZONE).toInstant();
    }

    void write(ClearWriter into) {
        into.put("days", inOrder().stream().map(DayOfWeek::name).collect(Collectors.joining(",")))
                .put("from", from)
                .put("to", to);
    }

    static ContactHours read(ClearReader in) {
        Set<DayOfWeek> days = Arrays.stream(in.text("days").split(","))
                .map(DayOfWeek::valueOf)
                .collect(Collectors.toSet());
        return new ContactHours(days, LocalTime.parse(in.text("from")), LocalTime.parse(in.text("to")));
    }
}
