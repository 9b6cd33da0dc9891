package org.obhut.patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every regular expression that looks at what strangers write takes steps in proportion to the text, against texts that are built
 * to hurt it. Steps are counted, not timed.
 */
class PatternsTest {

    /** Characters; texts this short are tried in thousands. */
    private static final int SHORT = 300;

    /** No expression that is used may need so many for them. */
    private static final int EXPLODED = 1_000_000;

    /** Steps for each character that make a text worth a closer look. */
    private static final int SUSPICIOUS = 20;

    private static final int LONG = 4_000;
    private static final int MEGABYTE = 1 << 20;

    /** How many of the worst are tried so long. */
    private static final int WORST = 3;

    /** So many steps for each character are a constant. */
    private static final int CONSTANT = 3_000;

    /** Expressions that see no longer texts than these, as their callers look at the length first. */
    private static final Map<String, Integer> BOUNDED = Map.of();

    @ParameterizedTest
    @ValueSource(strings = {"reading", "mime", "html", "form", "mailbox", "threading", "attachment", "outbox"})
    void takesStepsInProportion(String packageName) throws Exception {
        List<UsedPattern> patterns = UsedPattern.of(packageName);
        List<String> slow = new ArrayList<>();
        for (UsedPattern used : patterns) {
            String problem = problem(used);
            if (problem != null) {
                slow.add("\n" + used.where() + (used.whole() ? " (whole)" : "") + ": " + problem);
            }
        }
        System.out.println(packageName + ": " + patterns.size() + " expressions");
        assertEquals(List.of(), slow);
        assertFalse(patterns.isEmpty(), "the code was not found");
    }

    private static @Nullable String problem(UsedPattern used) {
        int bound = BOUNDED.getOrDefault(used.where(), Integer.MAX_VALUE);
        Map<HostileText, Long> steps = new LinkedHashMap<>();
        for (HostileText text : HostileText.against(used.pattern())) {
            try {
                steps.put(text, used.steps(text.of(Math.min(SHORT, bound)), EXPLODED));
            } catch (CountedText.TooManySteps | StackOverflowError e) {
                return "explodes on " + shown(text);
            }
        }
        if (bound < Integer.MAX_VALUE) {
            return null;
        }
        List<HostileText> worst = steps.keySet().stream()
                .sorted(Comparator.comparing(steps::get, Comparator.reverseOrder()))
                .toList();
        Predicate<HostileText> suspicious = text -> steps.get(text) > (long) SUSPICIOUS * SHORT;
        return worst.stream()
                .filter(suspicious)
                .limit(WORST)
                .map(text -> growth(used, text))
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> worst.stream().filter(suspicious.negate()).findFirst().flatMap(text -> length(used, text)))
                .orElse(null);
    }

    /** Twice the text may take twice the steps; null where it does. */
    private static @Nullable String growth(UsedPattern used, HostileText text) {
        try {
            long one = used.steps(text.of(LONG), (long) CONSTANT * LONG);
            long two = used.steps(text.of(2 * LONG), (long) CONSTANT * 2 * LONG);
            return two > 2.5 * one ? one + " and " + two + " steps on " + shown(text) : null;
        } catch (CountedText.TooManySteps e) {
            return "more than " + CONSTANT + " steps for each character of " + shown(text);
        } catch (StackOverflowError e) {
            return "recursion on " + shown(text);
        }
    }

    private static Optional<String> length(UsedPattern used, HostileText text) {
        try {
            used.steps(text.of(MEGABYTE), 4L * SUSPICIOUS * MEGABYTE);
            return Optional.empty();
        } catch (CountedText.TooManySteps e) {
            return Optional.of("ever more steps on a megabyte of " + shown(text));
        } catch (StackOverflowError e) {
            return Optional.of("recursion on a megabyte of " + shown(text));
        }
    }

    private static String shown(HostileText text) {
        return (text.prefix() + '|' + text.pump()).replace("\n", "\\n").replace("\t", "\\t");
    }

    @Test
    void anExpressionThatGrowsWithTheSquareIsFound() {
        assertTrue(problem(new UsedPattern("square", Pattern.compile("a*b"), false)) != null);
        assertTrue(problem(new UsedPattern("exponent", Pattern.compile("(a|aa)*b"), true)) != null);
        assertTrue(problem(new UsedPattern("recursion", Pattern.compile("(a|b)*"), true)) != null);
        assertEquals(null, problem(new UsedPattern("line", Pattern.compile("a{1,20}b"), false)));
    }
}
