package org.obhut.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.obhut.form.FormLines.Line;

class FormLinesTest {

    @Test
    void readsWhatStandsBesideTheWordsOfTheClient() {
        String words = "Bună ziua,\n\nunde mă pot înregistra?\nPS: vineri";
        String form = "Neue Nachricht über das Kontaktformular\n\nName: Elena P.\n* E-Mail *: elena@client.example\n"
                + "Bevorzugte Zeit: 10:30 bis 12:00\nWohnort:\n\nEssen\nNachricht:\n" + words
                + "\n-- \nGesendet um 10:30 von https://cara.example";
        assertEquals(
                List.of(
                        new Line("Name", "Elena P."),
                        new Line("E-Mail", "elena@client.example"),
                        new Line("Bevorzugte Zeit", "10:30 bis 12:00"),
                        new Line("Wohnort", "Essen")),
                FormLines.of(form, words));
    }

    @Test
    void takesNoTimeAddressOrSentenceForALabel() {
        assertEquals(
                List.of(),
                FormLines.of(
                        "Um 9:15 gesendet\nhttps://cara.example\nDies ist ein langer Satz, der erst sehr spät einen: hat",
                        ""));
    }

    @Test
    void aNameThatSignsTheMessageIsStillShown() {
        assertEquals(
                List.of(new Line("Name", "Elena")),
                FormLines.of("Name: Elena\nNachricht: Hallo\nElena", "Hallo\nElena"));
    }

    @Test
    void aFormWithoutLabelsHasNoLines() {
        assertEquals(List.of(), FormLines.of("Guten Tag\n\nDanke", "Guten Tag\n\nDanke"));
    }
}
