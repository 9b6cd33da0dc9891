package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.obhut.platform.InvalidInput;

/** Tickets that end on a day of a person's choice. */
@Dependent
class KeptTickets {

    private static final int LONGEST_REASON = 500;

    private final Entries entries;
    private final Deadlines deadlines;

    @Inject
    KeptTickets(Entries entries, Deadlines deadlines) {
        this.entries = entries;
        this.deadlines = deadlines;
    }

    /**
     * Sets the day on which a ticket ends, or lets it end by its mailbox's periods again.
     *
     * @param reason has to be given where it is kept longer than by these; stands sealed in the timeline
     * @throws InvalidInput where the day is not ahead or more than a year ahead, or the reason is missing or too long
     */
    void keep(OpenTicket open, Optional<LocalDate> day, String reason) {
        LocalDate today = deadlines.today();
        String why = reason.strip();
        if (why.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "too-long");
        }
        if (day.filter(chosen -> !chosen.isAfter(today)).isPresent()) {
            throw new InvalidInput("until", "past");
        }
        if (day.filter(chosen -> chosen.isAfter(today.plusDays(RetentionPolicy.LONGEST)))
                .isPresent()) {
            throw new InvalidInput("until", "out-of-range");
        }
        if (why.isEmpty()
                && day.filter(chosen -> chosen.isAfter(open.ticket().life().counted()))
                        .isPresent()) {
            throw new InvalidInput("reason", "missing");
        }
        open.ticket().life().keepUntil(day.orElse(null));
        Happening event = day.map(chosen -> new Happening(Happening.What.KEPT, chosen.toString()))
                .orElse(new Happening(Happening.What.KEPT_NO_MORE));
        entries.tell(open, event, why.isEmpty() ? Map.of() : Map.of("note", why));
    }
}
