package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.envelope.Fingerprint;
import org.obhut.envelope.Keyring;
import org.obhut.envelope.Pin;
import org.obhut.envelope.Pins;

/** Binds mailboxes to the keys of a team. Intake seals to nothing else, whatever the database says. */
@ApplicationScoped
public class Pinning {

    private final TeamRows rows;
    private final Pins pins;
    private final AuditTrail audit;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Pinning() {
        this.rows = null;
        this.pins = null;
        this.audit = null;
    }

    @Inject
    public Pinning(TeamRows rows, Pins pins, AuditTrail audit) {
        this.rows = rows;
        this.pins = pins;
        this.audit = audit;
    }

    /**
     * Pins a mailbox to a team's keys of today.
     *
     * @throws Refused where the caller's keyring opens neither the team's leads nor, where the mailbox is pinned already, the
     *     leads it is pinned to now
     * @throws PinMismatch where the database's keys are not those that the keyring opens
     */
    @Transactional
    public void pin(Caller lead, String mailbox, UUID team) {
        TeamEpoch stored = rows.find(team).orElseThrow(() -> new IllegalArgumentException("no team " + team));
        Pin wanted = stored.pin();
        if (!opens(lead.keyring(), stored.leadsKey().reader())) {
            throw new Refused("lead of the team");
        }
        if (!holds(lead.keyring(), wanted.leadsKey()) || !holds(lead.keyring(), wanted.teamKey())) {
            throw new PinMismatch("team " + team);
        }
        pins.mailbox(mailbox).ifPresent(old -> {
            if (!holds(lead.keyring(), old.leadsKey())) {
                throw new Refused("lead of the team that the mailbox is pinned to");
            }
        });
        audit.add(Act.MAILBOX_PINNED, lead.person(), team);
        pins.pinMailbox(mailbox, wanted);
    }

    private static boolean opens(Keyring keyring, UUID reader) {
        return keyring.readers().contains(reader);
    }

    private static boolean holds(Keyring keyring, Fingerprint key) {
        return keyring.readers().stream()
                .anyMatch(reader ->
                        keyring.root(reader).sealingKey().fingerprint().equals(key));
    }
}
