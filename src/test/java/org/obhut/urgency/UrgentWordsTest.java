package org.obhut.urgency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrgentWordsTest {

    private static final List<String> LANGUAGES = ListedLanguages.URGENT_WORDS;

    private final UrgentWords words = new UrgentWords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Er hat gesagt, er bringt mich um!",
                "Mein Freund SCHLÄGT MICH jede Nacht",
                "ich bin eingesperrt und habe kein Geld",
                "Bitte rufen Sie schnell die Polizei",
                "Ich will nicht mehr leben.",
                "Das ist ein Notfall",
                "he says he will kill me",
                "I can’t get out, he has my passport",
                "Please send the police",
                "i want to die",
                "Ma bate si nu ma lasa sa plec",
                "M-a închis în casă. Mi-a luat pașaportul!",
                "vrea să mă omoare",
                "Ajutați-mă repede",
                "Той ме заплашва и не ме пуска да изляза",
                "shte me ubie, pomognete mi vednaga",
                "Мисля за самоубийство",
                "Estoy encerrada, no me deja salir",
                "¡Socorro! Me va a matar",
                "Me quitó el pasaporte",
                "Be vagyok zárva, hívják a rendőrséget",
                "On grozi mi że mnie zabije",
                "Меня избили. Вызовите полицию",
                "Помогите срочно",
                "Beni öldürecek, hemen polis",
                "Il m’a enfermée et il me frappe",
                "Estou trancada, não me deixa sair",
                "Do të më vrasë, thirrni policinë",
                "ช่วยด้วย ฉันถูกขัง",
                "他拿走了我的护照，不让我走",
                "請報警，他有刀",
            })
    void tellsDanger(String text) {
        assertTrue(words.in(text), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mein Konto ist gesperrt und mir droht eine Kündigung.",
                "Wen soll ich als Notfallkontakt angeben? Im Notfall ist meine Schwester da.",
                "Kein Notfall, nur eine Frage zur Anmeldung bei der Polizei in Köln",
                "Ich schlage vor, wir bringen die Papiere am Montag um neun.",
                "Ich bin nicht in Gefahr, ich brauche eine Steuernummer.",
                "Die Hilfe war sofort da, danke!",
                "I locked my account and need a new code",
                "Who is my emergency contact? In case of emergency call my sister.",
                "Hit me up when you have time, I am not in danger",
                "That deadline is killing time",
                "Do I need a police certificate to register?",
                "Am nevoie de un certificat de deces și de o asigurare de viață",
                "Nu sunt în pericol, am o întrebare despre impozit",
                "Biroul este închis luni",
                "Имам въпрос за полицейската регистрация",
                "Не съм в опасност, искам само информация",
                "¿Necesito una póliza de seguro? Mi contacto de emergencia es mi madre.",
                "Quiero salir de vacaciones en agosto y matar el tiempo",
                "Zárva van a hivatal hétfőn?",
                "Grozi mi kara za brak rejestracji",
                "Мне угрожает штраф, что делать?",
                "Kilitli dolap var mı?",
                "J’ai besoin d’une police d’assurance",
                "Preciso de um seguro de vida",
                "Policia e kufirit më kërkoi pasaportën",
                "ฉันต้องการลงทะเบียน",
                "请打我电话，我想登记",
                "",
            })
    void passesOverLookAlikes(String text) {
        assertFalse(words.in(text), text);
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyPhraseIsFoundByItself(String language) {
        List<String> phrases = ListedLanguages.text("urgent-words", language)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("- ") && !line.isBlank())
                .toList();
        assertTrue(phrases.size() >= 15, language);
        for (String phrase : phrases) {
            String said = phrase.replace("*", "xyz").replace("..", "eins zwei drei");
            assertTrue(words.in("Abc " + said.toUpperCase(java.util.Locale.ROOT) + " def."), phrase);
        }
    }

    @Test
    void aGapHoldsThreeWordsAtMost() {
        assertTrue(words.in("sofort bitte bitte die Polizei"));
        assertFalse(words.in("sofort nach der Arbeit gehe ich einmal zur Polizei"));
    }

    @Test
    void aLongTextIsLookedThroughFromItsBeginning() {
        String padding = "Wort ".repeat(4_000);
        assertTrue(words.in("Er bringt mich um. " + padding.repeat(100)));
        assertFalse(words.in(padding + "Er bringt mich um."));
    }

    @Test
    void numbersAreGivenInTheClientsLanguage() {
        CrisisText texts = new CrisisText();
        assertEquals(ListedLanguages.CRISIS_TEXTS.size(), texts.all().size());
        texts.all().forEach((language, text) -> {
            for (String number : List.of("110", "112", "116 016", "116 123", "0800 111 0 111")) {
                assertTrue(text.contains(number), language + " lacks " + number);
            }
        });
        assertTrue(texts.in("ro").startsWith("Dacă"));
        assertTrue(texts.in("de-AT").startsWith("Wenn"));
        assertTrue(texts.in("zh-Hant").contains("婦女"));
        assertTrue(texts.in("und").startsWith("If"));
        assertTrue(texts.in("fa").startsWith("If"));
    }
}
