package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.util.UUID;
import org.obhut.account.Refused;
import org.obhut.ticket.TimelineEntry.Attachment;

/** The files of a ticket, for those who may have them: one in which a scanner found something goes to leads alone. */
@Dependent
class TicketFiles {

    private final Items items;
    private final Attachments attachments;

    @Inject
    TicketFiles(Items items, Attachments attachments) {
        this.items = items;
        this.attachments = attachments;
    }

    /**
     * What the ticket says of a file.
     *
     * @throws TicketNotFound where it has no such file
     * @throws Refused where something was found in it and the caller does not lead the team
     */
    Attachment find(OpenTicket open, UUID attachment) {
        TicketItem item = items.find(open.ticket(), attachments.owner(open.id(), attachment))
                .orElseThrow(TicketNotFound::new);
        Attachment file = items.body(open.file(), item).attachments().stream()
                .filter(each -> each.id().equals(attachment))
                .findFirst()
                .orElseThrow(TicketNotFound::new);
        if (file.findings().scan().found()
                && !open.caller().leadOf(open.ticket().team())) {
            throw new Refused("lead of the team");
        }
        return file;
    }

    /** Writes its bytes, under the same conditions. */
    void write(OpenTicket open, UUID attachment, OutputStream to) {
        attachments.write(open.file(), open.id(), find(open, attachment).id(), to);
    }
}
