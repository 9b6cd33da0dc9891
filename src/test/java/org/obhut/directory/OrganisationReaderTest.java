package org.obhut.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obhut.codelist.CodeLists;

class OrganisationReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private final OrganisationReader reader = new OrganisationReader(new CodeLists(), TODAY);

    @Test
    void readsWhatItWrites() {
        Organisation organisation =
                reader.read(OrganisationFields.whole()).organisation().orElseThrow();

        assertEquals(
                organisation, reader.read(organisation.fields()).organisation().orElseThrow());
        assertEquals(List.of("koeln", "leverkusen"), organisation.offer().regions());
        assertTrue(organisation.terms().free());
        assertFalse(organisation.terms().anonymous());
    }

    @ParameterizedTest
    @CsvSource({
        "NAME, '', required",
        "KIND, '', required",
        "KIND, kiosk, unknown-value",
        "REGIONS, koeln atlantis, unknown-value",
        "SERVICES, cake, unknown-value",
        "LANGUAGES, xx, unknown-value",
        "HOURS, immer, malformed",
        "HOURS, Tu 13:00-10:00, malformed",
        "PHONE, call us, malformed",
        "MAIL, kontakt, malformed",
        "WEB, javascript:alert(1), malformed",
        "FREE, maybe, unknown-value",
        "CHECKED_ON, 2026-11-27, in-future",
        "CHECKED_ON, yesterday, not-a-day"
    })
    void namesTheFieldThatIsWrong(Field field, String value, String reason) {
        Map<Field, String> fields = OrganisationFields.whole();
        fields.put(field, value);

        var reading = reader.read(fields);

        assertEquals(List.of(new Fault(field, reason)), reading.faults());
        assertTrue(reading.organisation().isEmpty());
    }

    @Test
    void namesAllFaultsAtOnceAndWhatIsTooLong() {
        Map<Field, String> fields = OrganisationFields.whole();
        fields.put(Field.NAME, "n".repeat(121));
        fields.put(Field.TOWN, "Köln\nBonn");

        assertEquals(
                List.of(
                        new Fault(Field.NAME, "too-long"),
                        new Fault(Field.NAME, "required"),
                        new Fault(Field.TOWN, "one-line")),
                reader.read(fields).faults());
    }

    @Test
    void twoFieldsAreEnoughAndTodayIsTheDayItWasChecked() {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        fields.put(Field.NAME, "Hilfe am Telefon");
        fields.put(Field.KIND, "telephone");

        Organisation organisation = reader.read(fields).organisation().orElseThrow();

        assertEquals(TODAY, organisation.checkedOn());
        assertTrue(organisation.serves("hamm"));
        assertFalse(organisation.stale(TODAY.plusMonths(6)));
        assertTrue(organisation.stale(TODAY.plusMonths(6).plusDays(1)));
    }

    @Test
    void understandsGermanDays() {
        Map<Field, String> fields = OrganisationFields.whole();
        fields.put(Field.HOURS, "Mo-Mi 09:00-12:00; Do 13:00-18:00");

        assertEquals(
                "Mo-We 09:00-12:00; Th 13:00-18:00",
                reader.read(fields).organisation().orElseThrow().hours());
    }
}
