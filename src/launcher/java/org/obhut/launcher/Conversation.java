package org.obhut.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A sample conversation, as {@code src/launcher/resources/demo/README.txt} describes its file.
 *
 * @param head by name: {@code mailbox}, {@code client}
 */
record Conversation(Map<String, String> head, List<Entry> entries) {

    private static final String ENTRY = "== ";

    /**
     * One thing that somebody does.
     *
     * @param words {@code reply anna}, {@code client auto}, …
     * @param fields the lines {@code name: value} before the first empty line
     */
    record Entry(List<String> words, Map<String, String> fields, String text) {

        String kind() {
            return words.get(0);
        }

        String person() {
            return words.get(1);
        }
    }

    /** All samples, in the order of their names. */
    static List<Conversation> all() throws IOException {
        try {
            Path folder = Path.of(Objects.requireNonNull(Conversation.class.getResource("/demo"))
                    .toURI());
            List<Conversation> all = new ArrayList<>();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Conversation::isSample).sorted().toList()) {
                    all.add(parse(Files.readString(file)));
                }
            }
            return all;
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static boolean isSample(Path file) {
        return Character.isDigit(file.getFileName().toString().charAt(0));
    }

    static Conversation parse(String file) {
        String[] sections = ("\n" + file).split("\n" + ENTRY);
        List<Entry> entries = new ArrayList<>();
        for (int i = 1; i < sections.length; i++) {
            entries.add(entry(sections[i]));
        }
        return new Conversation(fields(sections[0]), entries);
    }

    private static Entry entry(String section) {
        String[] headAndBody = section.split("\n", 2);
        List<String> words = List.of(headAndBody[0].strip().split(" "));
        String body = headAndBody.length < 2 ? "" : headAndBody[1];
        if (!words.get(0).equals("client") && !words.get(0).equals("call")) {
            return new Entry(words, Map.of(), body.strip());
        }
        String[] fieldsAndText = body.split("\n\n", 2);
        return new Entry(words, fields(fieldsAndText[0]), fieldsAndText.length < 2 ? "" : fieldsAndText[1].strip());
    }

    private static Map<String, String> fields(String lines) {
        Map<String, String> fields = new LinkedHashMap<>();
        lines.lines().filter(line -> line.contains(": ")).forEach(line -> {
            String[] nameAndValue = line.split(": ", 2);
            fields.put(nameAndValue[0].strip(), nameAndValue[1].strip());
        });
        return fields;
    }
}
