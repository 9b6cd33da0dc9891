package org.obhut.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TextLanguageTest {

    /** Short texts that are left in doubt, out of more than three hundred. */
    private static final int MOST_IN_DOUBT = 6;

    @Test
    void tellsTheLanguageOfShortTextsOrNone() throws Exception {
        List<String> wrong = new ArrayList<>();
        List<String> doubtful = new ArrayList<>();
        Map<String, int[]> counts = new TreeMap<>();
        String lines = QuoteSet.resource("languages/texts.txt") + QuoteSet.resource("languages/more.txt");
        for (String line : lines.split("\n")) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("\\|", 2);
            List<String> right = List.of(parts[0].strip().split(","));
            String found = TextLanguage.of(parts[1].strip());
            int[] count = counts.computeIfAbsent(right.get(0), l -> new int[2]);
            count[0] += right.contains(found) ? 1 : 0;
            count[1]++;
            if (!right.contains(found)) {
                (found.equals(TextLanguage.UNKNOWN) ? doubtful : wrong).add("\n" + found + " for " + line);
            }
        }
        counts.forEach((language, count) -> System.out.print(language + " " + count[0] + "/" + count[1] + "  "));
        System.out.println("in doubt " + doubtful);
        assertEquals(List.of(), wrong);
        assertTrue(doubtful.size() <= MOST_IN_DOUBT, doubtful::toString);
    }

    @Test
    void tellsTheLanguageOfEveryReply() throws Exception {
        for (String language : QuoteSet.LANGUAGES) {
            for (String answer : QuoteSet.read(language).answers()) {
                assertEquals(language.replace("-Hans", ""), TextLanguage.of(answer), answer);
            }
        }
    }

    @Test
    void isTheSameForThreadsThatAskAtOnce() {
        String text = "Bună ziua, am nevoie de o programare.";
        long right = java.util.stream.IntStream.range(0, 400)
                .parallel()
                .filter(i -> TextLanguage.of(text).equals("ro"))
                .count();
        assertTrue(right == 400, "right " + right);
    }
}
