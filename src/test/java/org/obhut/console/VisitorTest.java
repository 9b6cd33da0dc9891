package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitorTest {

    @ParameterizedTest
    @CsvSource({"anna, AN", "jana.wiechert, JW", "mehmet-öztürk, MÖ", "x, X", "'', ''", "'.', '.'"})
    void shortensANameToTwoLetters(String name, String letters) {
        assertEquals(letters, Visitor.initials(name));
    }

    @Test
    void saysHowLongIsLeft() {
        assertEquals("14:02", new Visitor("anna", true, false, false, 842).clock());
    }
}
