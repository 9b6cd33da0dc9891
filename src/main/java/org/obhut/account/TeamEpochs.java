package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.obhut.audit.Act;
import org.obhut.audit.AuditTrail;
import org.obhut.envelope.Pin;
import org.obhut.envelope.Pins;
import org.obhut.envelope.RandomId;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.Root;
import org.obhut.envelope.SealTransfer;
import org.obhut.envelope.SealTransfer.Holder;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;
import org.obhut.platform.InvalidInput;

/**
 * The steps by which a team gets new keys, each a transaction that can be repeated; {@link Succession} strings them together.
 *
 * <ol>
 *   <li>{@link #begin}: new roots, sealed to those who stay and to the recovery key; who leaves loses every seal. Mail is still sealed to the former keys,
 *       which those who stay go on holding.
 *   <li>{@link #pin}: from now on mail is sealed to the new keys.
 *   <li>{@link #transfer}: what is sealed to the former keys is sealed to the new ones, some files at a time.
 *   <li>{@link #retire}: the former keys are forgotten, once nothing names them.
 * </ol>
 */
@ApplicationScoped
@Transactional
public class TeamEpochs {

    private final TeamRows rows;
    private final Teams teams;
    private final Seals seals;
    private final Sealer sealer;
    private final SealTransfer transfer;
    private final Pins pins;
    private final PinnedRecovery recovery;
    private final AuditTrail audit;
    private final SecureRandom random;
    private final Consumer<TeamsChanged> changed;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected TeamEpochs() {
        this(null, null, null, null, null, null, null, null, null, (Consumer<TeamsChanged>) null);
    }

    @Inject
    public TeamEpochs(
            TeamRows rows,
            Teams teams,
            Seals seals,
            Sealer sealer,
            SealTransfer transfer,
            Pins pins,
            PinnedRecovery recovery,
            AuditTrail audit,
            SecureRandom random,
            Event<TeamsChanged> changed) {
        this(rows, teams, seals, sealer, transfer, pins, recovery, audit, random, changed::fire);
    }

    TeamEpochs(
            TeamRows rows,
            Teams teams,
            Seals seals,
            Sealer sealer,
            SealTransfer transfer,
            Pins pins,
            PinnedRecovery recovery,
            AuditTrail audit,
            SecureRandom random,
            Consumer<TeamsChanged> changed) {
        this.rows = rows;
        this.teams = teams;
        this.seals = seals;
        this.sealer = sealer;
        this.transfer = transfer;
        this.pins = pins;
        this.recovery = recovery;
        this.audit = audit;
        this.random = random;
        this.changed = changed;
    }

    /** Which of a team's two keys is meant. */
    enum Kind {
        TEAM,
        LEADS
    }

    /**
     * Gives the team new roots. A member whose key is no longer the one they were let in with is not sealed to and leaves the
     * roster with this.
     *
     * @param change of the roster, with which the next epoch begins
     * @throws Refused where the caller does not lead the team, or would not any more
     * @throws PinMismatch where the keys of now are not the pinned ones
     */
    void begin(Caller lead, UUID team, UnaryOperator<Roster> change, Act act, UUID subject) {
        TeamEpoch former = rows.locked(team);
        requirePinned(former);
        Root formerLeads = former.leadsRoot(lead.keyring());
        Map<String, ReaderKey> known = teams.roster(lead, team);
        Roster before = former.roster(lead.keyring());
        Roster after = change.apply(before)
                .only(member ->
                        known.values().stream().anyMatch(key -> key.reader().equals(member.person())))
                .in(former.epoch() + 1);
        if (after.member(lead.person()).filter(Roster.Member::lead).isEmpty()) {
            throw new InvalidInput("person", "needs-another-lead");
        }
        Root teamRoot = Root.random(random);
        Root leadsRoot = Root.random(random);
        TeamEpoch next = next(former, after, teamRoot, leadsRoot, formerLeads);
        rows.succeed(next);
        after.members().forEach((name, member) -> {
            ReaderKey key = known.get(name);
            seals.put(sealer.seal(teamRoot, next.teamKey().reader(), key));
            if (member.lead()) {
                seals.put(sealer.seal(leadsRoot, next.leadsKey().reader(), key));
            }
        });
        recovery.key(team).ifPresent(key -> List.of(
                        sealer.seal(teamRoot, next.teamKey().reader(), key),
                        sealer.seal(leadsRoot, next.leadsKey().reader(), key))
                .forEach(seals::put));
        endRights(team, before, after);
        audit.add(act, lead.person(), subject);
        lead.keyring().add(next.teamKey().reader(), teamRoot);
        lead.keyring().add(next.leadsKey().reader(), leadsRoot);
        changed.accept(new TeamsChanged());
    }

    private TeamEpoch next(TeamEpoch former, Roster roster, Root teamRoot, Root leadsRoot, Root formerLeads) {
        TeamEpoch next = new TeamEpoch(
                former.team(),
                former.name(),
                roster.epoch(),
                new ReaderKey(RandomId.next(random), teamRoot.sealingKey()),
                new ReaderKey(RandomId.next(random), leadsRoot.sealingKey()),
                roster.encoded(),
                roster.code(teamRoot),
                null);
        return next.with(next.succession(formerLeads));
    }

    /** Who left has no seal any more: not of the team, and not of a file that the team's leads read. */
    private void endRights(UUID team, Roster before, Roster after) {
        List<TeamEpoch> epochs = rows.epochs(team);
        List<UUID> leads =
                epochs.stream().map(epoch -> epoch.leadsKey().reader()).toList();
        List<UUID> both = epochs.stream()
                .flatMap(epoch -> epoch.readers().both().stream())
                .map(ReaderKey::reader)
                .toList();
        for (Roster.Member member : before.members().values()) {
            Optional<Roster.Member> now = after.member(member.person());
            if (now.isEmpty()) {
                seals.remove(both, member.person());
                seals.removeBeside(member.person(), leads);
            } else if (!now.get().lead()) {
                seals.remove(leads, member.person());
            }
        }
    }

    /**
     * Pins the team and its mailboxes to the keys of its current epoch; nothing where they are. Waits for whoever is sealing to
     * the former ones.
     *
     * @throws PinMismatch where a lead of the pinned epoch did not make them
     */
    void pin(Caller lead, UUID team) {
        TeamEpoch current = rows.locked(team);
        Pin pinned = pins.team(team).orElseThrow(() -> new PinMismatch("team " + team + " has no pin"));
        TeamEpoch from = rows.find(team, pinned.epoch())
                .filter(epoch -> epoch.pin().equals(pinned))
                .orElseThrow(() -> new PinMismatch("team " + team));
        if (from.epoch() == current.epoch()) {
            return;
        }
        for (TeamEpoch next : rows.epochs(team)) {
            if (next.epoch() > from.epoch()) {
                if (next.epoch() != from.epoch() + 1 || !next.succeeds(from.leadsRoot(lead.keyring()))) {
                    throw new PinMismatch("epoch " + next.epoch() + " of team " + team);
                }
                from = next;
            }
        }
        pins.succeed(current.pin());
    }

    /**
     * Seals the next files of a former epoch to the keys of now.
     *
     * @param after the last file of the batch before; null for the first
     * @return the last file of this batch; empty where there was none left
     */
    Optional<UUID> transfer(Caller lead, UUID team, int epoch, Kind kind, @Nullable UUID after) {
        TeamEpoch current = rows.find(team).orElseThrow();
        requirePinned(current);
        TeamEpoch former = rows.find(team, epoch).orElseThrow();
        return transfer.batch(holder(lead, former, kind), holder(lead, current, kind), after);
    }

    private static Holder holder(Caller lead, TeamEpoch epoch, Kind kind) {
        return kind == Kind.TEAM
                ? new Holder(epoch.teamKey().reader(), epoch.teamRoot(lead.keyring()))
                : new Holder(epoch.leadsKey().reader(), epoch.leadsRoot(lead.keyring()));
    }

    /** Forgets former keys to which nothing is sealed any more. */
    void retire(UUID team) {
        TeamEpoch current = rows.locked(team);
        requirePinned(current);
        for (TeamEpoch epoch : rows.epochs(team)) {
            if (epoch.epoch() < current.epoch() && left(epoch) == 0) {
                epoch.readers().both().forEach(key -> seals.removeAll(key.reader()));
                rows.remove(epoch);
            }
        }
    }

    /** How many seals name former keys; a file that the whole team reads has two. */
    long left(UUID team) {
        List<TeamEpoch> epochs = rows.epochs(team);
        return epochs.stream().limit(epochs.size() - 1L).mapToLong(this::left).sum();
    }

    private long left(TeamEpoch former) {
        return transfer.left(former.teamKey().reader())
                + transfer.left(former.leadsKey().reader());
    }

    /** The numbers of the epochs before the current one whose keys are not forgotten yet. */
    List<Integer> former(UUID team) {
        List<TeamEpoch> epochs = rows.epochs(team);
        return epochs.stream().limit(epochs.size() - 1L).map(TeamEpoch::epoch).toList();
    }

    private void requirePinned(TeamEpoch epoch) {
        if (!pins.team(epoch.team()).equals(Optional.of(epoch.pin()))) {
            throw new PinMismatch("team " + epoch.team());
        }
    }
}
