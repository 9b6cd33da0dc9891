package org.obhut.oauth;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A token endpoint's answer (RFC 6749 section 5).
 *
 * @param lifetime how long the access token is good for
 * @param refreshToken the one to use from now on, null where the old one stays
 */
record TokenAnswer(
        String accessToken, Duration lifetime, @Nullable String refreshToken) {

    /** Where the endpoint leaves it out, as it may: short, so that little is lost. */
    private static final Duration UNSAID = Duration.ofMinutes(5);

    private static final Duration LONGEST = Duration.ofDays(1);

    /** RFC 6749 section 5.2. */
    private static final Map<String, String> REFUSALS = Map.of(
            "invalid_request", "oauth-invalid-request",
            "invalid_client", "oauth-invalid-client",
            "invalid_grant", "oauth-invalid-grant",
            "unauthorized_client", "oauth-unauthorized-client",
            "unsupported_grant_type", "oauth-unsupported-grant",
            "invalid_scope", "oauth-invalid-scope");

    /** @throws TokenRefused where there is no token in it */
    static TokenAnswer of(int status, byte[] body) throws TokenRefused {
        if (status >= 300 && status < 400) {
            throw new TokenRefused("oauth-redirected");
        }
        if (status == 429 || status >= 500) {
            throw new TokenRefused("oauth-unavailable");
        }
        JsonObject fields = object(body);
        if (status != 200) {
            // Some endpoints say nothing but 401 where they do not know the client.
            String unsaid = status == 401 ? "oauth-invalid-client" : "oauth-not-understood";
            throw new TokenRefused(text(fields, "error").map(REFUSALS::get).orElse(unsaid));
        }
        String token = text(fields, "access_token").orElse("");
        if (!visible(token) || !text(fields, "token_type").orElse("").equalsIgnoreCase("bearer")) {
            throw new TokenRefused("oauth-not-understood");
        }
        String refresh = text(fields, "refresh_token").orElse("");
        return new TokenAnswer(token, lifetime(fields.get("expires_in")), visible(refresh) ? refresh : null);
    }

    private static JsonObject object(byte[] body) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }

    private static Optional<String> text(JsonObject fields, String name) {
        return fields.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    /** RFC 6749 appendix A.12 and A.17: visible ASCII. */
    private static boolean visible(String token) {
        return !token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /** Seconds; some endpoints write the number as a text. */
    private static Duration lifetime(@Nullable JsonValue expiresIn) {
        try {
            Duration said = expiresIn instanceof JsonNumber number
                    ? Duration.ofSeconds(number.longValueExact())
                    : expiresIn instanceof JsonString text
                            ? Duration.ofSeconds(Long.parseLong(text.getString()))
                            : UNSAID;
            return said.isNegative() ? Duration.ZERO : said.compareTo(LONGEST) < 0 ? said : LONGEST;
        } catch (NumberFormatException | ArithmeticException e) {
            return UNSAID;
        }
    }

    @Override
    public String toString() {
        return "TokenAnswer[" + lifetime + ']';
    }
}
