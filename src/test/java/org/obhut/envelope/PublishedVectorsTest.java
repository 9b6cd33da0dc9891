package org.obhut.envelope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMExtractor;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMGenerator;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;
import org.junit.jupiter.api.Test;

/** The library agrees with the published vectors, so that envelopes stay readable for other implementations. */
class PublishedVectorsTest {

    private static final HexFormat HEX = HexFormat.of();

    /** draft-connolly-cfrg-xwing-kem-10, appendix C, first vector; the ciphertext by its SHA-256. */
    @Test
    void xWingAgreesWithItsDraft() throws Exception {
        byte[] seed = HEX.parseHex("7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26");
        byte[] encapsulationSeed = HEX.parseHex("3cb1eea988004b93103cfb0aeefd2a686e01fa4a58e8a3639ca8a1e3f9ae57e2"
                + "35b8cc873c23dc62b8d260169afa2f75ab916a58d974918835d25e6a435085b2");
        byte[] secret = HEX.parseHex("d2df0522128f09dd8e2c92b1e905c793d8f57a54c3da25861f10bf4ca613e384");

        byte[] publicKey = Hpke.publicKey(seed).encoded();
        assertEquals(1216, publicKey.length);
        assertEquals("e2236b35a8c24b39b10aa1323a96a919a2ced88400633a7b", HEX.formatHex(publicKey, 0, 24));

        SecretWithEncapsulation made = new XWingKEMGenerator(new Given(encapsulationSeed))
                .generateEncapsulated(new XWingPublicKeyParameters(publicKey));
        assertArrayEquals(secret, made.getSecret());
        assertEquals(
                "17cd532d657e44c897ca6583e548a5424fc70bf54f99515a4d2bcf99e3469f33",
                HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(made.getEncapsulation())));
        assertArrayEquals(
                secret,
                new XWingKEMExtractor(new XWingPrivateKeyParameters(seed)).extractSecret(made.getEncapsulation()));
    }

    /** RFC 5869, appendix A.1. */
    @Test
    void hkdfAgreesWithItsRfc() {
        byte[] key = Hkdf.derive(
                HEX.parseHex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"),
                HEX.parseHex("000102030405060708090a0b0c"),
                HEX.parseHex("f0f1f2f3f4f5f6f7f8f9"),
                42);
        assertEquals(
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
                HEX.formatHex(key));
    }

    private static final class Given extends SecureRandom {
        private final byte[] bytes;
        private int next;

        Given(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] out) {
            System.arraycopy(bytes, next, out, 0, out.length);
            next += out.length;
        }
    }
}
