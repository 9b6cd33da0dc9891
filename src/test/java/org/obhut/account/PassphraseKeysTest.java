package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

class PassphraseKeysTest {

    private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);
    private static final byte[] SALT = filled(16, 2);
    private static final byte[] PEPPER = filled(32, 3);

    private static PassphraseKeys keys(String passphrase, byte[] salt, byte[] pepper) {
        return PassphraseKeys.derive(passphrase.toCharArray(), salt, pepper, CHEAP);
    }

    /** RFC 9106, 5.3. */
    @Test
    void argon2idAgreesWithItsRfc() {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(filled(16, 2))
                .withSecret(filled(8, 3))
                .withAdditional(filled(12, 4))
                .build());
        byte[] tag = new byte[32];
        argon2.generateBytes(filled(32, 1), tag);
        assertEquals(
                "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
                HexFormat.of().formatHex(tag));
    }

    @Test
    void whatIsDerivedStaysTheSame() {
        PassphraseKeys keys =
                PassphraseKeys.derive(DemoPeople.PASSPHRASE.toCharArray(), SALT, PEPPER, new Argon2Cost(1024, 3, 4));
        assertEquals(
                "52678fb91653061bbdee173a1c9b54baf1fdc98f33e07a9017f0aefb6a8d6cea",
                HexFormat.of().formatHex(keys.rootKey()));
        assertEquals(
                "510c12c733e3d8cc6298f7a5c20499ebc972b589e23f6eba1b0bca9672bad22b",
                HexFormat.of().formatHex(keys.verifierHash()));
    }

    @Test
    void rootKeyAndVerifierHaveNothingInCommon() {
        PassphraseKeys keys = keys("Kaffee um vier", SALT, PEPPER);
        assertFalse(Arrays.equals(keys.rootKey(), keys.verifier()));
        assertTrue(keys.verifiedBy(keys.verifierHash()));
        assertFalse(keys.verifiedBy(keys.verifier()));
    }

    @Test
    void passphraseSaltAndPepperAllMatter() {
        byte[] key = keys("Kaffee um vier", SALT, PEPPER).rootKey();
        assertArrayEquals(key, keys("Kaffee um vier", SALT, PEPPER).rootKey());
        assertFalse(Arrays.equals(key, keys("Kaffee um drei", SALT, PEPPER).rootKey()));
        assertFalse(
                Arrays.equals(key, keys("Kaffee um vier", filled(16, 9), PEPPER).rootKey()));
        assertFalse(
                Arrays.equals(key, keys("Kaffee um vier", SALT, filled(32, 9)).rootKey()));
    }

    @Test
    void anUmlautIsTheSameFromEveryKeyboard() {
        assertArrayEquals(
                keys("Stra\u00dfenb\u00e4ume", SALT, PEPPER).rootKey(),
                keys("Stra\u00dfenba\u0308ume", SALT, PEPPER).rootKey());
    }

    @Test
    void closingWipes() {
        PassphraseKeys keys = keys("Kaffee um vier", SALT, PEPPER);
        keys.close();
        assertArrayEquals(new byte[32], keys.rootKey());
        assertArrayEquals(new byte[32], keys.verifier());
    }

    private static byte[] filled(int length, int with) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }
}
