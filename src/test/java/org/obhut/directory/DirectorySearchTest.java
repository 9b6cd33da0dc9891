package org.obhut.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obhut.codelist.CodeLists;

class DirectorySearchTest {

    private final Organisation organisation = new OrganisationReader(new CodeLists(), LocalDate.of(2026, 11, 26))
            .read(OrganisationFields.whole())
            .organisation()
            .orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "'', '', '', '', true",
        "koln, '', '', '', true",
        "RHEIN bogen, '', '', '', true",
        "'  köln   ufer ', '', '', '', true",
        "köln bonn, '', '', '', false",
        "'', koeln, ro, health-counselling, true",
        "'', bonn, '', '', false",
        "'', '', hu, '', false",
        "'', '', '', debts, false"
    })
    void allThatIsAskedHasToBeSo(String words, String region, String language, String service, boolean found) {
        assertEquals(found, new DirectorySearch(words, region, language, service).finds(organisation));
    }
}
