package org.obhut.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelyingPartyTest {

    @ParameterizedTest
    @CsvSource({
        "https://obhut.example,         https://obhut.example,      obhut.example, true",
        "https://obhut.example:443/,    https://obhut.example,      obhut.example, true",
        "https://obhut.example:8443,    https://obhut.example:8443, obhut.example, true",
        "http://localhost:8080,         http://localhost:8080,      localhost,     true",
        "http://obhut.example,          http://obhut.example,       obhut.example, false",
        "http://127.0.0.1:8080,         http://127.0.0.1:8080,      127.0.0.1,     false",
        "https://192.0.2.7,             https://192.0.2.7,          192.0.2.7,     false",
        "https://[2001:db8::7],         https://[2001:db8::7],      [2001:db8::7], false",
    })
    void theAddressSaysOriginAndPartyAndWhetherThereCanBePasskeys(
            String address, String origin, String id, boolean possible) {
        RelyingParty party = new RelyingParty(URI.create(address));
        assertEquals(origin, party.origin());
        assertEquals(id, party.id());
        assertEquals(possible, party.possible());
    }

    /** Whoever asks for more than there is room for costs others a second try, and no memory. */
    @Test
    void challengesAreBounded() {
        var challenges = new Challenges(new java.security.SecureRandom(), java.time.Clock.systemUTC());
        String first = challenges.next("x");
        for (int i = 1; i < Challenges.MOST; i++) {
            challenges.next("x");
        }
        assertEquals(false, challenges.take(challenges.next("x"), "y"));
        assertEquals(false, challenges.take(first, "x"), "the oldest made room");
    }
}
