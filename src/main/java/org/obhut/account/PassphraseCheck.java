package org.obhut.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;

/** Asks somebody who is signed in for their passphrase once more. */
@Dependent
class PassphraseCheck {

    private final People people;
    private final Passphrases passphrases;
    private final Attempts attempts;

    @Inject
    PassphraseCheck(People people, Passphrases passphrases, Attempts attempts) {
        this.people = people;
        this.passphrases = passphrases;
        this.attempts = attempts;
    }

    /**
     * Takes one run of Argon2id.
     *
     * @param passphrase wiped before return
     * @return the person, as they were when the passphrase was found right
     * @throws SignInRefused where it is wrong, or attempts come too fast
     */
    Person require(Caller caller, char[] passphrase) {
        try {
            attempts.begin(caller.name());
            Person person = people.byId(caller.person()).orElseThrow();
            Person.Lock lock = person.lock();
            try (PassphraseKeys keys = passphrases.derive(passphrase, lock.salt(), lock.cost())) {
                if (!keys.verifiedBy(lock.verifierHash())) {
                    throw new SignInRefused(attempts.wait(caller.name()));
                }
            }
            attempts.succeeded(caller.name());
            return person;
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }
}
