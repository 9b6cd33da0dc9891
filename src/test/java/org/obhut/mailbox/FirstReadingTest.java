package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FirstReadingTest {

    @Test
    void readsItsMailToTheEnd() {
        assertEquals("de", FirstReading.read());
    }
}
