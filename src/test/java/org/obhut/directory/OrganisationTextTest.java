package org.obhut.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.obhut.codelist.CodeLists;

class OrganisationTextTest {

    private static final OrganisationReader READER =
            new OrganisationReader(new CodeLists(), LocalDate.of(2026, 11, 26));

    private static Organisation organisation() {
        return READER.read(OrganisationFields.whole()).organisation().orElseThrow();
    }

    @Test
    void saysItInGerman() {
        assertEquals("""
                Fachberatung Rheinbogen, Uferweg 3, Köln
                Offen: Di 10:00–13:00; Do 13:00–18:00
                Telefon: +49 221 4710226
                E-Mail: kontakt@rheinbogen.example
                Internet: https://rheinbogen.example/
                Sprachen: Deutsch, Rumänisch, Bulgarisch
                Kostenlos, ohne Anmeldung""", OrganisationText.in("de-DE", organisation()));
    }

    @Test
    void saysItInTheClientsLanguageElseInEnglish() {
        assertTrue(OrganisationText.in("ro", organisation()).contains("Limbi: germană, română, bulgară\nGratuit"));
        assertTrue(OrganisationText.in("bg", organisation()).contains("Телефон: +49"));
        assertTrue(OrganisationText.in("sw", organisation()).contains("Phone: +49"));
        assertTrue(OrganisationText.in("und", organisation()).contains("Phone: +49"));
    }

    static final java.util.List<String> LANGUAGES = OrganisationText.LANGUAGES;

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyLanguageHasWordsOfItsOwn(String language) {
        String text = OrganisationText.in(language, organisation());
        assertEquals(language.equals("en"), text.equals(OrganisationText.in("en", organisation())), text);
        assertFalse(text.contains("Tu "), text);
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        Organisation bare = READER.read(Map.of(Field.NAME, "Hilfe am Telefon", Field.KIND, "telephone"))
                .organisation()
                .orElseThrow();
        assertEquals("Hilfe am Telefon", OrganisationText.in("de", bare));
    }
}
