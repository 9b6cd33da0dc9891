package org.obhut.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.obhut.envelope.Root;
import org.obhut.platform.InvalidInput;

/** Makes a person of a newcomer: their root and keys arise here, and the root is sealed under the passphrase that they chose. */
@Dependent
class Registration {

    private final People people;
    private final DisplayNames displayNames;
    private final PassphraseRule rule;
    private final Locksmith locksmith;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final SecureRandom random;

    @Inject
    Registration(
            People people,
            DisplayNames displayNames,
            PassphraseRule rule,
            Locksmith locksmith,
            SecondFactors factors,
            Passkeys passkeys,
            SecureRandom random) {
        this.people = people;
        this.displayNames = displayNames;
        this.rule = rule;
        this.locksmith = locksmith;
        this.factors = factors;
        this.passkeys = passkeys;
        this.random = random;
    }

    /**
     * Takes one run of Argon2id; adds nothing yet.
     *
     * @throws InvalidInput where the passphrase is refused, or the device's code is wrong, or there has to be a second factor and is none
     */
    Person person(UUID id, Newcomer newcomer, Arrival arrival) {
        requireSecondFactor(arrival);
        char[] passphrase = arrival.passphrase().reveal();
        rule.require(passphrase, List.of(newcomer.name(), newcomer.displayName()));
        try (Root root = Root.random(random)) {
            Person.Lock lock = locksmith.lock(id, root, passphrase);
            return new Person(id, newcomer.name(), arrival.language(), newcomer.roles(), lock, root.sealingKey());
        }
    }

    private void requireSecondFactor(Arrival arrival) {
        if (arrival.device() != null) {
            factors.requireShown(arrival.device());
        } else if (arrival.passkey() == null && factors.required()) {
            throw new InvalidInput("code", "required");
        }
    }

    /** @return the recovery codes; none where no second factor is set up */
    List<String> add(Person person, Newcomer newcomer, Arrival arrival) {
        people.add(person);
        displayNames.set(person.id(), newcomer.displayName());
        return secondFactors(person.id(), arrival);
    }

    /**
     * Sets up what a person, who is there, has brought along.
     *
     * @return the recovery codes; none where that is nothing
     * @throws InvalidInput where the passkey does not fit
     */
    List<String> secondFactors(UUID person, Arrival arrival) {
        List<String> codes = arrival.device() == null ? List.of() : factors.set(person, arrival.device());
        if (arrival.passkey() == null) {
            return codes;
        }
        List<String> more = passkeys.add(person, arrival.passkey());
        return codes.isEmpty() ? more : codes;
    }
}
