package org.obhut.mailbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The real mails beside the project, where they are there; tests are skipped with a word where they are not, or fail under {@code -Dobhut.corpus.required=true}. */
public final class Corpus {

    /** One row: the file's bytes and what is expected of them. */
    public record Row(String name, String input, boolean hard, byte[] bytes, JsonObject expect) {}

    private Corpus() {}

    public static List<Row> rows(String input) throws IOException {
        Path manifest = Path.of(System.getProperty("obhut.corpus", "../shared/mail/manifest.jsonl"));
        if (!Files.exists(manifest) && Boolean.getBoolean("obhut.corpus.required")) {
            throw new AssertionError("the mail corpus is required and missing: " + manifest);
        }
        assumeTrue(Files.exists(manifest), "skipped: the mail corpus is not beside the project");
        Path folder = manifest.toAbsolutePath().getParent();
        try (var lines = Files.lines(manifest)) {
            return lines.filter(l -> !l.isBlank())
                    .map(l -> row(folder, l))
                    .filter(r -> r.input().equals(input))
                    .toList();
        }
    }

    private static Row row(Path folder, String line) {
        JsonObject json = Json.createReader(new StringReader(line)).readObject();
        try {
            return new Row(
                    json.getString("corpus") + "/" + json.getString("id"),
                    json.getString("input"),
                    json.getString("gate").equals("hard"),
                    Files.readAllBytes(folder.resolve(json.getString("path"))),
                    json.getJsonObject("expect"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where an expectation has U+FFFD, the program it comes from could not read a character; any one stands for it. */
    public static boolean same(String expected, String seen) {
        String pattern = Arrays.stream(plain(expected).split("\ufffd", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("."));
        return Pattern.matches(pattern, plain(seen));
    }

    /** Composed characters, and any run of white space as one space. */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\\u00a0\\ufeff]+", " ")
                .strip();
    }
}
