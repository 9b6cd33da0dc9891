package org.obhut.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageGuessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Guten Tag, ich möchte wissen, welche Unterlagen ich für die Anmeldung brauche.",
                "en | Hello, I would like to know what I need for the registration. Thank you!",
                "ro | Bună ziua, aș vrea să știu ce acte sunt necesare pentru înregistrare. Mulțumesc!",
                "bg | Здравейте, бих искала да знам какви документи са нужни за регистрацията.",
                "es | Hola, me gustaría saber qué documentos necesito para el registro. Gracias.",
                "und | Здравствуйте, я бы хотела узнать, какие документы мне нужны.",
                "und | OK",
                "und | 12345",
            })
    void knowsTheLanguagesOfTheServiceAndNoOther(String language, String text) {
        assertEquals(language, LanguageGuess.of(text));
    }
}
