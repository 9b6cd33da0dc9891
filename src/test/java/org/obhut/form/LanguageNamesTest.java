package org.obhut.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageNamesTest {

    @ParameterizedTest
    @CsvSource({
        "ro, ro",
        "Rumänisch, ro",
        "română, ro",
        "Румънски, ro",
        "Bulgarisch / Български, bg",
        "Spanish (Español), es",
        "ไทย, th",
        "中文, zh",
        "TÜRKÇE, tr",
        "Shqip, sq"
    })
    void aLanguageIsKnownByItsName(String name, String tag) {
        assertEquals(Optional.of(tag), LanguageNames.tag(name));
    }

    @ParameterizedTest
    @CsvSource({"egal", "''", "1", "bitte auf einfach"})
    void anythingElseIsNone(String words) {
        assertEquals(Optional.empty(), LanguageNames.tag(words));
    }
}
