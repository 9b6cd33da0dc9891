package org.obhut.mailbox;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.obhut.oauth.OAuthClient;
import org.obhut.oauth.OAuthPreset;
import org.obhut.platform.Loopback;

/** Reads {@code oauth2.…}: an application at a mail provider, by a preset or in full. */
final class OAuthSettings {

    private OAuthSettings() {}

    static OAuthClient client(MailboxSettings settings) {
        Optional<OAuthPreset> preset = preset(settings);
        Optional<Path> refreshToken = settings.file("oauth2.refresh-token-file");
        if (refreshToken.isEmpty() && preset.isPresent() && !preset.get().knowsClientCredentials()) {
            throw settings.invalid("oauth2.refresh-token-file", "must be set for this preset");
        }
        String clientId = settings.required("oauth2.client-id");
        Optional<Path> secret = settings.file("oauth2.client-secret-file");
        if (secret.isEmpty() && refreshToken.isEmpty()) {
            throw settings.invalid(
                    "oauth2.client-secret-file", "must be set where there is no oauth2.refresh-token-file");
        }
        return new OAuthClient(
                endpoint(settings, preset),
                clientId,
                secret.orElse(null),
                scope(settings, preset, refreshToken.isPresent()),
                refreshToken.orElse(null),
                settings.authorities("oauth2.ca-file").orElse(null));
    }

    private static Optional<OAuthPreset> preset(MailboxSettings settings) {
        String name = settings.choice("oauth2.preset", List.of("none", "microsoft", "google"), "none");
        return name.equals("none")
                ? Optional.empty()
                : Optional.of(OAuthPreset.valueOf(name.toUpperCase(java.util.Locale.ROOT)));
    }

    private static URI endpoint(MailboxSettings settings, Optional<OAuthPreset> preset) {
        String key = "oauth2.token-endpoint";
        if (settings.text(key).isEmpty() && preset.isPresent()) {
            String tenant = preset.get().wantsTenant() ? settings.required("oauth2.tenant") : "";
            if (!tenant.matches("[A-Za-z0-9.-]*")) {
                throw settings.invalid("oauth2.tenant", "must be a directory's id or domain");
            }
            return preset.get().endpoint(tenant);
        }
        try {
            URI endpoint = URI.create(settings.required(key));
            boolean secure = "https".equals(endpoint.getScheme())
                    || "http".equals(endpoint.getScheme()) && Loopback.names(endpoint.getHost());
            if (secure
                    && endpoint.getHost() != null
                    && endpoint.getUserInfo() == null
                    && endpoint.getFragment() == null) {
                return endpoint;
            }
        } catch (IllegalArgumentException e) {
            // the same answer as for an address of another kind
        }
        throw settings.invalid(key, "must be an https address");
    }

    private static String scope(MailboxSettings settings, Optional<OAuthPreset> preset, boolean refresh) {
        String scope = settings.text("oauth2.scope")
                .or(() -> preset.map(known -> known.scope(refresh)))
                .orElse("");
        // RFC 6749 section 3.3
        if (!scope.matches("[\\x21\\x23-\\x5b\\x5d-\\x7e ]*")) {
            throw settings.invalid("oauth2.scope", "must be words separated by blanks");
        }
        return scope;
    }
}
