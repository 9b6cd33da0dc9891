package org.obhut.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mails without a quote that look as if they had one: what clients copy, list and tell. Nothing of them may be folded away. */
class OrdinaryMailsTest {

    @Test
    void foldsNothingWhereNothingIsQuoted() throws Exception {
        String[] mails = QuoteSet.resource("quotes/ordinary.txt").split("\n%%\n");
        assertTrue(mails.length >= 80, "mails " + mails.length);
        List<String> folded = new ArrayList<>();
        for (String mail : mails) {
            String found = QuotedText.newText(mail);
            if (!found.equals(mail.strip())) {
                folded.add("\n=== mail\n" + mail + "\n--- kept\n" + found);
            }
        }
        assertEquals(List.of(), folded);
    }

    @Test
    void foldsNothingOfWhatClientsAnswer() throws Exception {
        for (String language : QuoteSet.LANGUAGES) {
            for (String answer : QuoteSet.read(language).answers()) {
                assertEquals(answer, QuotedText.newText(answer));
            }
        }
    }
}
