package org.obhut.account;

import java.util.Set;
import java.util.UUID;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.SealingKey;

/**
 * Someone who signs in.
 *
 * @param name the sign-in name, lower case
 * @param language of the console, BCP 47; {@code und} where the browser's is wanted
 * @param roles those beyond a team
 */
record Person(UUID id, String name, String language, Set<Role> roles, Lock lock, SealingKey key) {

    /**
     * How the passphrase opens the person's root.
     *
     * @param verifierHash SHA-256 of the verifier that the passphrase gives
     * @param sealedRoot the root under the key that the passphrase gives
     */
    record Lock(byte[] salt, Argon2Cost cost, byte[] verifierHash, byte[] sealedRoot) {}

    ReaderKey readerKey() {
        return new ReaderKey(id, key);
    }
}
