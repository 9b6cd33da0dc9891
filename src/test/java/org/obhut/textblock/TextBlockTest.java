package org.obhut.textblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.obhut.platform.InvalidInput;

/** What may be a block or a link, and which language is offered. */
class TextBlockTest {

    private static final UUID ID = UUID.fromString("7c9e6679-7425-40de-944b-e07fc1f90ae7");

    private static TextBlock block(String prefix, String language) {
        return new TextBlock(ID, prefix, language, "Titel", language);
    }

    private static void refused(String field, TextBlock block) {
        assertEquals(field, assertThrows(InvalidInput.class, block::checked).field());
    }

    private static void refusedUrl(String url) {
        assertEquals(
                "url",
                assertThrows(InvalidInput.class, () -> new PortalLink(ID, "de", "Seite", url).checked())
                        .field());
    }

    @Test
    void theClientsLanguageGoesFirstThenGermanThenEnglish() {
        List<TextBlock> all = List.of(block("a", "es"), block("a", "en"), block("a", "ro"), block("b", "en"));
        assertEquals(
                List.of("ro", "en"),
                BestLanguage.of("ro", all).stream().map(TextBlock::language).toList());
        assertEquals("en", BestLanguage.of("bg", all).get(0).language());
        assertEquals(
                "de",
                BestLanguage.of("bg", List.of(block("a", "en"), block("a", "de")))
                        .get(0)
                        .language());
        assertEquals(
                "pt",
                BestLanguage.of("pt-BR", List.of(block("a", "de"), block("a", "pt")))
                        .get(0)
                        .language());
    }

    @Test
    void aPrefixIsOneWordInLowerCase() {
        assertEquals("grüß-1", block(" GRÜß-1 ", "de").checked().prefix());
        refused("prefix", block("", "de"));
        refused("prefix", block("zwei worte", "de"));
        refused("prefix", block("x".repeat(31), "de"));
        refused("language", block("a", "<de>"));
        refused("text", new TextBlock(ID, "a", "de", "Titel", " \n"));
        refused("text", new TextBlock(ID, "a", "de", "Titel", "x".repeat(10_001)));
        refused("title", new TextBlock(ID, "a", "de", "x".repeat(81), "x"));
    }

    @Test
    void aLinkIsOfHttpsAndNamesNobody() {
        assertEquals(
                "https://obhut.example/ro",
                new PortalLink(ID, "ro", "Seite", " https://obhut.example/ro ")
                        .checked()
                        .url());
        refusedUrl("http://obhut.example");
        refusedUrl("javascript:alert(1)");
        refusedUrl("https://user@obhut.example");
        refusedUrl("https:///x");
        refusedUrl("https://obhut.example/" + "x".repeat(500));
        refusedUrl("");
    }

    @Test
    void theStarterSetSaysEverythingInFiveLanguages() {
        List<TextBlock> blocks = StarterSet.blocks();
        Set<String> prefixes = blocks.stream().map(TextBlock::prefix).collect(Collectors.toSet());
        assertTrue(prefixes.size() >= 5);
        for (String prefix : prefixes) {
            assertEquals(
                    Set.of("de", "en", "ro", "bg", "es"),
                    blocks.stream()
                            .filter(block -> block.prefix().equals(prefix))
                            .map(TextBlock::language)
                            .collect(Collectors.toSet()));
        }
    }
}
