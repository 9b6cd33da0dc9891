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
    private final SecureRandom random;

    @Inject
    Registration(
            People people,
            DisplayNames displayNames,
            PassphraseRule rule,
            Locksmith locksmith,
            SecondFactors factors,
            SecureRandom random) {
        this.people = people;
        this.displayNames = displayNames;
        this.rule = rule;
        this.locksmith = locksmith;
        this.factors = factors;
        this.random = random;
    }

    /**
     * Takes one run of Argon2id; adds nothing yet.
     *
     * @throws InvalidInput where the passphrase is refused, or the device's code is wrong, or there has to be a device and is none
     */
    Person person(UUID id, Newcomer newcomer, Arrival arrival) {
        requireDevice(arrival);
        char[] passphrase = arrival.passphrase().reveal();
        rule.require(passphrase, List.of(newcomer.name(), newcomer.displayName()));
        try (Root root = Root.random(random)) {
            Person.Lock lock = locksmith.lock(id, root, passphrase);
            return new Person(id, newcomer.name(), arrival.language(), newcomer.roles(), lock, root.sealingKey());
        }
    }

    private void requireDevice(Arrival arrival) {
        if (arrival.device() != null) {
            factors.requireShown(arrival.device());
        } else if (factors.required()) {
            throw new InvalidInput("code", "required");
        }
    }

    /** @return the recovery codes; none where no device is set up */
    List<String> add(Person person, Newcomer newcomer, Arrival arrival) {
        people.add(person);
        displayNames.set(person.id(), newcomer.displayName());
        return arrival.device() == null ? List.of() : factors.set(person.id(), arrival.device());
    }
}
