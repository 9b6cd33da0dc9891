package org.obhut.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.UUID;
import org.obhut.envelope.PassphraseSeal;
import org.obhut.envelope.Root;

/** Makes locks: a root, sealed under a passphrase that only its person knows. */
@Dependent
class Locksmith {

    private static final int SALT = 16;

    private final Passphrases passphrases;
    private final SecureRandom random;

    @Inject
    Locksmith(Passphrases passphrases, SecureRandom random) {
        this.passphrases = passphrases;
        this.random = random;
    }

    /** Takes one run of Argon2id. The passphrase stays the caller's to wipe. */
    Person.Lock lock(UUID person, Root root, char[] passphrase) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        Argon2Cost cost = passphrases.cost();
        try (PassphraseKeys keys = passphrases.derive(passphrase, salt, cost)) {
            byte[] sealed = PassphraseSeal.seal(person, keys.rootKey(), root, random);
            return new Person.Lock(salt, cost, keys.verifierHash(), sealed);
        }
    }
}
