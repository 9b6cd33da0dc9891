package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.obhut.account.Teams;
import org.obhut.outbox.Outbox;
import org.obhut.platform.InvalidInput;

/** The mailboxes by which teams send: those whose new tickets would go to them. */
@Dependent
class SendingMailboxes {

    private final Outbox outbox;
    private final Teams teams;

    @Inject
    SendingMailboxes(Outbox outbox, Teams teams) {
        this.outbox = outbox;
        this.teams = teams;
    }

    /** Addresses of the mailboxes of these teams. */
    List<String> of(Set<UUID> of) {
        return outbox.mailboxes().stream()
                .filter(mailbox -> teams.ofMailbox(mailbox).filter(of::contains).isPresent())
                .toList();
    }

    /**
     * The one that was asked for, else the only one.
     *
     * @throws InvalidInput where it is none of these teams', none was asked for and there are several, or there is none
     */
    String choose(Set<UUID> of, Optional<String> wanted) {
        List<String> all = of(of);
        if (wanted.isPresent()) {
            return all.stream()
                    .filter(mailbox -> Participants.same(mailbox, wanted.get()))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInput("mailbox", "unknown-value"));
        }
        if (all.size() != 1) {
            throw new InvalidInput("mailbox", all.isEmpty() ? "none" : "required");
        }
        return all.get(0);
    }
}
