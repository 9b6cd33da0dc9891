package org.obhut.testing;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An authenticator app on somebody's phone (RFC 6238), of its own making so that it agrees with the server's by the RFC alone. A code
 * works once, and the next one comes after half a minute: it starts with that of the running step, which is still taken when the step
 * ends on the way, so that two codes can be used without a wait; the third waits for its step.
 */
public final class AuthenticatorApp {

    private final byte[] secret;
    private long next;

    /** @param typed the secret as the page shows it, in groups */
    public AuthenticatorApp(String typed) {
        this.secret = bytes(typed);
    }

    /** The first code that was not given out yet and is still taken; waits until it is, half a minute at most. */
    public String code() {
        next = Math.max(next + 1, step());
        while (next > step() + 1) {
            LockSupport.parkNanos(100_000_000);
        }
        return code(next);
    }

    private static long step() {
        return System.currentTimeMillis() / 30_000;
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
