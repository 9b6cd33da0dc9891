package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.envelope.Fingerprint;
import org.obhut.envelope.Keyring;
import org.obhut.envelope.Pin;
import org.obhut.envelope.Pins;
import org.obhut.platform.InvalidInput;

/** Binds mailboxes to the keys of a team. Intake seals to nothing else, whatever the database says. */
@ApplicationScoped
public class Pinning {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+");

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
     * Pins a mailbox to a team's pinned keys. One that is free is taken by a lead of the team; one that belongs to a team is kept
     * or given away by a lead of that team.
     *
     * @throws Refused where the caller leads neither
     * @throws InvalidInput where the mailbox's name is not an address; said to a lead alone
     * @throws PinMismatch where the database's keys are not the team's pinned ones, or not those that the keyring opens
     */
    @Transactional
    public void pin(Caller lead, String mailbox, UUID team) {
        rows.keep(team);
        Pin wanted = pins.team(team).orElseThrow(() -> new PinMismatch("team " + team + " has no pin"));
        TeamEpoch stored = rows.find(team, wanted.epoch()).orElseThrow(() -> new PinMismatch("team " + team));
        if (!stored.pin().equals(wanted)) {
            throw new PinMismatch("team " + team);
        }
        boolean address = ADDRESS.matcher(mailbox).matches();
        Optional<Pin> old = address ? pins.mailbox(mailbox) : Optional.empty();
        if (old.isEmpty()) {
            stored.leadsRoot(lead.keyring());
        } else if (!holds(lead.keyring(), old.get().leadsKey())) {
            throw new Refused("lead of the team that the mailbox is pinned to");
        }
        if (!address) {
            throw new InvalidInput("address", "not-an-address");
        }
        audit.add(Act.MAILBOX_PINNED, lead.person(), team);
        pins.pinMailbox(mailbox, wanted);
    }

    /** The team that a mailbox is pinned to; empty where it is free and takes no mail in. */
    public Optional<UUID> team(String mailbox) {
        return pins.mailbox(mailbox).map(Pin::team);
    }

    private static boolean holds(Keyring keyring, Fingerprint key) {
        return keyring.readers().stream()
                .anyMatch(reader ->
                        keyring.root(reader).sealingKey().fingerprint().equals(key));
    }
}
