package org.obhut.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obhut.platform.InvalidSetting;

/** What a phone on the table shows to whoever reads along. */
class AcknowledgementTextsTest {

    /** Beginnings of words that would say what this is about, in the languages that are served. */
    private static final List<String> TELLING = List.of(
            "berat",
            "hilfe",
            "prostitu",
            "sex",
            "fall",
            "vorgang",
            "team",
            "amt",
            "stelle",
            "büro",
            "anmeld",
            "counsel",
            "help",
            "advice",
            "office",
            "case",
            "ticket",
            "support",
            "consili",
            "ajutor",
            "caz",
            "birou",
            "консулт",
            "помощ",
            "случай",
            "офис",
            "tanácsad",
            "segít",
            "ügy",
            "iroda",
            "doradz",
            "porad",
            "pomoc",
            "spraw",
            "biur",
            "asesor",
            "consej",
            "ayuda",
            "caso",
            "oficina",
            "danış",
            "yardım",
            "ofis",
            "conseil",
            "aide",
            "dossier",
            "bureau",
            "aconselh",
            "ajuda",
            "processo",
            "escritório",
            "këshill",
            "ndihm",
            "rast",
            "zyr",
            "ปรึกษา",
            "ช่วย",
            "咨询",
            "帮助",
            "办公",
            "案",
            "obhut",
            "cara");

    @TempDir
    Path folder;

    private AccountSettings settings() {
        return new AccountSettings("beratung@obhut.example", folder);
    }

    private AcknowledgementTexts texts() {
        return settings().account().acknowledging().texts();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en", "ro", "bg", "hu", "pl", "es", "ru", "tr", "th", "fr", "pt", "sq", "zh"})
    void everyLanguageHasItsShortSentencesThatTellNothing(String language) {
        assertEquals(language, texts().language(language));
        for (boolean working : new boolean[] {true, false}) {
            String text = texts().text(language, working);
            assertEquals(2, text.lines().count(), text);
            assertTrue(text.length() < 180, text);
            List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+"));
            for (String telling : TELLING) {
                boolean spaced = telling.codePointAt(0) < 0x0e00;
                assertFalse(
                        spaced ? words.stream().anyMatch(word -> word.startsWith(telling)) : text.contains(telling),
                        () -> telling + " in " + text);
            }
        }
        assertFalse(texts().text(language, true).equals(texts().text(language, false)));
    }

    @ParameterizedTest
    @CsvSource({"und, de", "xx, de", "de-AT, de", "RO, ro", "pt-BR, pt", "uk, de"})
    void anUnknownLanguageIsTheMailboxs(String client, String language) {
        assertEquals(language, texts().language(client));
    }

    @Test
    void theMailboxsLanguageAndWordsCanBeSet() {
        AcknowledgementTexts texts = settings()
                .set("language", "ro")
                .set("acknowledge.text.de", "Danke.")
                .set("acknowledge.text.uk", "Дякуємо.")
                .set("acknowledge.out-of-hours.de", "Bis Montag.")
                .set("acknowledge.emergency", "112")
                .set("acknowledge.emergency.ro", "Urgențe: 112")
                .account()
                .acknowledging()
                .texts();
        assertEquals("ro", texts.language("und"));
        assertEquals("uk", texts.language("uk"));
        assertEquals("Danke.\n112\n", texts.text("de", true));
        assertEquals("Danke.\nBis Montag.\n112\n", texts.text("de", false));
        assertEquals("Дякуємо.\n112\n", texts.text("uk", false));
        assertEquals(
                "Mesajul dumneavoastră a ajuns.\nVeți primi un răspuns cât mai curând posibil.\nUrgențe: 112\n",
                texts.text("ro", true));
    }

    @Test
    void isOffWithoutASettingAndThenKnowsItsHours() {
        assertFalse(settings().account().acknowledging().on());
        Acknowledging rule = settings()
                .set("acknowledge", "true")
                .set("hours", "Mo-Fr 09:00-17:00")
                .account()
                .acknowledging();
        assertTrue(rule.on());
        assertEquals(100, rule.perHour());
        assertTrue(rule.working(Instant.parse("2026-03-02T10:00:00Z")));
        assertFalse(rule.working(Instant.parse("2026-03-01T10:00:00Z")));
        assertTrue(settings().account().acknowledging().working(Instant.EPOCH));
    }

    @ParameterizedTest
    @CsvSource({
        "acknowledge, yes",
        "acknowledge.per-hour, 0",
        "acknowledge.per-hour, many",
        "hours, 9-17",
        "language, xx",
        "language, german"
    })
    void whatCannotBeIsRefusedByItsName(String key, String value) {
        var refused = assertThrows(
                InvalidSetting.class, () -> settings().set(key, value).account());
        assertTrue(refused.getMessage().contains("obhut.mailbox.test." + key), refused.getMessage());
        assertFalse(refused.getMessage().contains("'" + value + "'"));
    }

    @Test
    void aLongTextIsRefused() {
        var refused = assertThrows(InvalidSetting.class, () -> settings()
                .set("acknowledge.emergency.de", "x".repeat(1001))
                .account());
        assertTrue(refused.getMessage().contains("acknowledge.emergency.de"));
    }
}
