package org.obhut.reading;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.obhut.mailbox.Corpus;
import org.obhut.mailbox.CorpusGates;
import org.obhut.mime.Lines;

/** Finds the new text of real replies and counts how many expectations hold ({@link CorpusGates}). */
class QuoteCorpusTest {

    private final Map<String, int[]> counts = new TreeMap<>();
    private final boolean verbose = Boolean.getBoolean("obhut.corpus.verbose");

    @Test
    void findsTheNewTextAboveQuotes() throws Exception {
        List<Corpus.Row> rows = Corpus.rows("text");
        for (Corpus.Row row : rows) {
            String text = Lines.normal(new String(row.bytes(), StandardCharsets.UTF_8));
            String found = QuotedText.newText(text);
            JsonObject expect = row.expect();
            if (expect.containsKey("reply_text")) {
                List<String> wanted = lines(expect.getString("reply_text"));
                List<String> got = lines(found);
                boolean kept = got.containsAll(wanted);
                List<String> extra = got.stream()
                        .filter(l -> !wanted.contains(l) && quote(text, l))
                        .toList();
                count(row, "kept", kept, found);
                count(row, "folded", extra.isEmpty(), "KEPT " + extra);
                count(row, "kept and folded", kept && extra.isEmpty(), found);
            }
            if (expect.containsKey("reply_starts_with")) {
                String start = plain(expect.getString("reply_starts_with"));
                count(row, "reply_starts_with", plain(found).startsWith(start), found);
            }
            if (expect.containsKey("reply_not_contains")) {
                boolean none =
                        strings(expect.get("reply_not_contains")).stream().noneMatch(found::contains);
                count(row, "reply_not_contains", none, found);
            }
        }
        counts.forEach((key, count) -> System.out.println("quotes: " + key + " " + count[0] + "/" + count[1]));
        assertAll(counts.entrySet().stream()
                .filter(count -> CorpusGates.names().contains(count.getKey()))
                .map(count -> () -> assertTrue(
                        CorpusGates.passes(count.getKey(), count.getValue()[0], count.getValue()[1]),
                        count.getKey() + " fell to " + count.getValue()[0])));
    }

    /** A line that is a quote by its mark, or introduces one, or stands below a line that does. */
    private static boolean quote(String text, String line) {
        for (String raw : text.split("\n")) {
            String plain = plain(raw);
            if (plain.matches("(?i).*(wrote|schrieb|a écrit|original message).*")) {
                return true;
            }
            if (plain.equals(line)) {
                return plain.startsWith(">");
            }
        }
        return true;
    }

    private static List<String> strings(JsonValue value) {
        return value instanceof JsonArray array
                ? array.getValuesAs(JsonString::getString)
                : List.of(((JsonString) value).getString());
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\n"))
                .map(QuoteCorpusTest::plain)
                .filter(l -> !l.isEmpty())
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\\u00a0\\ufeff]+", " ")
                .strip();
    }

    private void count(Corpus.Row row, String key, boolean holds, String seen) {
        int[] count = counts.computeIfAbsent(key, k -> new int[2]);
        count[0] += holds ? 1 : 0;
        count[1]++;
        if (!holds && verbose) {
            System.out.println("MISS " + key + " " + row.name() + (row.hard() ? "" : " (review)") + " wanted "
                    + row.expect() + " seen " + seen);
        }
    }
}
