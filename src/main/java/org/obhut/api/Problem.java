package org.obhut.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.obhut.account.Refused;
import org.obhut.account.SecondFactorMissing;
import org.obhut.account.SignInRefused;
import org.obhut.call.TooManyCalls;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.TooLarge;
import org.obhut.ticket.NoAddress;
import org.obhut.ticket.TicketChanged;
import org.obhut.ticket.TicketNotFound;

/**
 * A problem document (RFC 9457): the one place where what went wrong becomes an answer. It has our own words only, and
 * never a value that came in.
 *
 * @param code ends the type's URN, and does not change
 * @param more members beyond those of the RFC, such as {@code field} and {@code reason}
 * @param retryAfter seconds, where it makes sense to come again
 */
record Problem(
        int status, String code, String title, Map<String, String> more, OptionalLong version, Duration retryAfter) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(Throwable failure) {
        if (failure instanceof NoAddress) {
            return of(
                    409,
                    "no-address",
                    "No address is known to which an answer could go: call back, or give the ticket one");
        }
        if (failure instanceof TooLarge large) {
            return of(413, "too-large", "This is larger than the mail server takes")
                    .with(Map.of(
                            "field",
                            large.field(),
                            "size",
                            String.valueOf(large.size()),
                            "limit",
                            String.valueOf(large.limit())));
        }
        if (failure instanceof InvalidInput input) {
            return of(400, "invalid-input", "A field breaks a rule")
                    .with(Map.of("field", input.field(), "reason", input.reason()));
        }
        if (failure instanceof NotSignedIn) {
            return of(401, "not-signed-in", "No session belongs to this token");
        }
        if (failure instanceof SignInRefused refused) {
            return signIn(refused.retryAfter());
        }
        if (failure instanceof SecondFactorMissing) {
            return of(403, "second-factor-missing", "Set up one-time codes first: sign in to the console");
        }
        if (failure instanceof TooManyCalls many) {
            return new Problem(
                    429,
                    "too-many-calls",
                    "This telephone system logs too many calls at once",
                    Map.of(),
                    OptionalLong.empty(),
                    many.retryAfter());
        }
        if (failure instanceof PlainHttp) {
            return of(403, "plain-http", "Sign-in from another machine needs TLS: use the https address");
        }
        if (failure instanceof Refused) {
            return of(403, "right-missing", "The right for this is missing");
        }
        if (failure instanceof TicketNotFound) {
            return of(404, "not-found", "There is no such thing, or not for you");
        }
        if (failure instanceof TicketChanged changed) {
            return new Problem(
                    409,
                    "ticket-changed",
                    "The ticket has changed since",
                    Map.of(),
                    OptionalLong.of(changed.version()),
                    Duration.ZERO);
        }
        if (failure instanceof BodyTooLarge) {
            return of(413, "too-large", "This is larger than may be");
        }
        return failure instanceof WebApplicationException web
                ? protocol(web.getResponse().getStatus())
                : of(500, "failed", "This failed here; nothing was left half-done");
    }

    private static Problem signIn(Duration retryAfter) {
        return retryAfter.isZero()
                ? of(401, "sign-in-refused", "Name, passphrase and code do not fit")
                : new Problem(
                        429,
                        "sign-in-delayed",
                        "Name, passphrase and code do not fit, or the next attempt came too soon",
                        Map.of(),
                        OptionalLong.empty(),
                        retryAfter);
    }

    private static Problem protocol(int status) {
        return switch (status) {
            case 404 -> of(404, "not-found", "There is no such thing, or not for you");
            case 405 -> of(405, "method", "This can't be done here");
            case 406 -> of(406, "not-acceptable", "There is no such representation");
            case 413 -> of(413, "too-large", "This is larger than may be");
            case 415 -> of(415, "media-type", "The body has to be application/json");
            default ->
                status < 500
                        ? of(status, "request", "The request can't be understood")
                        : of(status, "failed", "This failed here; nothing was left half-done");
        };
    }

    private static Problem of(int status, String code, String title) {
        return new Problem(status, code, title, Map.of(), OptionalLong.empty(), Duration.ZERO);
    }

    private Problem with(Map<String, String> members) {
        return new Problem(status, code, title, members, version, retryAfter);
    }

    JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", "urn:obhut:problem:" + code)
                .add("title", title)
                .add("status", status);
        more.forEach(json::add);
        version.ifPresent(number -> json.add("version", number));
        return json.build();
    }
}
