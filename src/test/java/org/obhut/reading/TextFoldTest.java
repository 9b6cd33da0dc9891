package org.obhut.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.obhut.reading.TextFold.Kind;
import org.obhut.reading.TextFold.Piece;

class TextFoldTest {

    private static List<Piece> fold(String text) {
        return TextFold.of(text, QuotedText.newText(text)).pieces();
    }

    private static Piece fresh(String text) {
        return new Piece(Kind.NEW, text);
    }

    private static Piece quote(String text) {
        return new Piece(Kind.QUOTE, text);
    }

    @Test
    void showsATextWithoutQuoteAsItIs() {
        assertEquals(List.of(fresh("Danke!\n\nMira")), fold("\nDanke!\n\nMira\n"));
    }

    @Test
    void foldsAQuoteBelowAboveAndBetween() {
        String lead = "Am 12.01.2027 um 10:00 schrieb Beratung <b@obhut.example>:";
        assertEquals(
                List.of(fresh("Danke!\n\nMira"), quote(lead + "\n> Wann?\n>\n> Beratung")),
                fold("Danke!\n\nMira\n\n" + lead + "\n> Wann?\n>\n> Beratung\n"));
        assertEquals(List.of(quote(lead + "\n> Wann?"), fresh("Danke!")), fold(lead + "\n> Wann?\n\nDanke!"));
        assertEquals(
                List.of(fresh("Hallo,"), quote(lead), fresh("> Wo?\nKöln.\n> Wann?\nMorgen.")),
                fold("Hallo,\n" + lead + "\n> Wo?\nKöln.\n> Wann?\nMorgen."));
    }

    @Test
    void marksWhatAPhoneSignsWith() {
        assertEquals(
                List.of(fresh("Danke!"), new Piece(Kind.SIGNATURE, "Von meinem iPhone gesendet")),
                fold("Danke!\n\nVon meinem iPhone gesendet\n"));
        assertEquals(
                List.of(
                        fresh("Danke!"),
                        new Piece(Kind.SIGNATURE, "Sent from my iPhone"),
                        quote("On 12 Jan 2027, at 10:00, B <b@obhut.example> wrote:\n> x")),
                fold("Danke!\n\nSent from my iPhone\n\nOn 12 Jan 2027, at 10:00, B <b@obhut.example> wrote:\n> x"));
    }

    @Test
    void tellsAForwardedMailFromAQuote() {
        String forwarded =
                "---------- Forwarded message ---------\nVon: Amt <a@stadt.example>\nDate: 12.01.2027 10:00\nTo: m\n\nText";
        assertEquals(
                List.of(fresh("Ist das echt?"), new Piece(Kind.FORWARD, forwarded)),
                fold("Ist das echt?\n\n" + forwarded));
    }

    @Test
    void losesNoLineOfAnyReply() throws Exception {
        for (String language : QuoteSet.LANGUAGES) {
            QuoteSet set = QuoteSet.read(language);
            for (QuoteSet.Lead lead : set.leads()) {
                for (String answer : set.answers()) {
                    String quote = lead.with(set.quoted());
                    String signature = set.signatures().get(0);
                    shown(answer + "\n\n" + signature + "\n\n" + quote);
                    shown(quote + "\n\n" + answer + "\n-- \n" + signature + "\n");
                    shown(quote + "\n" + answer + "\n" + quote + "\n\n" + answer + "\n" + quote);
                }
            }
        }
    }

    @Test
    void losesNoLineWhereTheNewTextIsNoPartOfTheText() {
        assertEquals(
                List.of(fresh("anders"), quote("a\nb")),
                TextFold.of("a\nb", "anders").pieces());
        assertEquals(List.of(fresh("a\nb")), TextFold.of("a\nb", "").pieces());
    }

    private static void shown(String text) {
        List<String> lines = fold(text).stream()
                .flatMap(piece -> piece.text().lines())
                .filter(line -> !line.isBlank())
                .toList();
        assertEquals(text.lines().filter(line -> !line.isBlank()).toList(), lines);
    }
}
