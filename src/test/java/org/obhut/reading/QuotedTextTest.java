package org.obhut.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Am Mo., 2. März 2026 um 10:15 Uhr schrieb Beratung <b@obhut.example>:",
                "On Mon, 2 Mar 2026 at 10:15, Beratung <b@obhut.example> wrote:",
                "În lun., 2 mar. 2026 la 10:15, Beratung <b@obhut.example> a scris:",
                "На пн, 2.03.2026 г. в 10:15 Beratung <b@obhut.example> написа:",
                "El lun, 2 mar 2026 a las 10:15, Beratung (<b@obhut.example>) escribió:",
                "Le lun. 2 mars 2026 à 10:15, Beratung <b@obhut.example> a écrit :",
                "-----Ursprüngliche Nachricht-----",
            })
    void foldsAQuoteBelowItsIntroduction(String introduction) {
        assertEquals(
                "Danke!\nMira",
                QuotedText.newText("Danke!\nMira\n\n" + introduction + "\n\n> Guten Tag\n> Ihre Beratung"));
        assertEquals(
                "Danke!\nMira", QuotedText.newText("Danke!\nMira\n\n" + introduction + "\n\nGuten Tag\nIhre Beratung"));
    }

    @Test
    void foldsAnOutlookHeader() {
        assertEquals(
                "Ja.",
                QuotedText.newText(
                        "Ja.\n\n________\nVon: Beratung\nGesendet: Montag, 2. März 2026\nAn: Mira\nBetreff: Ihre Nachricht\n\nalt"));
    }

    @Test
    void keepsAnswersBetweenQuotesWithTheirQuestions() {
        String text = "> Wo?\nIn Köln.\n> Wann?\nMorgen.";
        assertEquals(text, QuotedText.newText(text));
    }

    @Test
    void keepsTheAnswerBelowAQuote() {
        assertEquals("Danke!", QuotedText.newText("Am 2.3.2026 um 10:15 schrieb Beratung:\n> Guten Tag\n\nDanke!"));
    }

    @Test
    void keepsASentenceThatOnlySoundsLikeAnIntroduction() {
        String text = "Das Amt schrieb mir:\nSie müssen kommen.\nWas soll ich tun?";
        assertEquals(text, QuotedText.newText(text));
    }

    @Test
    void keepsEverythingWhereNothingElseWouldRemain() {
        assertEquals("> nur Zitat", QuotedText.newText("> nur Zitat"));
    }
}
