package org.obhut.platform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.1.2.3", "::1", "[::1]", "0:0:0:0:0:0:0:1"})
    void knowsThisMachine(String host) {
        assertTrue(Loopback.names(host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1.obhut.example", "localhost.example", "10.0.0.1", "0.0.0.0", "", "1270.0.0.1"})
    void refusesEveryOther(String host) {
        assertFalse(Loopback.names(host));
    }
}
