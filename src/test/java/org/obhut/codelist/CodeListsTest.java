package org.obhut.codelist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.obhut.codelist.CodeLists.Name;

class CodeListsTest {

    /** The second and third digit of a county's official key (Amtlicher Gemeindeschlüssel) name its district. */
    private static final Map<String, String> DISTRICTS = Map.of(
            "051", "district-duesseldorf",
            "053", "district-koeln",
            "055", "district-muenster",
            "057", "district-detmold",
            "059", "district-arnsberg");

    private final CodeLists lists = new CodeLists();

    @ParameterizedTest
    @EnumSource
    void everyListHasDistinctKeysAndLabelsInBothLanguages(Name name) {
        CodeList list = lists.list(name);
        assertTrue(list.version() >= 1);
        assertFalse(list.codes().isEmpty());
        Set<String> keys = new HashSet<>();
        for (Code code : list.codes()) {
            assertTrue(keys.add(code.key()), code.key());
            assertTrue(code.key().matches("[a-z0-9]+(-[a-z0-9]+)*"), code.key());
            assertFalse(code.label("de").isBlank(), code.key());
            assertFalse(code.label("en").isBlank(), code.key());
        }
    }

    @Test
    void labelsAreGermanElseEnglish() {
        Code code = lists.list(Name.KIND).find("hang-up").orElseThrow();
        assertEquals("Aufgelegt", code.label("de-DE"));
        assertEquals("Hung up", code.label("ro"));
    }

    @Test
    void languagesAreTagsOfBcp47() {
        for (Code language : lists.list(Name.LANGUAGE).codes()) {
            assertEquals(language.key(), Locale.forLanguageTag(language.key()).toLanguageTag());
        }
    }

    @Test
    void northRhineWestphaliaHas53CountiesAndCitiesInFiveDistricts() throws IOException {
        CodeList regions = lists.list(Name.REGION);
        Map<String, Long> counts = regions.codes().stream()
                .filter(code -> code.group() != null)
                .collect(Collectors.groupingBy(Code::group, Collectors.counting()));
        assertEquals(
                Map.of(
                        "district-arnsberg", 12L,
                        "district-detmold", 7L,
                        "district-duesseldorf", 15L,
                        "district-koeln", 11L,
                        "district-muenster", 8L),
                counts);
        assertEquals(5, regions.groups().size());
        assertEquals(
                List.of("other-land", "abroad", "unknown"),
                regions.ungrouped().stream().map(Code::key).toList());
    }

    @Test
    void everyCountyLiesInTheDistrictOfItsOfficialKey() throws IOException {
        Set<String> keys = new HashSet<>();
        try (InputStream file = CodeListsTest.class.getResourceAsStream("/code-lists/region.json")) {
            for (JsonObject region :
                    Json.createReader(file).readObject().getJsonArray("codes").getValuesAs(JsonObject.class)) {
                if (region.containsKey("group")) {
                    String key = region.getString("ags");
                    assertTrue(keys.add(key), key);
                    assertEquals(DISTRICTS.get(key.substring(0, 3)), region.getString("group"), key);
                    // City keys end in 11 to 24, county keys in 34 to 78.
                    boolean city = Integer.parseInt(key.substring(3)) < 34;
                    String name = region.getString("de");
                    assertEquals(
                            city,
                            !name.contains("Kreis") && !name.contains("kreis") && !name.startsWith("Städteregion"),
                            name);
                }
            }
        }
        assertEquals(53, keys.size());
    }
}
