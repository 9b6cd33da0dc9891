package org.obhut.oauth;

/** There is no access token just now. The reason is a word of our own that an administrator can act on. */
public final class TokenRefused extends Exception {

    private static final long serialVersionUID = 1;

    /** @param reason begins with {@code oauth-} */
    public TokenRefused(String reason) {
        super(reason, null);
    }

    /**
     * The word:
     *
     * <ul>
     *   <li>{@code oauth-unreachable}, {@code oauth-certificate}, {@code oauth-no-answer}, {@code oauth-unavailable}: the
     *       endpoint; the last one is its own answer, 429 or 5xx;
     *   <li>{@code oauth-invalid-client}, {@code oauth-invalid-grant}, {@code oauth-invalid-scope}, {@code
     *       oauth-unauthorized-client}, {@code oauth-unsupported-grant}, {@code oauth-invalid-request}: RFC 6749 section 5.2;
     *   <li>{@code oauth-redirected}, {@code oauth-not-understood}: what answers is no token endpoint;
     *   <li>{@code oauth-secret-file}, {@code oauth-refresh-token-file}, {@code oauth-ca-file}: a file can't be read or is empty;
     *   <li>{@code oauth-token-refused}: the mail server took none of two tokens that the endpoint gave.
     * </ul>
     */
    public String reason() {
        return getMessage();
    }
}
