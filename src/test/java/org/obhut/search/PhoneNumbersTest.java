package org.obhut.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two spellings of one number agree, two numbers do not. */
class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0211 123456|+49 211 123456",
                "0211/12 34-56|0049211123456",
                "(0211) 123456|+49 (0)211 123456",
                "0721 234 567|+40 721 234 567",
                "088 812 3456|+359 88 812 3456",
                "612 34 56 78|+34 612 34 56 78",
                "+7 912 345-67-89|0079123456789",
                "0170.1234567|+49 170 1234567"
            })
    void agree(String one, String other) {
        Set<String> indexed = PhoneNumbers.in("Tel. " + other + ", bitte abends");
        assertFalse(Collections.disjoint(PhoneNumbers.forms(one), indexed), one + " in " + indexed);
        assertFalse(Collections.disjoint(PhoneNumbers.forms(other), PhoneNumbers.in("Tel. " + one)));
    }

    @Test
    void differ() {
        assertTrue(Collections.disjoint(PhoneNumbers.forms("0211 123456"), PhoneNumbers.forms("0221 123456")));
        assertEquals(Set.of(), PhoneNumbers.in("am 3.2. um 10 Uhr, 450 Euro"));
        assertEquals(Set.of(), PhoneNumbers.forms("12345"));
    }
}
