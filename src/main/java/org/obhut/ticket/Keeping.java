package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.Teams;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.ticket.ErasureRequests.Request;
import org.obhut.ticket.Happening.What;

/**
 * How long a ticket is kept and who decides: the boundary for console and API. Whoever can read a ticket can choose another day;
 * a lead of its team can end it at once, with a second person where the team wants it. Each method answers {@link TicketNotFound}
 * for a ticket that the caller may not read.
 */
@ApplicationScoped
@Transactional
public class Keeping {

    private final TicketAccess access;
    private final KeptTickets kept;
    private final ErasureRequests requests;
    private final TicketContents contents;
    private final Entries entries;
    private final Teams teams;
    private final DeskNotice notice;
    private final AuditTrail audit;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Keeping() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    Keeping(
            TicketAccess access,
            KeptTickets kept,
            ErasureRequests requests,
            TicketContents contents,
            Entries entries,
            Teams teams,
            DeskNotice notice,
            AuditTrail audit) {
        this.access = access;
        this.kept = kept;
        this.requests = requests;
        this.contents = contents;
        this.entries = entries;
        this.teams = teams;
        this.notice = notice;
        this.audit = audit;
    }

    /**
     * What would go with a ticket, and what may be done.
     *
     * @param eraseOn null where no day is set
     * @param counted the day by its mailbox's periods
     * @param kept whether a person chose the day
     * @param latest the last day that can be chosen
     * @param needsTwo whether the team wants two people to agree
     * @param asked who wants it erased at once, null where nobody does
     * @param ground why, null where nobody does
     * @param mayAsk whether the caller may erase it, or ask for it
     * @param mayAgree whether the caller's word is all that is missing
     */
    public record Prospect(
            long version,
            @Nullable LocalDate eraseOn,
            LocalDate counted,
            boolean kept,
            LocalDate latest,
            long entries,
            long files,
            long drafts,
            boolean needsTwo,
            @Nullable String asked,
            @Nullable ErasureGround ground,
            boolean mayAsk,
            boolean mayAgree) {}

    public Prospect prospect(Caller caller, UUID id) {
        try (OpenTicket open = access.forReading(caller, id)) {
            Ticket ticket = open.ticket();
            ticket.life().under(contents.policy(ticket));
            Optional<Request> asked = requests.of(id);
            boolean lead = caller.leadOf(ticket.team());
            return new Prospect(
                    ticket.version(),
                    ticket.life().eraseOn(),
                    ticket.life().counted(),
                    ticket.life().chosen(),
                    contents.latest(),
                    contents.entries(id),
                    contents.files(id),
                    contents.drafts(id),
                    requests.needsTwo(ticket.team()),
                    asked.map(Request::person).map(teams::personName).orElse(null),
                    asked.map(Request::ground).orElse(null),
                    lead,
                    asked.filter(request -> byAnother(caller, request)).isPresent());
        }
    }

    /**
     * Lets a ticket end on another day, or by its mailbox's periods again. Returns the new version.
     *
     * @param reason needed where it is kept longer than by these
     * @throws TicketChanged where it is not of this version
     * @throws org.obhut.platform.InvalidInput where the day or the reason does not fit
     */
    public long keep(Caller caller, UUID id, Optional<LocalDate> day, String reason, long version) {
        try (OpenTicket open = access.forChange(caller, id)) {
            open.ticket().expect(version);
            kept.keep(open, day, reason);
            notice.tell(id);
            return open.ticket().version();
        }
    }

    /** Takes a wish for erasure back. Returns the new version. @throws Refused where the caller neither asked nor leads the team */
    public long withdraw(Caller caller, UUID id, long version) {
        try (OpenTicket open = access.forChange(caller, id)) {
            open.ticket().expect(version);
            boolean own = requests.of(id)
                    .filter(request -> !byAnother(caller, request))
                    .isPresent();
            if (!own && !caller.leadOf(open.ticket().team())) {
                throw new Refused("lead of the team, or who asked for the erasure");
            }
            if (requests.remove(id)) {
                entries.tell(open, new Happening(What.ERASURE_WITHDRAWN));
                notice.tell(id);
            }
            return open.ticket().version();
        }
    }

    /** Asks for a second person's word; false where the caller's own is enough. */
    boolean ask(Caller caller, UUID id, ErasureGround ground, long version) {
        try (OpenTicket open = access.forChange(caller, id)) {
            open.ticket().expect(version);
            if (agreed(caller, open)) {
                return false;
            }
            requests.add(id, caller.person(), ground);
            entries.tell(open, new Happening(What.ERASURE_ASKED));
            notice.tell(id);
            return true;
        }
    }

    /**
     * Part of the transaction that erases: who decides, why, and how much goes.
     *
     * @param ground holds where nobody asked before
     * @throws TicketChanged where it is not of this version
     * @throws Refused where nobody may erase it on the caller's word
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public ErasureDecision permit(Caller caller, UUID id, ErasureGround ground, long version) {
        try (OpenTicket open = access.forChange(caller, id)) {
            open.ticket().expect(version);
            if (!agreed(caller, open)) {
                throw new Refused("erases the ticket");
            }
            Optional<Request> asked = requests.of(id).filter(request -> byAnother(caller, request));
            return new ErasureDecision(
                    open.ticket().team(),
                    asked.map(Request::ground).orElse(ground),
                    asked.map(Request::person).orElse(null),
                    caller.person(),
                    contents.of(open));
        }
    }

    /** Whether the caller's word is enough. @throws Refused where it counts for nothing */
    private boolean agreed(Caller caller, OpenTicket open) {
        Optional<Request> asked = requests.of(open.id());
        if (asked.filter(request -> byAnother(caller, request)).isPresent()) {
            return true;
        }
        if (!caller.leadOf(open.ticket().team())) {
            throw new Refused("lead of the team");
        }
        return asked.isEmpty() && !requests.needsTwo(open.ticket().team());
    }

    private static boolean byAnother(Caller caller, Request request) {
        return !request.person().equals(caller.person());
    }

    /** Whether a team wants two people to agree before a ticket is erased at once. */
    public boolean needsTwo(UUID team) {
        return requests.needsTwo(team);
    }

    /** @throws Refused where the caller does not lead the team */
    public void needsTwo(Caller caller, UUID team, boolean two) {
        if (!caller.leadOf(team)) {
            throw new Refused("lead of the team");
        }
        requests.needsTwo(team, two);
        audit.add(Act.ERASURE_RULE_CHANGED, caller.person(), team);
    }
}
