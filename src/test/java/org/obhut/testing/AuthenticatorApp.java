package org.obhut.testing;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.time.Clock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An authenticator app on somebody's phone (RFC 6238), of its own making so that it agrees with the server's by the RFC alone. A code
 * works once, and the next one comes after half a minute: it starts with that of the step before, which is still taken, so that three
 * codes can be used without a wait.
 */
public final class AuthenticatorApp {

    private final byte[] secret;
    private final Clock clock;
    private long next;

    /** @param typed the secret as the page shows it, in groups */
    public AuthenticatorApp(String typed) {
        this(typed, Clock.systemUTC());
    }

    AuthenticatorApp(String typed, Clock clock) {
        this.secret = bytes(typed);
        this.clock = clock;
    }

    /** The first code that was not given out yet and is still taken. */
    public String code() {
        long now = clock.instant().getEpochSecond() / 30;
        next = Math.max(next + 1, now - 1);
        if (next > now + 1) {
            throw new IllegalStateException("three codes were used within a minute");
        }
        return code(next);
    }

    private String code(long step) {
        try {
            byte[] message = new byte[8];
            for (int i = 7; i >= 0; i--) {
                message[i] = (byte) (step >> (8 * (7 - i)));
            }
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(message);
            int offset = hash[19] & 0xf;
            long number = (hash[offset] & 0x7fL) << 24
                    | (hash[offset + 1] & 0xffL) << 16
                    | (hash[offset + 2] & 0xffL) << 8
                    | hash[offset + 3] & 0xffL;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String base32) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter : base32.replace(" ", "").toCharArray()) {
            buffer = buffer << 5 | (letter >= 'A' ? letter - 'A' : letter - '2' + 26);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        return bytes.toByteArray();
    }
}
