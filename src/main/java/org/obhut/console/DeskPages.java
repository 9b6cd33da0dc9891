package org.obhut.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.mailbox.Quarantine;
import org.obhut.ticket.Desk;
import org.obhut.ticket.Folder;

/** Puts together what stands on the desk around an open ticket. */
@ApplicationScoped
public class DeskPages {

    private static final int ROWS = 50;

    private final Desk desk;
    private final Quarantine quarantine;

    @Inject
    public DeskPages(Desk desk, Quarantine quarantine) {
        this.desk = desk;
        this.quarantine = quarantine;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DeskPages() {
        this(null, null);
    }

    DeskPage page(Caller caller, Folder folder, @Nullable String after, @Nullable TicketPane ticket) {
        return new DeskPage(
                folders(caller, folder), folder, desk.list(caller, folder, ROWS, Optional.ofNullable(after)), ticket);
    }

    Folders folders(Caller caller, @Nullable Folder current) {
        Long quarantined = caller.leads().isEmpty() ? null : quarantine.count(caller);
        return new Folders(desk.counts(caller), quarantined, current);
    }
}
