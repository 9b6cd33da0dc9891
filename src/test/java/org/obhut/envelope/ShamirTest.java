package org.obhut.envelope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShamirTest {

    private final FixedRandom random = new FixedRandom("shares");

    /** Computed by a program of its own, with tables of logarithms. */
    @Test
    void splitsAsTheVectorsSay() {
        byte[] secret = new byte[32];
        IntStream.range(0, 32).forEach(at -> secret[at] = (byte) at);
        byte[][] shares = Shamir.split(secret, 2, 3, random);
        assertEquals("0cdb9ba084945e96ebe3282c44eeec0395ce2e56fe29c567995355cd395a23fd", hex(shares[0]));
        assertEquals("18ae2b5e1f3cb63ed5c64e459cd0d11701b46a99db6dabf7018d84ac569364c0", hex(shares[1]));
        assertEquals("1474b2fd9fadeeaf362c6c62d433331b846b56dc3151788780c7cb7a73d45922", hex(shares[2]));
    }

    @Test
    void multipliesAsFips197() {
        assertEquals(0xc1, Shamir.multiply(0x57, 0x83));
        assertEquals(0xfe, Shamir.multiply(0x57, 0x13));
    }

    @Test
    void theNumbersAreAField() {
        for (int a = 0; a < 256; a++) {
            assertEquals(a, Shamir.multiply(a, 1));
            assertEquals(0, Shamir.multiply(a, 0));
            assertEquals(a == 0 ? 0 : 1, Shamir.multiply(a, Shamir.inverse(a)));
            for (int b = 0; b < 256; b++) {
                int product = Shamir.multiply(a, b);
                assertEquals(product, Shamir.multiply(b, a));
                assertEquals(product ^ Shamir.multiply(a, 29), Shamir.multiply(a, b ^ 29));
                assertEquals(Shamir.multiply(product, 29), Shamir.multiply(a, Shamir.multiply(b, 29)));
            }
        }
    }

    @Test
    void asManyAsAreNeededGiveTheSecretWhicheverTheyAre() {
        var cases = new Random(1);
        for (int round = 0; round < 200; round++) {
            byte[] secret = new byte[32];
            random.nextBytes(secret);
            int count = 2 + cases.nextInt(9);
            int threshold = 2 + cases.nextInt(count - 1);
            byte[][] shares = Shamir.split(secret, threshold, count, random);
            Map<Integer, byte[]> some = new TreeMap<>();
            cases.ints(0, count).distinct().limit(threshold).forEach(at -> some.put(at + 1, shares[at]));
            assertArrayEquals(secret, Shamir.join(some));
            some.remove(some.keySet().iterator().next());
            assertFalse(Arrays.equals(secret, Shamir.join(some)));
        }
    }

    /** For one share and each possible secret there is exactly one other share: it tells nothing. */
    @Test
    void oneShareFitsEverySecret() {
        byte[] known = {0x5a};
        var secrets = IntStream.range(0, 256)
                .map(other -> Shamir.join(Map.of(1, known, 2, new byte[] {(byte) other}))[0] & 0xff)
                .distinct();
        assertEquals(256, secrets.count());
    }

    @Test
    void oneShareIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> RootShares.join(Map.of(1, new byte[32])));
        assertThrows(IllegalArgumentException.class, () -> Shamir.split(new byte[1], 1, 3, random));
        assertThrows(IllegalArgumentException.class, () -> Shamir.split(new byte[1], 3, 2, random));
    }

    @Test
    void aRootComesBackFromAnyTwo() {
        try (Root root = Root.random(random)) {
            byte[][] shares = RootShares.split(root, random);
            assertEquals(RootShares.COUNT, shares.length);
            for (int left = 1; left <= 3; left++) {
                Map<Integer, byte[]> two = new TreeMap<>(Map.of(1, shares[0], 2, shares[1], 3, shares[2]));
                two.remove(left);
                try (Root joined = RootShares.join(two)) {
                    assertEquals(root.sealingKey(), joined.sealingKey());
                }
            }
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
