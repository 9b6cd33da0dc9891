package org.obhut.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.account.Teams;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.ticket.GivenOut;
import org.obhut.ticket.TicketView;

/** Notes that a ticket is given to its client: in the timeline with counts, in the audit trail with its team alone. */
@ApplicationScoped
@Transactional
public class Disclosures {

    private final GivenOut givenOut;
    private final Teams teams;
    private final AuditTrail audit;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Disclosures() {
        this(null, null, null);
    }

    @Inject
    public Disclosures(GivenOut givenOut, Teams teams, AuditTrail audit) {
        this.givenOut = givenOut;
        this.teams = teams;
        this.audit = audit;
    }

    /**
     * Before the first byte goes out: what was begun counts as given.
     *
     * @throws org.obhut.ticket.TicketNotFound where the caller may not read it
     */
    public void begin(Caller caller, TicketView ticket, Selection selection) {
        givenOut.tell(caller, ticket.row().id(), selection.counts());
        UUID team = teams.byName(ticket.row().team()).orElseThrow();
        audit.add(Act.TICKET_DISCLOSED, caller.person(), team);
    }
}
