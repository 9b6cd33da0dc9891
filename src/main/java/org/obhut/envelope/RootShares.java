package org.obhut.envelope;

import java.security.SecureRandom;
import java.util.Map;

/** A root in three shares, two of which give it back. */
public final class RootShares {

    /** How many shares there are. */
    public static final int COUNT = 3;

    /** How many of them are needed. */
    public static final int NEEDED = 2;

    /** Bytes of a share. */
    public static final int LENGTH = Root.LENGTH;

    private RootShares() {}

    /** The shares in order, wiped by the caller; the first is number 1. */
    public static byte[][] split(Root root, SecureRandom random) {
        return root.withBytes(bytes -> Shamir.split(bytes, NEEDED, COUNT, random));
    }

    /**
     * The root of two shares or more, by their numbers. Shares of different roots give some root that is neither: its key tells.
     *
     * @throws IllegalArgumentException where there are fewer than two
     */
    public static Root join(Map<Integer, byte[]> shares) {
        if (shares.size() < NEEDED) {
            throw new IllegalArgumentException("one share tells nothing");
        }
        return Root.of(Shamir.join(shares));
    }
}
