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
            Caller caller = withTeams(person.id(), person.name(), person.roles(), keyring);
            opened = true;
            return caller;
        } finally {
            if (!opened) {
                keyring.close();
            }
        }
    }

    /** The same person with the teams of now: what was gained is in the keyring, what was lost is in no right. */
    Caller renewed(Caller caller) {
        return withTeams(caller.person(), caller.name(), caller.others(), caller.keyring());
    }

    /** What someone may do in a team follows from what their keyring opens, not from a column. */
    private Caller withTeams(UUID person, String name, Set<Role> roles, Keyring keyring) {
        List<TeamEpoch> epochs = rows.everyEpoch();
        List<UUID> readers = epochs.stream()
                .flatMap(team -> team.readers().both().stream())
                .map(ReaderKey::reader)
                .toList();
        Root root = keyring.root(person);
        Set<UUID> opened = seals.find(readers, Set.of(person)).values().stream()
                .filter(seal -> opened(keyring, root, seal))
                .map(Seal::file)
                .collect(Collectors.toSet());
        List<TeamEpoch> teams = rows.all();
        Set<UUID> counsels =
                ofTeams(teams, team -> opened.contains(team.teamKey().reader()));
        Set<UUID> leads = ofTeams(teams, team -> opened.contains(team.leadsKey().reader()));
        return new Caller(person, name, counsels, leads, roles, keyring);
    }

    private static Set<UUID> ofTeams(List<TeamEpoch> teams, Predicate<TeamEpoch> which) {
        return teams.stream().filter(which).map(TeamEpoch::team).collect(Collectors.toUnmodifiableSet());
    }

    private boolean opened(Keyring keyring, Root root, Seal seal) {
        try {
            if (!keyring.readers().contains(seal.file())) {
                keyring.add(seal.file(), sealer.open(seal, root));
            }
            sealer.settled(seal, root).ifPresent(seals::replace);
            return true;
        } catch (EnvelopeException damaged) {
            LOG.log(System.Logger.Level.ERROR, "ALARM: a membership does not open: {0}", damaged.getMessage());
            return false;
        }
    }
}
