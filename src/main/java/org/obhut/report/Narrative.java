package org.obhut.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people make of the numbers, in their own words and one language.
 *
 * @param needs paragraphs, apart by empty lines
 * @param recommendations one a line
 * @param author sign-in name of who wrote this version
 */
public record Narrative(String needs, String recommendations, String author, Instant at) {

    public boolean blank() {
        return needs.isBlank() && recommendations.isBlank();
    }

    /** Whether another says the same, whoever wrote it when. */
    boolean sameWords(@Nullable Narrative other) {
        return other != null && needs.equals(other.needs) && recommendations.equals(other.recommendations);
    }

    /** The paragraphs of the needs. */
    public List<String> paragraphs() {
        return parts(needs, "\\R\\s*\\R");
    }

    /** The recommendations, one each. */
    public List<String> points() {
        return parts(recommendations, "\\R");
    }

    private static List<String> parts(String text, String border) {
        return Arrays.stream(text.split(border))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
