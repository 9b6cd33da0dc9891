package org.obhut.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void closingOverwritesTheBytesAndEndsTheirUse() {
        byte[] bytes = {1, 2, 3};
        Secret<byte[]> secret = Secret.of(bytes);
        assertArrayEquals(new byte[] {1, 2, 3}, secret.reveal());

        secret.close();

        assertArrayEquals(new byte[3], bytes);
        assertThrows(IllegalStateException.class, secret::reveal);
    }

    @Test
    void isNotPrinted() {
        assertEquals("[REDACTED]", "" + Secret.of("passphrase"));
    }
}
