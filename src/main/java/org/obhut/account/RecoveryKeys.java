package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.envelope.Keyring;
import org.obhut.envelope.Pins;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;

/** Gives a team a recovery key, to which each of its epochs' roots is sealed as well as to its members. */
@ApplicationScoped
@Transactional
public class RecoveryKeys {

    private final TeamRows teams;
    private final RecoveryRows rows;
    private final Seals seals;
    private final Sealer sealer;
    private final Pins pins;
    private final AuditTrail audit;
    private final Clock clock;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected RecoveryKeys() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public RecoveryKeys(
            TeamRows teams, RecoveryRows rows, Seals seals, Sealer sealer, Pins pins, AuditTrail audit, Clock clock) {
        this.teams = teams;
        this.rows = rows;
        this.seals = seals;
        this.sealer = sealer;
        this.pins = pins;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Seals the team's roots to a new recovery key and pins it; the one before opens nothing here any more.
     *
     * @throws Refused where the caller does not lead the team
     * @throws PinMismatch where the team's keys of now are not the pinned ones
     */
    void put(Caller lead, UUID team, ReaderKey key, List<String> holders) {
        TeamEpoch current = teams.locked(team);
        current.leadsRoot(lead.keyring());
        if (!pins.team(team).equals(Optional.of(current.pin()))) {
            throw new PinMismatch("team " + team);
        }
        List<TeamEpoch> epochs = teams.epochs(team);
        List<UUID> files = epochs.stream()
                .flatMap(epoch -> epoch.readers().both().stream())
                .map(ReaderKey::reader)
                .toList();
        Optional<RecoveryKey> former = rows.find(team);
        former.ifPresent(old -> seals.remove(files, old.key().reader()));
        seal(lead.keyring(), files, key);
        int number = former.map(old -> old.number() + 1).orElse(1);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        rows.put(new RecoveryKey(team, number, key, today, holders, false));
        audit.add(former.isEmpty() ? Act.RECOVERY_SET_UP : Act.RECOVERY_REPLACED, lead.person(), team);
        pins.pinRecovery(team, key.key().fingerprint());
    }

    private void seal(Keyring keyring, List<UUID> files, ReaderKey key) {
        files.stream()
                .filter(keyring.readers()::contains)
                .forEach(file -> seals.put(sealer.seal(keyring.root(file), file, key)));
    }
}
