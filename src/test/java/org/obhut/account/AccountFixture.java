package org.obhut.account;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.obhut.audit.AuditTrail;
import org.obhut.envelope.BlindIndex;
import org.obhut.envelope.Fingerprint;
import org.obhut.envelope.KeyStore;
import org.obhut.envelope.KeyStoreFixture;
import org.obhut.envelope.OperatingSecrets;
import org.obhut.envelope.Pins;
import org.obhut.envelope.RandomId;
import org.obhut.envelope.Root;
import org.obhut.envelope.SealTransfer;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;
import org.obhut.envelope.TrailAnchor;
import org.obhut.platform.EventTo;
import org.obhut.platform.MovedClock;
import org.obhut.platform.PostgreSql;
import org.obhut.platform.Statements;

/** People, teams and sessions on a real database, with a cheap Argon2id. */
public final class AccountFixture {

    static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);
    static final String PASSPHRASE = "Kaffee um vier";

    /** Where people reach the console. */
    static final URI ADDRESS = URI.create("https://obhut.example");

    /** Of files that are sealed anew. */
    static final int BATCH = 5;

    public final MovedClock clock = new MovedClock(KeyStoreFixture.NOON);
    final SecureRandom random = new SecureRandom();
    public final Statements statements;
    final List<SessionEnded> ended = new ArrayList<>();

    /** The cost of each run of Argon2id. */
    final List<Argon2Cost> runs = new CopyOnWriteArrayList<>();

    /** What happens while the next run of Argon2id takes its time. */
    Runnable meanwhile = () -> {};

    public final KeyStore keys;
    final Sealer sealer;
    final Seals seals;
    final People people;
    final TeamRows rows;
    final Pins pins;
    final Attempts attempts;
    final Locksmith locksmith;
    public final Sessions sessions;
    final SignInCounts counts;
    final SignIn signIn;
    public final Teams teams;
    final AuditTrail audit;
    public final Membership membership;
    public final Pinning pinning;
    final KeyringOpening keyrings;
    final TeamEpochs epochs;
    public final Succession succession;
    public final Leadership leadership;
    public final RecoveryCeremony ceremony;
    public final Recovery recovery;
    final RecoveryRows recoveryRows;
    public final RecoveryOverview recoveryOverview;
    final PassphraseChange passphraseChange;
    final DemoPeople demoPeople;
    final PassphraseRule rule = new PassphraseRule();
    final DisplayNames displayNames;
    final Profile profile;
    final SecondFactorRows factorRows;
    final PasskeyRows passkeyRows;
    final Challenges challenges;
    final Passkeys passkeys;
    final SecondFactors factors;
    private boolean factorRequired;
    final Registration registration;
    final Invitations invitations;
    final Staff staff;
    final AccountReset accountReset;
    final AccountReturn accountReturn;
    public final KeyAlarms alarms;

    AccountFixture(Path folder) {
        this(folder, PostgreSql.database());
    }

    public AccountFixture(Path folder, DataSource database) {
        statements = new Statements(database);
        seals = new Seals(statements, clock);
        people = new People(statements);
        rows = new TeamRows(statements);
        keys = new KeyStore(folder, Optional.empty(), Optional.empty(), random, clock);
        audit = new AuditTrail(statements, clock, new TrailAnchor(keys));
        sealer = new Sealer(keys, random);
        BlindIndex index = new BlindIndex(keys);
        pins = new Pins(keys);
        attempts = new Attempts(index, clock);
        Passphrases passphrases = new Passphrases(keys, CHEAP, 2, 8, Duration.ofSeconds(10)) {
            @Override
            PassphraseKeys derive(char[] passphrase, byte[] salt, Argon2Cost rowCost) {
                runs.add(rowCost);
                Runnable now = meanwhile;
                meanwhile = () -> {};
                now.run();
                return super.derive(passphrase, salt, rowCost);
            }
        };
        locksmith = new Locksmith(passphrases, random);
        keyrings = new KeyringOpening(rows, seals, sealer);
        sessions = new Sessions(random, clock, Duration.ofMinutes(15), keyrings::renewed, began -> {}, ended::add);
        Consumer<TeamsChanged> changed = sessions::changed;
        OperatingSecrets operating = new OperatingSecrets(keys, random, clock);
        factorRows = new SecondFactorRows(statements, operating, index);
        passkeyRows = new PasskeyRows(statements, operating, index);
        challenges = new Challenges(random, clock);
        RelyingParty party = new RelyingParty(ADDRESS);
        factors = new SecondFactors(factorRows, passkeyRows, audit, random, clock, false) {
            @Override
            public boolean required() {
                return factorRequired;
            }
        };
        counts = new SignInCounts(audit);
        signIn = new SignIn(
                people,
                passphrases,
                factors,
                new PasskeySignIn(passkeyRows, challenges, audit, party),
                attempts,
                index,
                keyrings,
                sessions,
                counts);
        teams = new Teams(rows, people, pins);
        membership = new Membership(rows, people, seals, sealer, pins, audit, random, changed);
        pinning = new Pinning(rows, pins, audit);
        SealTransfer transfer = new SealTransfer(statements, sealer, BATCH);
        recoveryRows = new RecoveryRows(statements, new OperatingSecrets(keys, random, clock));
        PinnedRecovery pinnedRecovery = new PinnedRecovery(recoveryRows, pins);
        epochs = new TeamEpochs(rows, teams, seals, sealer, transfer, pins, pinnedRecovery, audit, random, changed);
        succession = new Succession(epochs, sessions);
        leadership = new Leadership(rows, membership, audit);
        RecoveryKeys recoveryKeys = new RecoveryKeys(rows, recoveryRows, seals, sealer, pins, audit, clock);
        ceremony = new RecoveryCeremony(recoveryKeys, rows, random);
        recovery = new Recovery(rows, recoveryRows, epochs, membership, seals, sealer, pins, audit, clock, random);
        recoveryOverview = new RecoveryOverview(rows, recoveryRows, pinnedRecovery, seals, people);
        PassphraseCheck check = new PassphraseCheck(people, passphrases, attempts);
        displayNames = new DisplayNames(statements, operating);
        passphraseChange = new PassphraseChange(people, displayNames, rule, check, locksmith, audit);
        passkeys = new Passkeys(passkeyRows, factors, check, challenges, audit, random, clock, party);
        profile = new Profile(people, displayNames, factors, check, audit);
        registration = new Registration(people, displayNames, rule, locksmith, factors, passkeys, random);
        invitations = new Invitations(
                new InvitationRows(statements, displayNames, index), people, registration, audit, random, clock);
        staff = new Staff(statements, people, displayNames, audit, clock, blocked -> sessions.endOf(blocked.person()));
        ResetRows resetRows = new ResetRows(statements, index);
        accountReset = new AccountReset(
                resetRows,
                people,
                locksmith,
                rows,
                seals,
                pinnedRecovery,
                pins,
                audit,
                random,
                clock,
                new EventTo<>(sessions::reset));
        accountReturn = new AccountReturn(resetRows, people, displayNames, registration, audit, clock);
        alarms = new KeyAlarms(rows, people, pinnedRecovery, seals, pins);
        demoPeople = new DemoPeople(people, locksmith, signIn, sessions, teams, membership, pinning, pins, random);
    }

    /** From now on nobody signs in without a device. */
    void requireSecondFactor() {
        factorRequired = true;
    }

    Person person(String name, Role... roles) {
        UUID id = RandomId.next(random);
        try (Root root = Root.random(random)) {
            Person.Lock lock = locksmith.lock(id, root, PASSPHRASE.toCharArray());
            Person person = new Person(id, name, "de", Set.of(roles), lock, root.sealingKey());
            people.add(person);
            return person;
        }
    }

    /** The one who was there first, and invites the others. */
    public Caller administrator(String name) {
        person(name, Role.ADMINISTRATOR);
        return signIn(name).caller();
    }

    /** Has somebody invited, who opens the link and chooses the usual passphrase. Returns their id. */
    public UUID invite(Caller by, String name, Role... roles) {
        String token = invitations.invite(by, name, name, Set.of(roles));
        String offered = invitations.offer(token).orElseThrow().name();
        invitations.accept(token, new Arrival("de", PASSPHRASE.toCharArray(), null));
        return people.byName(offered).orElseThrow().id();
    }

    /** What the two compare by voice before one lets the other in. */
    public Fingerprint fingerprint(UUID person) {
        return people.byId(person).orElseThrow().key().fingerprint();
    }

    public Session signIn(String name) {
        return signIn.signIn(name, PASSPHRASE.toCharArray());
    }

    /** Signs in somebody who is not of this fixture. */
    public Session signIn(String name, String passphrase) {
        return signIn.signIn(name, passphrase.toCharArray());
    }

    /** Hands out a team's recovery shares. Returns them as their holders have written them down. */
    public List<String> shares(Caller lead, UUID team, List<String> holders) {
        List<String> shares = new ArrayList<>();
        ceremony.begin(lead, team, holders);
        boolean last = false;
        while (!last) {
            List<String> words = ceremony.step(lead, team).orElseThrow().words();
            ceremony.hide(lead, team, true);
            RecoveryCeremony.Step asked = ceremony.step(lead, team).orElseThrow();
            last = ceremony.confirm(lead, team, words.get(asked.first() - 1), words.get(asked.second() - 1));
            shares.add(String.join(" ", words));
        }
        return shares;
    }

    /** Resets somebody's account, who then chooses the passphrase anew. */
    public void reset(Caller administrator, UUID person) {
        String token = accountReset.reset(administrator, person, true);
        accountReturn.accept(token, new Arrival("de", PASSPHRASE.toCharArray(), null));
    }
}
