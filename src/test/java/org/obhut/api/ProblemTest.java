package org.obhut.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.JsonException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.obhut.account.Refused;
import org.obhut.account.SignInRefused;
import org.obhut.envelope.EnvelopeException;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.NoAddress;
import org.obhut.ticket.TicketChanged;
import org.obhut.ticket.TicketNotFound;

class ProblemTest {

    @Test
    void everyFailureHasItsStatus() {
        Map<Throwable, Integer> statuses = Map.ofEntries(
                Map.entry(new InvalidInput("text", "required"), 400),
                Map.entry(new NotSignedIn(), 401),
                Map.entry(new SignInRefused(Duration.ZERO), 401),
                Map.entry(new Refused("lead"), 403),
                Map.entry(new PlainHttp(), 403),
                Map.entry(new TicketNotFound(), 404),
                Map.entry(new TicketChanged(7), 409),
                Map.entry(new NoAddress(), 409),
                Map.entry(new BodyTooLarge(), 413),
                Map.entry(new SignInRefused(Duration.ofSeconds(2)), 429),
                Map.entry(new EnvelopeException("x"), 500));
        statuses.forEach((failure, status) -> {
            assertEquals(status, Problem.of(failure).status());
            assertEquals(status, Problem.of(failure).json().getInt("status"));
        });
    }

    @Test
    void invalidInputNamesFieldAndReason() {
        assertEquals(
                "{\"type\":\"urn:obhut:problem:invalid-input\",\"title\":\"A field breaks a rule\",\"status\":400,"
                        + "\"field\":\"text\",\"reason\":\"required\"}",
                sorted(Problem.of(new InvalidInput("text", "required"))));
    }

    @Test
    void aConflictSaysTheVersionNow() {
        assertEquals(
                "{\"type\":\"urn:obhut:problem:ticket-changed\",\"title\":\"The ticket has changed since\","
                        + "\"status\":409,\"version\":7}",
                sorted(Problem.of(new TicketChanged(7))));
    }

    @Test
    void aRefusedSignInSaysWhenToComeAgain() {
        assertEquals(
                Duration.ofSeconds(2),
                Problem.of(new SignInRefused(Duration.ofSeconds(2))).retryAfter());
    }

    @Test
    void aForeignMessageIsNeverRepeated() {
        for (Throwable foreign : new Throwable[] {
            new JsonException("mira@client.example"),
            new IllegalStateException("mira@client.example"),
            new OutOfMemoryError("mira@client.example")
        }) {
            assertEquals(500, Problem.of(foreign).status());
            assertFalse(Problem.of(foreign).json().toString().contains("mira"));
        }
    }

    /** {@code field} and {@code reason} in one order. */
    private static String sorted(Problem problem) {
        return problem.json()
                .toString()
                .replace("\"reason\":\"required\",\"field\":\"text\"", "\"field\":\"text\",\"reason\":\"required\"");
    }
}
