package org.obhut.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails of forms as programs in use write them, in our own words. */
class FormTextTest {

    private static final FormLabels USUAL = FormLabels.usual();

    private static FormText read(String text) {
        return FormText.of(text, USUAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E-Mail: mira@client.example",
                "e-mail : mira@client.example",
                "EMAIL：mira@client.example",
                "* E-Mail-Adresse * : mira@client.example",
                "*E-Mail:* mira@client.example",
                "**E-Mail**: mira@client.example",
                "E-Mail*: mira@client.example",
                "E-Mail (Pflichtfeld): mira@client.example",
                "E-Mail = mira@client.example",
                "E-Mail | mira@client.example |",
                "| E-Mail | mira@client.example |",
                "E-Mail\tmira@client.example",
                "E-Mail      mira@client.example",
                "E-Mail - mira@client.example",
                "> E-Mail: mira@client.example",
                "• E-Mail: mira@client.example",
                "E-Mail:\nmira@client.example",
                "E-Mail\n\nmira@client.example",
                "--- E-Mail ---\n\nmira@client.example",
                "E-Mail (optional)\nmira@client.example",
                "E-Mail:\u00a0mira@client.example",
                "Adresa de e-mail: mira@client.example",
                "Adresa\u0306 de e-mail: mira@client.example",
                "Имейл: mira@client.example",
                "Courriel : mira@client.example",
                "电子邮件：mira@client.example"
            })
    void aLabelledValueIsFound(String line) {
        String form = "Neue Nachricht von der Website\n\n" + line + "\nTelefon: 0201 5550123\n";
        assertEquals(Optional.of("mira@client.example"), read(form).first(FormField.ADDRESS));
        assertEquals(Optional.of("0201 5550123"), read(form).first(FormField.PHONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E-Mail habe ich keine",
                "E-Mails: mira@client.example",
                "Meine E-Mail: mira@client.example",
                "E-Mailmira@client.example",
                "E-Mail-mira@client.example",
                "E-Mail (das ist ein langer Satz in Klammern, den jemand schrieb): x",
                "E-Mail:\n\nTelefon: 1",
                "E-Mail:\nAlter: 25",
                "E-Mail:"
            })
    void whatOnlyBeginsLikeALabelIsNone(String text) {
        assertEquals(Optional.empty(), read(text).first(FormField.ADDRESS));
    }

    @Test
    void whatTheClientWroteRunsOnUntilTheNextLabelOrASignature() {
        String form = """
                Nachricht:
                Bună ziua,

                am o întrebare: ce acte îmi trebuie?
                Name: Mira
                Kommentar: Danke
                --\u0020
                Gesendet über das Formular auf www.portal.example
                """;
        assertEquals(
                List.of("Bună ziua,\n\nam o întrebare: ce acte îmi trebuie?", "Danke"),
                read(form).all(FormField.TEXT).map(FormText.Entry::value).toList());
        assertEquals(Optional.of("Mira"), read(form).first(FormField.NAME));
        assertTrue(read(form).text().contains("Gesendet über das Formular"));
    }

    @Test
    void theFirstOfTwoCountsSoThatWordsOfTheMessageDoNot() {
        String form = "E-Mail: mira@client.example\nNachricht: Bitte nicht an\nE-Mail: alt@client.example\nschreiben";
        assertEquals(Optional.of("mira@client.example"), read(form).first(FormField.ADDRESS));
    }

    @Test
    void namesInPartsComeInTheirOrder() {
        assertEquals(
                List.of("Vorname=Mira", "Nachname=Petrova"),
                read("Vorname: Mira\nNachname: Petrova")
                        .all(FormField.NAME)
                        .map(entry -> entry.label() + "=" + entry.value())
                        .toList());
    }

    @Test
    void tracesOfTheMachineAreNotKept() {
        FormText form = read("Name: Mira\nIP-Adresse: 192.0.2.17\nNachricht: Hallo\nUser Agent: Mozilla/5.0\n");
        assertTrue(form.leftSomethingOut());
        assertEquals("Name: Mira\nNachricht: Hallo", form.text());
        assertEquals(Optional.of("Hallo"), form.first(FormField.TEXT));
        assertFalse(read("Name: Mira").leftSomethingOut());
    }

    @Test
    void aTableIsReadByItsRows() {
        String html = """
                <html><body><p>Neue Anfrage</p><table>
                <tr><th>Name</th><td>Mira</td></tr>
                <tr><td><b>E-Mail</b></td><td><a href="mailto:mira@client.example">mira@client.example</a></td></tr>
                <tr><td>Alter</td><td>25</td></tr>
                <tr><td>Nachricht</td><td>Guten Tag,<br>wie melde ich mich an?</td></tr>
                </table></body></html>""";
        FormText form = FormText.of("Name Mira E-Mail mira@client.example", html, USUAL);
        assertEquals(Optional.of("mira@client.example"), form.first(FormField.ADDRESS));
        assertEquals(Optional.of("Guten Tag,\nwie melde ich mich an?"), form.first(FormField.TEXT));
        assertEquals(
                "Neue Anfrage\n\nName: Mira\nE-Mail: mira@client.example\nAlter: 25\nNachricht: Guten Tag,\nwie melde ich mich an?",
                form.text());
    }

    @Test
    void rowsOfLabelsAndListsOfTermsAreRead() {
        FormText rows = FormText.of(
                "",
                "<table><tr><td colspan=2><strong>E-Mail</strong></td></tr><tr><td>&nbsp;</td><td>mira@client.example</td></tr>"
                        + "<tr><td colspan=2>Name</td></tr><tr><td>&nbsp;</td><td>Mira</td></tr></table>",
                USUAL);
        assertEquals(Optional.of("mira@client.example"), rows.first(FormField.ADDRESS));
        assertEquals(Optional.of("Mira"), rows.first(FormField.NAME));
        FormText list = FormText.of(
                "", "<dl><dt>E-Mail</dt><dd>mira@client.example</dd><dt>Name</dt><dd>Mira</dd></dl>", USUAL);
        assertEquals(Optional.of("mira@client.example"), list.first(FormField.ADDRESS));
        assertEquals(Optional.of("Mira"), list.first(FormField.NAME));
    }

    @Test
    void theTextGoesBeforeTheHtmlWhereItSaysAsMuch() {
        FormText form = FormText.of("Name: Mira\n", "<table><tr><td>Name</td><td>Other</td></tr></table>", USUAL);
        assertEquals(Optional.of("Mira"), form.first(FormField.NAME));
    }

    @Test
    void labelsCanBeSetAndThenNoOthersCount() {
        FormLabels labels = FormLabels.of(field ->
                field == FormField.ADDRESS ? Optional.of("Ihre Adresse für die Antwort, Kontakt") : Optional.empty());
        assertEquals(
                Optional.of("mira@client.example"),
                FormText.of("E-Mail: portal@cara.example\nIhre Adresse für die Antwort: mira@client.example", labels)
                        .first(FormField.ADDRESS));
    }

    @Test
    void aHostileFormIsReadInTime() {
        String lines = "Name:\n".repeat(100_000) + "Text:\n\n\n".repeat(50_000) + "*".repeat(300_000) + "E-Mail"
                + " ".repeat(300_000) + "(" + "x".repeat(100_000);
        assertEquals(Optional.empty(), read(lines).first(FormField.NAME));
    }
}
