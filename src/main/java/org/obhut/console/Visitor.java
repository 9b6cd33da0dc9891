package org.obhut.console;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.obhut.account.Role;
import org.obhut.account.Session;

/**
 * The signed-in person as the frame of a page shows it; holds no key.
 *
 * @param secondsLeft until the session ends unless the person acts
 */
public record Visitor(String name, boolean counsellor, boolean lead, boolean administrator, long secondsLeft) {

    static Visitor of(Session session, Clock clock) {
        var caller = session.caller();
        return new Visitor(
                caller.name(),
                caller.counsellor(),
                !caller.leads().isEmpty(),
                caller.has(Role.ADMINISTRATOR),
                Math.max(
                        0,
                        Duration.between(clock.instant(), session.expiresAt()).toSeconds()));
    }

    public String initials() {
        return initials(name);
    }

    /** Two letters that stand for a sign-in name: {@code jana.wiechert} is JW, {@code anna} is AN. */
    public static String initials(String name) {
        String[] parts = name.split("[^\\p{L}\\p{N}]+");
        String letters =
                parts.length > 1 ? first(parts[0]) + first(parts[1]) : name.substring(0, Math.min(2, name.length()));
        return letters.toUpperCase(Locale.ROOT);
    }

    private static String first(String part) {
        return part.isEmpty() ? "" : part.substring(0, 1);
    }

    /** How long is left, for a reader without script: {@code 14:32}. */
    public String clock() {
        return "%d:%02d".formatted(secondsLeft / 60, secondsLeft % 60);
    }
}
