package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Places of text blocks are filled or stop the mail. */
class PlaceholdersTest {

    @Test
    void whatIsKnownIsPutInAndTheRestStays() {
        assertEquals(
                "Liebe $Rosa, {{Termin}}",
                Placeholders.filled("Liebe {{ client }}, {{Termin}}", Map.of("client", "$Rosa")));
        assertEquals("Liebe {{client}}", Placeholders.filled("Liebe {{client}}", Map.of("client", " ")));
    }

    @Test
    void aPlaceThatIsLeftStopsTheMail() {
        Writing open = Writing.plain("Ihr Termin ist am {{Termin}}.", List.of());
        assertEquals("{{Termin}}", assertThrows(Unfilled.class, open::checked).place());
        Writing braces = Writing.plain("Der Code lautet {4711} oder {{}}.", List.of());
        assertEquals(braces, braces.checked());
    }
}
