package org.obhut.console;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obhut.ticket.TicketReader;
import org.obhut.ticket.TicketReader.Ground;

/** Who can read a ticket, in the words of its details. */
public final class Readers {

    private Readers() {}

    public static String icon(TicketReader reader) {
        return switch (reader.ground()) {
            case TEAM -> "users";
            case LEADS -> "shield-check";
            case RESPONSIBLE -> "user-check";
            case UNKNOWN -> "octagon-alert";
            default -> "eye";
        };
    }

    /** Whether it should not be so. */
    public static boolean alarming(TicketReader reader) {
        return reader.ground() == Ground.UNKNOWN;
    }

    public static String name(Frame frame, TicketReader reader) {
        return switch (reader.ground()) {
            case TEAM, FORMER -> frame.t("readers.team", text(reader.name()));
            case LEADS -> frame.t("readers.leads", text(reader.name()));
            default -> reader.name() == null ? frame.t("readers.nobody") : reader.name();
        };
    }

    /** Why, and until when. */
    public static String ground(Frame frame, TicketReader reader) {
        String why = frame.t("readers.ground." + reader.ground());
        if (reader.ground() == Ground.MOVED && reader.until() != null) {
            return why + ", " + frame.t("readers.until-time", frame.moments().clock(reader.until()));
        }
        if (reader.until() == null) {
            return why;
        }
        // The end is the midnight after the last day.
        LocalDate last = LocalDate.ofInstant(reader.until().minusSeconds(1), Moments.ZONE);
        String until = frame.t("readers.until-day", frame.moments().shortDay(last));
        boolean later =
                reader.from() != null && reader.from().isAfter(frame.moments().now());
        return later
                ? why + ", "
                        + frame.t(
                                "readers.from-day",
                                frame.moments().shortDay(LocalDate.ofInstant(reader.from(), Moments.ZONE)))
                        + " " + until
                : why + ", " + until;
    }

    /** The team that the visitor has just moved the ticket away from, as long as it can be taken back. */
    public static Optional<TicketReader> movedBy(Frame frame, TicketPane pane) {
        Visitor visitor = frame.visitor();
        return pane.ticket().sharing().readers().stream()
                .filter(reader -> reader.ground() == Ground.MOVED)
                .filter(reader -> visitor != null && visitor.name().equals(reader.name()))
                .findFirst();
    }

    private static String text(@Nullable String name) {
        return name == null ? "" : name;
    }
}
