package org.obhut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the security page claims is shown by tests that exist under the names that it gives them. */
class SecurityPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/security.md");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT|E2E))(?:\\.(\\w+))?`");
    private static final List<String> THREATS =
            List.of("violent partner", "thief", "administrator", "seizure", "malicious sender", "insider", "network");

    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return tests;
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| what is done"))
                .toList();
    }

    @Test
    void everyNamedTestExists() throws IOException {
        Map<String, String> tests = tests();
        List<String> missing = new ArrayList<>();
        List<MatchResult> named =
                NAMED.matcher(Files.readString(PAGE)).results().toList();
        assertTrue(named.size() > 40, "named: " + named.size());
        for (MatchResult name : named) {
            String source = tests.getOrDefault(name.group(1), "");
            String method = name.group(2);
            boolean there = method == null ? !source.isEmpty() : source.contains("void " + method + "(");
            if (!there) {
                missing.add(name.group());
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void everyCountermeasureNamesATest() throws IOException {
        List<String> without =
                rows().stream().filter(row -> !NAMED.matcher(row).find()).toList();
        assertEquals(List.of(), without);
    }

    @Test
    void everyThreatHasItsPartAndSaysWhatIsNotCovered() throws IOException {
        String[] parts = Files.readString(PAGE).split("(?m)^## ");
        for (String threat : THREATS) {
            String part = Stream.of(parts)
                    .filter(each -> each.lines()
                            .findFirst()
                            .orElse("")
                            .toLowerCase(java.util.Locale.ROOT)
                            .contains(threat))
                    .findFirst()
                    .orElse("");
            assertTrue(part.contains("| ") && part.contains("Not covered:"), threat);
        }
    }

    @Test
    void atLeastFiveWereTriedWithoutTheCountermeasure() throws IOException {
        assertTrue(rows().stream().filter(row -> row.contains("✂")).count() >= 5);
    }
}
