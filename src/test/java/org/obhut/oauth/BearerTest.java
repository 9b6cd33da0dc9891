package org.obhut.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BearerTest {

    private static String clear(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    @Test
    void prefersTheStandardOne() {
        assertEquals(Optional.of(Bearer.OAUTHBEARER), Bearer.of(Set.of("XOAUTH2", "OAUTHBEARER", "PLAIN")::contains));
        assertEquals(Optional.of(Bearer.XOAUTH2), Bearer.of(Set.of("XOAUTH2", "PLAIN")::contains));
        assertEquals(Optional.empty(), Bearer.of(Set.of("PLAIN")::contains));
    }

    /** RFC 7628 section 4.1 has this exchange. */
    @Test
    void writesTheMessageOfTheStandard() {
        assertEquals(
                "n,a=user@example.com,\1host=server.example.com\1port=143\1auth=Bearer vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==\1\1",
                clear(Bearer.OAUTHBEARER.initial(
                        "user@example.com", "vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==", "server.example.com", 143)));
        assertEquals(
                "n,a=a=2Cb=3Dc,",
                clear(Bearer.OAUTHBEARER.initial("a,b=c", "t", "h", 1)).split("\1")[0]);
        assertEquals("\1", clear(Bearer.OAUTHBEARER.afterError()));
    }

    @Test
    void writesTheMessageOfItsForerunner() {
        assertEquals(
                "user=someuser@example.com\1auth=Bearer ya29.vF9\1\1",
                clear(Bearer.XOAUTH2.initial("someuser@example.com", "ya29.vF9", "h", 1)));
        assertEquals("", Bearer.XOAUTH2.afterError());
    }
}
