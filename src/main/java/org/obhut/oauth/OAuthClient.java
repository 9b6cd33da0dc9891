package org.obhut.oauth;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a provider knows this installation by. With a refresh token it acts for the mailbox's owner, who has consented once
 * (RFC 6749 section 6); without, in its own name (section 4.4).
 *
 * @param tokenEndpoint https, or http on a loopback address
 * @param secretFile the file with the client's secret; null for a public client, which needs a refresh token
 * @param scope what is asked for, words separated by blanks; empty for what the provider gives by itself
 * @param refreshTokenFile the file with the first refresh token; null for the client's own name
 * @param caFile certificates to trust at the endpoint in place of the generally known ones, null for those
 */
public record OAuthClient(
        URI tokenEndpoint,
        String clientId,
        @Nullable Path secretFile,
        String scope,
        @Nullable Path refreshTokenFile,
        @Nullable Path caFile) {

    /** Where it asks, and nothing by which it is known there. */
    @Override
    public String toString() {
        return "OAuthClient[" + tokenEndpoint.getHost() + ']';
    }
}
