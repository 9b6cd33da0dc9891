package org.obhut.oauth;

import java.net.URI;

/**
 * Providers whose endpoint and scopes are known.
 *
 * <ul>
 *   <li>Microsoft 365: the v2.0 token endpoint of the tenant. In its own name a client asks for {@code .default} of Exchange
 *       Online; with a refresh token for the two rights of IMAP and SMTP, and {@code offline_access} so that the next refresh
 *       token comes along. ("Authenticate an IMAP, POP or SMTP connection using OAuth", learn.microsoft.com)
 *   <li>Google: one endpoint, and one scope for IMAP and SMTP. A client can't act in its own name there, it needs a refresh
 *       token. ("OAuth 2.0 Mechanism", developers.google.com/workspace/gmail/imap)
 * </ul>
 */
public enum OAuthPreset {
    MICROSOFT(
            "https://login.microsoftonline.com/%s/oauth2/v2.0/token",
            "https://outlook.office365.com/.default",
            "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access"),
    GOOGLE("https://oauth2.googleapis.com/token", "", "https://mail.google.com/");

    private final String endpoint;
    private final String scopeOfClient;
    private final String scopeOfOwner;

    OAuthPreset(String endpoint, String scopeOfClient, String scopeOfOwner) {
        this.endpoint = endpoint;
        this.scopeOfClient = scopeOfClient;
        this.scopeOfOwner = scopeOfOwner;
    }

    /** Whether the endpoint is one of a tenant's own. */
    public boolean wantsTenant() {
        return this == MICROSOFT;
    }

    /** Whether a client may sign in to a mailbox in its own name. */
    public boolean knowsClientCredentials() {
        return this == MICROSOFT;
    }

    /** @param tenant the directory's id or one of its domains; a letter, digit, dot or hyphen each. Empty where none is wanted */
    public URI endpoint(String tenant) {
        return URI.create(endpoint.formatted(tenant));
    }

    /** @param refresh whether there is a refresh token */
    public String scope(boolean refresh) {
        return refresh ? scopeOfOwner : scopeOfClient;
    }
}
