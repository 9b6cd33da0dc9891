package org.obhut.oauth;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.Authorities;
import org.obhut.platform.ConnectionFailure;

/**
 * Asks a token endpoint for an access token. A redirect is not followed, as it would carry the secret elsewhere; the answer
 * is bounded in size and time.
 */
final class TokenEndpoint {

    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    private final Duration patience;

    /** @param patience for the whole of question and answer */
    TokenEndpoint(Duration patience) {
        this.patience = patience;
    }

    /**
     * @param refreshToken null for the client's own name
     * @throws TokenRefused where there is none
     */
    TokenAnswer ask(OAuthClient client, @Nullable String refreshToken) throws TokenRefused {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", refreshToken == null ? "client_credentials" : "refresh_token");
        form.put("client_id", client.clientId());
        if (client.secretFile() != null) {
            form.put("client_secret", firstLine(client.secretFile(), "oauth-secret-file"));
        }
        if (refreshToken != null) {
            form.put("refresh_token", refreshToken);
        }
        if (!client.scope().isEmpty()) {
            form.put("scope", client.scope());
        }
        HttpResponse<byte[]> answer = send(client, form);
        return TokenAnswer.of(answer.statusCode(), answer.body());
    }

    /** The secret that a file holds. @param otherwise the reason where it holds none */
    static String firstLine(Path file, String otherwise) throws TokenRefused {
        try {
            String line = Files.readString(file).lines().findFirst().orElse("").strip();
            if (!line.isEmpty()) {
                return line;
            }
        } catch (IOException e) {
            // the same answer as for an empty one
        }
        throw new TokenRefused(otherwise);
    }

    private HttpResponse<byte[]> send(OAuthClient client, Map<String, String> form) throws TokenRefused {
        HttpRequest request = HttpRequest.newBuilder(client.tokenEndpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(encoded(form)))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                http(client).sendAsync(request, head -> new BoundedBody(LARGEST_ANSWER));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new TokenRefused(reason(e));
        } catch (TimeoutException e) {
            throw new TokenRefused("oauth-no-answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenRefused("oauth-no-answer");
        } finally {
            answer.cancel(true);
        }
    }

    private static HttpClient http(OAuthClient client) throws TokenRefused {
        HttpClient.Builder http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TO_CONNECT);
        if (client.caFile() != null) {
            try {
                http.sslContext(Authorities.of(client.caFile()));
            } catch (IOException e) {
                throw new TokenRefused("oauth-ca-file");
            }
        }
        return http.build();
    }

    private static String reason(ExecutionException failure) {
        if (failure.getCause() instanceof BoundedBody.TooLarge) {
            return "oauth-not-understood";
        }
        String word = String.valueOf(ConnectionFailure.of(failure));
        return word.startsWith("certificate-") || word.equals("tls-failed")
                ? "oauth-certificate"
                : word.equals("no-answer") ? "oauth-no-answer" : "oauth-unreachable";
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
