package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** The SHA-1 rows of RFC 6238, appendix B, of whose eight digits six are the last. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void makesTheCodesOfTheRfc(long second, String eight) {
        String code = eight.substring(2);
        assertEquals(code, Totp.code(SECRET, second / 30));
        assertEquals(OptionalLong.of(second / 30), Totp.step(SECRET, code, Instant.ofEpochSecond(second)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-2, -1, 0, 1, 2})
    void takesACodeOfTheStepBeforeAndAfter(long away) {
        long step = 1_000_000;
        Instant now = Instant.ofEpochSecond(step * 30 + 7);
        OptionalLong found = Totp.step(SECRET, Totp.code(SECRET, step + away), now);
        assertEquals(Math.abs(away) <= 1 ? OptionalLong.of(step + away) : OptionalLong.empty(), found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "12345", "1234567", "abcdef", "００００００"})
    void takesNothingElse(String code) {
        assertEquals(OptionalLong.empty(), Totp.step(SECRET, code, Instant.ofEpochSecond(59)));
    }

    /** Base32 as in RFC 4648. */
    @Test
    void writesASecretAsAppsReadIt() {
        assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.text(SECRET));
        assertArrayEquals(SECRET, Totp.secret("gezd gnbv gy3t qojq gezd gnbv gy3t qojq"));
        byte[] secret = new byte[Totp.SECRET];
        for (int i = 0; i < 200; i++) {
            new SecureRandom().nextBytes(secret);
            secret[0] = (byte) (i % 3 == 0 ? 0 : i % 3 == 1 ? -1 : secret[0]);
            assertArrayEquals(secret, Totp.secret(Totp.text(secret)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1", "A A"})
    void readsNoOtherSecret(String text) {
        assertThrows(IllegalArgumentException.class, () -> Totp.secret(text));
    }
}
