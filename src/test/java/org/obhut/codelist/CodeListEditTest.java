package org.obhut.codelist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obhut.codelist.CodeListChange.Kind;
import org.obhut.codelist.CodeLists.Name;
import org.obhut.platform.InvalidInput;

class CodeListEditTest {

    private final CodeList topics = CodeLists.delivered(Name.TOPIC);

    private static CodeListEdit of(CodeList list) {
        return new CodeListEdit(Name.of(list.name()).orElseThrow(), list);
    }

    private static List<String> keys(List<Code> codes) {
        return codes.stream().map(Code::key).toList();
    }

    private static void refused(String field, String reason, Executable edit) {
        InvalidInput wrong = assertThrows(InvalidInput.class, edit);
        assertEquals(field + ": " + reason, wrong.field() + ": " + wrong.reason());
    }

    @Test
    void whatIsAddedStandsBeforeOtherUnderAKeyOfItsEnglishLabel() {
        CodeList next = of(topics).add("  Rückkehr  ins Herkunftsland ", "Return: the “home” Country", "");
        Code added = next.codes().get(next.codes().size() - 2);
        assertEquals(
                new Code("return-the-home-country", null, "Rückkehr ins Herkunftsland", "Return: the “home” Country"),
                added);
        assertEquals("other", next.codes().get(next.codes().size() - 1).key());
        assertEquals(topics.version() + 1, next.version());
        assertTrue(next.offers("return-the-home-country"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    '', Return, german, required
                    '  ', Return, german, required
                    Rückkehr, '', english, required
                    sTEUern, Return, german, doubled-label
                    Rückkehr, tax, english, doubled-label
                    'Rück\tkehr', Return, german, control-characters
                    Rückkehr, 'Re\u202eturn', english, control-characters""")
    void namesTheFieldThatIsWrong(String german, String english, String field, String reason) {
        refused(field, reason, () -> of(topics).add(german, english, ""));
        refused(field, reason, () -> of(topics).rename("debts", german, english));
    }

    @Test
    void aLabelMayHave80Characters() {
        of(topics).add("ä".repeat(80), "Return", "");
        refused("german", "too-long", () -> of(topics).add("ä".repeat(81), "Return", ""));
    }

    @Test
    void whatIsRetiredIsNotOfferedAndKeepsItsLabel() {
        CodeList next = of(topics).retire("tax");
        assertFalse(next.offers("tax"));
        assertFalse(keys(next.offered()).contains("tax"));
        assertEquals("Steuern", next.find("tax").orElseThrow().german());
        assertTrue(keys(next.offered(Set.of("tax")).codes()).contains("tax"), "whoever has it keeps it");
        CodeList again = of(next).offer("tax");
        assertTrue(again.offers("tax"));
        List<String> offered = keys(again.offered());
        assertEquals(List.of("tax", "other"), offered.subList(offered.size() - 2, offered.size()));
    }

    @Test
    void aKeyIsNeverUsedAgain() {
        CodeList renamed =
                of(of(topics).rename("tax", "Finanzamt", "Tax office")).retire("tax");
        CodeList next = of(renamed).add("Steuern", "Tax", "");
        assertEquals("Finanzamt", next.find("tax").orElseThrow().german());
        assertEquals("Steuern", next.find("tax-2").orElseThrow().german());
    }

    @Test
    void aRetiredLabelIsTakenToo() {
        CodeList next = of(topics).retire("tax");
        refused("german", "doubled-label", () -> of(next).add("Steuern", "Taxes", ""));
    }

    @Test
    void whatTheProgramSaysCanBeRenamedButNotRetired() {
        refused("code", "needed", () -> of(topics).retire("other"));
        assertEquals(
                "Anderes",
                of(topics)
                        .rename("other", "Anderes", "Else")
                        .find("other")
                        .orElseThrow()
                        .german());
    }

    @Test
    void offersAndEverHasOnlySoMany() {
        CodeList full = topics;
        for (int i = 0; full.offered().size() < Name.TOPIC.most(); i++) {
            full = of(full).add("Thema " + i, "Topic " + i, "");
        }
        CodeList most = full;
        refused("german", "too-many-entries", () -> of(most).add("Rückkehr", "Return", ""));
        CodeList place = of(most).retire("topic-0");
        refused("german", "too-many-entries", () -> of(of(place).add("Rückkehr", "Return", ""))
                .offer("topic-0"));
        full = of(full).retire("tax");
        for (int i = 100; full.codes().size() < CodeListEdit.MOST_EVER; i++) {
            full = of(of(full).add("Thema " + i, "Topic " + i, "")).retire("topic-" + i);
        }
        CodeList ever = full;
        refused("german", "too-many-ever", () -> of(ever).add("Rückkehr", "Return", ""));
    }

    @Test
    void aLanguageIsFoundByItsTag() {
        CodeList languages = CodeLists.delivered(Name.LANGUAGE);
        CodeList next = of(languages).add("Tigrinya", "Tigrinya", "ti");
        assertTrue(next.offers("ti"));
        assertEquals(List.of("ti", "mis", "und"), keys(next.codes()).subList(30, 33));
        refused("tag", "doubled-language", () -> of(languages).add("Rumänien", "Romania", "ro"));
        for (String none : List.of("", "xx", "Tigrinya", "ti_ER", "TI", "ti-", "qqq")) {
            refused("tag", "not-a-language", () -> of(languages).add("Tigrinya", "Tigrinya", none));
        }
    }

    @Test
    void movesAmongWhatIsOffered() {
        CodeList next = of(of(topics).retire("health-counselling")).move("sti", true);
        assertEquals(
                List.of("sti", "registration", "pregnancy"), keys(next.codes()).subList(0, 3));
        assertSame(next, of(next).move("sti", true), "the first stays");
        assertSame(next, of(next).move("other", false), "and so does the last");
        refused("code", "unknown-value", () -> of(next).move("nothing", true));
    }

    @Test
    void goesBackAndKeepsWhatHasComeSinceAsRetired() {
        CodeList changed = of(of(topics).add("Rückkehr", "Return", "")).rename("tax", "Finanzamt", "Tax office");
        changed = of(of(changed).retire("debts")).move("stigma", true);
        assertEquals(
                Set.of(Kind.ADDED, Kind.RENAMED, Kind.RETIRED, Kind.ORDERED),
                Set.copyOf(CodeListChange.between(topics, changed).stream()
                        .map(CodeListChange::kind)
                        .toList()));
        CodeList back = of(changed).back(topics);
        assertEquals(topics.codes(), back.offered());
        assertEquals("Rückkehr", back.find("return").orElseThrow().german());
        assertEquals(changed.version() + 1, back.version());
        assertEquals(
                List.of(Kind.ADDED),
                CodeListChange.between(topics, back).stream()
                        .map(CodeListChange::kind)
                        .toList());
    }

    @Test
    void isTheSameAfterItWasStored() {
        CodeList changed = of(of(topics).add("Rückkehr „heim“", "Return", "")).retire("tax");
        assertEquals(
                changed,
                CodeListJson.read(CodeListJson.write(changed).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void whatALaterDeliveryAddsIsAddedToWhatIsStored() {
        CodeList stored = topics.next(topics.codes().subList(2, 5));
        CodeList completed = CodeLists.completed(Name.TOPIC, stored);
        assertEquals(topics.codes().size(), completed.codes().size());
        assertEquals("sti", completed.codes().get(0).key());
        assertEquals(stored.version(), completed.version());
    }
}
