package org.obhut.acceptance;

import java.nio.charset.StandardCharsets;

/**
 * A mail of any size that takes no memory: a head, then one line again and again.
 *
 * @param head up to where the line begins
 * @param line repeated, and cut where the mail ends
 * @param size bytes in all
 */
record GeneratedMail(String head, String line, int size) {

    /** A piece of it, shorter where the mail ends. */
    byte[] piece(int from, int length) {
        byte[] first = head.getBytes(StandardCharsets.US_ASCII);
        byte[] again = line.getBytes(StandardCharsets.US_ASCII);
        byte[] piece = new byte[Math.max(0, Math.min(length, size - from))];
        for (int i = 0; i < piece.length; i++) {
            int at = from + i;
            piece[i] = at < first.length ? first[at] : again[(at - first.length) % again.length];
        }
        return piece;
    }
}
