package org.obhut.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.obhut.envelope.EnvelopeException;
import org.obhut.envelope.Keyring;
import org.obhut.envelope.PassphraseSeal;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.Root;
import org.obhut.envelope.Seal;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;

/** Opens a person's keyring: their own root by the passphrase, then the roots of teams and leads that are sealed to it. */
@Dependent
class KeyringOpening {

    private static final System.Logger LOG = System.getLogger(KeyringOpening.class.getName());

    private final TeamRows rows;
    private final Seals seals;
    private final Sealer sealer;

    @Inject
    KeyringOpening(TeamRows rows, Seals seals, Sealer sealer) {
        this.rows = rows;
        this.seals = seals;
        this.sealer = sealer;
    }

    Caller open(Person person, PassphraseKeys keys) {
        Keyring keyring = new Keyring();
        boolean opened = false;
        try {
            keyring.add(
                    person.id(),
                    PassphraseSeal.open(
                            person.id(), keys.rootKey(), person.lock().sealedRoot()));
            Caller caller = withTeams(person, keyring);
            opened = true;
            return caller;
        } finally {
            if (!opened) {
                keyring.close();
            }
        }
    }

    /** What someone may do in a team follows from what their keyring opens, not from a column. */
    private Caller withTeams(Person person, Keyring keyring) {
        List<TeamEpoch> teams = rows.all();
        List<UUID> readers = teams.stream()
                .flatMap(team -> team.readers().both().stream())
                .map(ReaderKey::reader)
                .toList();
        Set<UUID> opened = seals.find(readers, Set.of(person.id())).values().stream()
                .filter(seal -> opened(keyring, keyring.root(person.id()), seal))
                .map(Seal::file)
                .collect(Collectors.toSet());
        Set<UUID> counsels =
                ofTeams(teams, team -> opened.contains(team.teamKey().reader()));
        Set<UUID> leads = ofTeams(teams, team -> opened.contains(team.leadsKey().reader()));
        return new Caller(person.id(), person.name(), counsels, leads, person.roles(), keyring);
    }

    private static Set<UUID> ofTeams(List<TeamEpoch> teams, Predicate<TeamEpoch> which) {
        return teams.stream().filter(which).map(TeamEpoch::team).collect(Collectors.toUnmodifiableSet());
    }

    private boolean opened(Keyring keyring, Root root, Seal seal) {
        try {
            keyring.add(seal.file(), sealer.open(seal, root));
            sealer.settled(seal, root).ifPresent(seals::replace);
            return true;
        } catch (EnvelopeException damaged) {
            LOG.log(System.Logger.Level.ERROR, "ALARM: a membership does not open: {0}", damaged.getMessage());
            return false;
        }
    }
}
