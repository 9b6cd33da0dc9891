package org.obhut.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type is taken apart as they mean it, and nothing they type is an error. */
class InputTest {

    private static String read(String typed) {
        return String.join(
                " | ",
                Input.of(typed).parts().stream()
                        .map(part -> (part.without() ? "-" : "")
                                + part.kind().name().charAt(0)
                                + ":"
                                + part.text()
                                + (part.begun() ? "…" : ""))
                        .toList());
    }

    @Test
    void readsWordsPhrasesAndWhatIsLeftOut() {
        assertEquals("W:wohn…", read("wohn"));
        assertEquals("W:wohn", read("wohn "));
        assertEquals("W:wohn* | W:geld…", read("wohn* geld").replace("W:wohn*…", "W:wohn*"));
        assertEquals("P:neue Wohnung | W:Miete", read("\"neue Wohnung\" Miete "));
        assertEquals("P:neue Wohnung", read("„neue Wohnung“"));
        assertEquals("P:neue Wohnung", read("«neue Wohnung»"));
        assertEquals("W:Miete | -W:Strom", read("Miete -Strom"));
        assertEquals("W:Miete | -P:der Strom", read("Miete -\"der Strom\""));
        assertEquals("W:E-Mail…", read("E-Mail"));
    }

    @Test
    void readsNumbersWithWhatStandsBetweenTheirDigits() {
        assertEquals("N:0211 / 12 34-5…", read("0211 / 12 34-5"));
        assertEquals("N:+49 (0)211 12345 | W:Rosa…", read("+49 (0)211 12345 Rosa"));
        assertEquals("N:0211 12345 | -W:Rosa", read("0211 12345 -Rosa"));
        assertEquals("W:2026…", read("2026"));
        assertEquals("W:4f0a1b23cd…", read("4f0a1b23cd"));
    }

    @Test
    void saysWhatIsOdd() {
        assertEquals(Set.of(Hint.OPEN_QUOTE), Input.of("\"neue Woh").hints());
        assertEquals(Set.of(Hint.ONLY_WITHOUT), Input.of("-Miete").hints());
        assertEquals(Set.of(Hint.NO_WORD), Input.of("** && ()").hints());
        assertEquals(Set.of(Hint.TOO_LONG), Input.of("wort ".repeat(60)).hints());
        assertEquals(Set.of(), Input.of("Miete -Strom").hints());
        assertFalse(Input.of("-Miete").asks());
        assertTrue(Input.of("\"neue Woh").asks());
        assertEquals(List.of(), Input.of("   ").parts());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "-",
                "--",
                "-\"",
                "*",
                "\"\"",
                "a\"",
                "-*",
                "(",
                "[a TO b]",
                "x:y",
                "a AND",
                "~",
                "\\",
                "/x/",
                "+",
                "+4",
                "\u0001de",
                "😀",
                "-😀"
            })
    void breaksByNothing(String typed) {
        new Queries(Queries.EVERYWHERE).of(Input.of(typed));
        new Queries(Queries.EVERYWHERE).marks(Input.of(typed));
    }
}
