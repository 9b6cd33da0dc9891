package org.obhut.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The replies of one language in {@code quotes}, as {@code quotes/README.txt} says. */
record QuoteSet(String language, List<String> answers, String quoted, List<Lead> leads, List<String> signatures) {

    static final List<String> LANGUAGES =
            List.of("de", "en", "ro", "bg", "hu", "pl", "es", "ru", "tr", "th", "fr", "pt", "sq", "zh-Hans", "zh-Hant");

    /** How a program sets off a quote. */
    record Lead(String program, String how, String text) {

        /** The introduction with what it introduces. */
        String with(String quoted) {
            return switch (how) {
                case "marked" -> text + "\n" + marked(quoted);
                case "inside" -> marked("\n" + text + "\n\n" + quoted).replace("> > ", "> ");
                case "bare" -> text + "\n\n" + quoted;
                default -> throw new IllegalArgumentException(how);
            };
        }

        static String marked(String quoted) {
            return "> " + quoted.replace("\n", "\n> ").replace("\n> \n", "\n>\n");
        }
    }

    static QuoteSet read(String language) throws IOException {
        Map<String, StringBuilder> sections = new TreeMap<>();
        StringBuilder section = new StringBuilder();
        for (String line : resource("quotes/" + language + ".txt").split("\n")) {
            if (line.matches("\\[[a-z]+\\]")) {
                section = sections.computeIfAbsent(line, s -> new StringBuilder());
            } else {
                section.append(line).append('\n');
            }
        }
        List<Lead> leads = new ArrayList<>();
        for (String line : text(sections, "[leads]").split("\n")) {
            String[] parts = line.split(" \\| ", 3);
            leads.add(new Lead(parts[0], parts[1], parts[2].replace("⏎", "\n")));
        }
        return new QuoteSet(
                language,
                List.of(text(sections, "[answers]").split("\n%\n")),
                text(sections, "[quoted]"),
                leads,
                List.of(text(sections, "[signatures]").split("\n")));
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(QuoteSet.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String text(Map<String, StringBuilder> sections, String name) {
        return Objects.requireNonNull(sections.get(name), name).toString().strip();
    }
}
