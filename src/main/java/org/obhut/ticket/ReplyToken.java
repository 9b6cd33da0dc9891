package org.obhut.ticket;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * The unguessable part of a ticket's reply address: 128 random bits in base 32 (RFC 4648 section 6) without padding, in small
 * letters, since mail systems may change the case of a local part.
 */
final class ReplyToken {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 26;

    private ReplyToken() {}

    static String from(SecureRandom random) {
        StringBuilder token = new StringBuilder(LENGTH);
        // 26 letters of 5 bits each carry 130 bits.
        for (int i = 0; i < LENGTH; i++) {
            token.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return token.toString();
    }

    /** The form in which tokens are compared. */
    static String normal(String token) {
        return token.toLowerCase(Locale.ROOT);
    }
}
