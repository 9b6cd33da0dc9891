package org.obhut.ticket;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An appointment that came with a mail as a calendar part (RFC 5545), as its sender wrote it; nothing of it is trusted.
 *
 * @param what what the sender wants with it
 * @param title empty where there is none
 * @param start null where it is missing or can't be read
 * @param end null where only the start is known; a whole day's end is its last day
 * @param place empty where there is none
 * @param organiser who calls the meeting, null where nobody is named
 */
public record Appointment(
        What what,
        String title,
        @Nullable Moment start,
        @Nullable Moment end,
        String place,
        @Nullable Address organiser) {

    /** The methods of RFC 5546 as far as they differ for a reader. */
    public enum What {
        /** An invitation, or a change of one. */
        INVITATION,
        /** It does not take place. */
        CANCELLATION,
        /** An answer to an invitation. */
        ANSWER,
        /** Told, without asking for an answer. */
        NOTICE
    }

    /**
     * A time in a calendar.
     *
     * @param local on the clock of that zone; midnight for a whole day
     * @param zone an IANA zone or an offset such as {@code Z}, else the sender's word for it, null where the time goes with
     *     every clock
     * @param wholeDay whether only the day counts
     */
    public record Moment(LocalDateTime local, @Nullable String zone, boolean wholeDay) {}

    void write(ClearWriter to) {
        to.put("what", what)
                .put("title", title)
                .one("start", start, Appointment::write)
                .one("end", end, Appointment::write)
                .put("place", place)
                .put("organiser", organiser);
    }

    static Appointment read(ClearReader from) {
        return new Appointment(
                What.valueOf(from.text("what")),
                from.text("title"),
                from.one("start", Appointment::moment),
                from.one("end", Appointment::moment),
                from.text("place"),
                from.addressOrNull("organiser"));
    }

    private static void write(ClearWriter to, Moment moment) {
        to.put("local", moment.local()).put("zone", moment.zone()).put("wholeDay", moment.wholeDay());
    }

    private static Moment moment(ClearReader from) {
        return new Moment(LocalDateTime.parse(from.text("local")), from.textOrNull("zone"), from.flag("wholeDay"));
    }
}
