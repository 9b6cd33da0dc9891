package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.audit.Act;
import org.obhut.envelope.Keyring;
import org.obhut.envelope.RandomId;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.Root;
import org.obhut.envelope.SealingKey;
import org.obhut.platform.LocalTransactions;
import org.obhut.platform.PostgreSql;

/** A team of three people, with mail, of whom one leaves. */
abstract class SuccessionCase {

    static final String MAILBOX = "beratung@obhut.example";

    LocalTransactions transactions;
    AccountFixture accounts;
    Person anna;
    Person bela;
    Session leyla;
    UUID team;

    @BeforeEach
    void found(@TempDir Path folder) {
        transactions = new LocalTransactions(PostgreSql.database());
        accounts = new AccountFixture(folder, transactions.database());
        anna = accounts.person("anna");
        bela = accounts.person("bela");
        accounts.person("leyla", Role.LEAD);
        leyla = accounts.signIn("leyla");
        team = accounts.membership.found(lead(), "Erstkontakt", false);
        admit(anna, false);
        admit(bela, true);
        accounts.pinning.pin(lead(), MAILBOX, team);
    }

    @AfterEach
    void close() {
        transactions.close();
    }

    Caller lead() {
        return leyla.caller();
    }

    void admit(Person person, boolean asLead) {
        accounts.membership.admit(lead(), team, person.id(), person.key().fingerprint(), asLead);
    }

    Caller caller(String name) {
        return accounts.signIn(name).caller();
    }

    /** What intake does with the root of a new ticket. Returns the ticket. */
    UUID mail() {
        UUID file = RandomId.next(accounts.random);
        try (Root root = Root.random(accounts.random)) {
            for (ReaderKey reader : accounts.teams.pinnedReaders(MAILBOX).both()) {
                accounts.seals.put(accounts.sealer.seal(root, file, reader));
            }
        }
        return file;
    }

    Optional<SealingKey> opened(Keyring keyring, UUID file) {
        return accounts.seals.find(file, keyring.readers()).map(seal -> {
            try (Root root = accounts.sealer.open(seal, keyring.root(seal.reader()))) {
                return root.sealingKey();
            }
        });
    }

    void assertReads(boolean reads, Caller caller, UUID file) {
        assertEquals(reads, opened(caller.keyring(), file).isPresent(), caller.name());
    }

    void begin() {
        transactions.run(() -> {
            accounts.epochs.begin(
                    lead(),
                    team,
                    roster -> roster.only(member -> !member.person().equals(anna.id())),
                    Act.MEMBER_LEFT,
                    anna.id());
            return true;
        });
    }

    void complete(Caller by) {
        accounts.succession.complete(by, team, () -> false);
    }

    int epochs() {
        return accounts.rows.epochs(team).size();
    }

    Set<String> roster() {
        return accounts.teams.roster(lead(), team).keySet();
    }
}
