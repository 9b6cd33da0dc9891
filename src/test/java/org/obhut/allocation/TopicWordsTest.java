package org.obhut.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obhut.platform.InvalidInput;

class TopicWordsTest {

    private final TopicWords words = new TopicWords();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Mein Vermieter will die Wohnung zurück | housing",
                "de | Ich habe SCHULDEN und der Pfändungsbeschluss ist da | debts",
                "ro | Proprietarul nu mai vrea să plătesc chiria | housing",
                "ro | Sunt însărcinată | pregnancy",
                "bg | Имам дългове | debts",
                "es | ¿Dónde hago el registro? | registration",
                "und | I am pregnant | pregnancy",
                "de | pregnant |",
                "de | Guten Tag |",
                "de | Untermieterin |"
            })
    void aTopicIsProposedByWordsOfTheLanguage(String language, String text, String topic) {
        assertEquals(topic == null ? Set.of() : Set.of(topic), words.in(language, text));
    }

    @Test
    void atMostThreeAreProposedThoseWithTheMostWordsFirst() {
        Set<String> found =
                words.in("de", "Schulden, Inkasso, Wohnung, Miete, Steuer, Finanzamt, schwanger, Abtreibung, Anwalt");
        assertEquals(3, found.size());
        assertEquals(false, found.contains("law"));
    }

    @Test
    void allAreTopicsOfTheCodeList() throws Exception {
        try (InputStream file = TopicWordsTest.class.getResourceAsStream("/code-lists/topic.json")) {
            Matcher codes = Pattern.compile("\"code\": \"([^\"]+)\"")
                    .matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            Set<String> listed = new TreeSet<>();
            while (codes.find()) {
                listed.add(codes.group(1));
            }
            assertEquals(
                    Set.of(),
                    words.topics().stream()
                            .filter(topic -> !listed.contains(topic))
                            .collect(java.util.stream.Collectors.toSet()));
        }
    }

    @Test
    void languagesAreTagsThatThereAre() {
        assertEquals(Set.of("de", "ro", "bg"), WorkProfile.languages(" de, RO;bg "));
        for (String wrong : new String[] {"", " , ", "deutsch", "xx", "d", "de-DE"}) {
            assertEquals(
                    "languages",
                    assertThrows(InvalidInput.class, () -> WorkProfile.languages(wrong))
                            .field());
        }
    }
}
