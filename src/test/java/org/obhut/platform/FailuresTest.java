package org.obhut.platform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void tellsClassesAndPlacesAndNoMessage() {
        String trace = Failures.trace(new IllegalStateException("outer words", new IOException("inner words")));

        assertTrue(trace.contains("java.lang.IllegalStateException\n    at org.obhut.platform.FailuresTest"), trace);
        assertTrue(trace.contains("java.io.IOException\n"), trace);
        assertFalse(trace.contains("words"), trace);
    }
}
