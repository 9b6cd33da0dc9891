package org.obhut.envelope;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;

/**
 * Shamir's sharing of a secret (Communications of the ACM 22 (11), 1979), byte by byte over GF(256) with the polynomial of AES (FIPS
 * 197, 4.2). Any {@code threshold} of the shares give the secret, fewer tell nothing about it. Multiplication uses neither tables
 * nor branches, so that no time tells about a share.
 */
final class Shamir {

    /** x^8 + x^4 + x^3 + x + 1 without its first term. */
    private static final int REDUCTION = 0x1b;

    private Shamir() {}

    /**
     * Splits a secret.
     *
     * @param count how many shares, at most 255
     * @return the shares in order; the first one's place is 1, as the secret stands at 0
     */
    static byte[][] split(byte[] secret, int threshold, int count, SecureRandom random) {
        if (threshold < 2 || count < threshold || count > 255) {
            throw new IllegalArgumentException(threshold + " of " + count);
        }
        byte[][] shares = new byte[count][secret.length];
        byte[] polynomial = new byte[threshold];
        for (int at = 0; at < secret.length; at++) {
            random.nextBytes(polynomial);
            polynomial[0] = secret[at];
            for (int share = 0; share < count; share++) {
                shares[share][at] = value(polynomial, share + 1);
            }
        }
        Arrays.fill(polynomial, (byte) 0);
        return shares;
    }

    private static byte value(byte[] polynomial, int x) {
        int value = 0;
        for (int power = polynomial.length - 1; power >= 0; power--) {
            value = multiply(value, x) ^ polynomial[power] & 0xff;
        }
        return (byte) value;
    }

    /**
     * Joins shares, by Lagrange's interpolation at 0. What comes of too few or wrong ones is a wrong secret, not an error: whoever
     * asks has to know the secret when they see it.
     *
     * @param shares by place, all of one length
     */
    static byte[] join(Map<Integer, byte[]> shares) {
        byte[] secret = new byte[shares.values().iterator().next().length];
        shares.forEach((x, share) -> {
            int weight = weight(x, shares);
            for (int at = 0; at < secret.length; at++) {
                secret[at] ^= (byte) multiply(weight, share[at] & 0xff);
            }
        });
        return secret;
    }

    private static int weight(int x, Map<Integer, byte[]> shares) {
        int weight = 1;
        for (int other : shares.keySet()) {
            if (other != x) {
                weight = multiply(weight, multiply(other, inverse(other ^ x)));
            }
        }
        return weight;
    }

    /** Of two numbers from 0 to 255. */
    static int multiply(int a, int b) {
        int product = 0;
        int factor = a;
        for (int bit = 0; bit < 8; bit++) {
            product ^= -(b >> bit & 1) & factor;
            factor = factor << 1 & 0xff ^ -(factor >> 7) & REDUCTION;
        }
        return product;
    }

    /** The 254th power, as the 255th of everything but 0 is 1. */
    static int inverse(int a) {
        int power = 1;
        for (int bit = 7; bit >= 0; bit--) {
            power = multiply(power, power);
            if (bit > 0) {
                power = multiply(power, a);
            }
        }
        return power;
    }
}
