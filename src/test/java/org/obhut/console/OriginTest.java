package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class OriginTest {

    @Test
    void namesClassesAndLinesButNoMessage() {
        String told = Origin.of(new IllegalStateException("Kanari", new IOException("m@client.example")));
        assertTrue(told.contains("java.lang.IllegalStateException"), told);
        assertTrue(told.contains("caused by java.io.IOException"), told);
        assertTrue(told.contains("OriginTest.namesClassesAndLinesButNoMessage"), told);
        assertFalse(told.contains("Kanari") || told.contains("client.example"), told);
    }
}
