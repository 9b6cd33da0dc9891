package org.obhut.account;

import org.obhut.envelope.KeyStore;

/** What a person's passphrase gives, for tests outside this package. */
public final class PassphraseFixture {

    private PassphraseFixture() {}

    /** The key under which a person's root is sealed, at the usual cost. */
    public static byte[] rootKey(KeyStore keys, String passphrase, byte[] salt) {
        return PassphraseKeys.derive(passphrase.toCharArray(), salt, keys.pepper(), Argon2Cost.USUAL)
                .rootKey();
    }
}
