package org.obhut.statistics;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * By which a staged fact can be found again, to be taken back: random, sealed into the fact's envelope and kept nowhere else by the
 * statistics. Whoever wants it later keeps it sealed where only the right people can open it; it must never stand in clear.
 *
 * @param value 32 hexadecimal digits
 */
public record FactHandle(String value) {

    private static final int LENGTH = 16;

    static FactHandle random(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new FactHandle(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return "FactHandle[…]";
    }
}
