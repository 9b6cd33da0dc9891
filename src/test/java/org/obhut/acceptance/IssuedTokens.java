package org.obhut.acceptance;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.obhut.oauth.TokenServer;

/** A token endpoint that gives one token at a time, and says to Dovecot whose it is (RFC 7662) as long as it is not revoked. */
final class IssuedTokens {

    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private String current = fresh();

    /** @param user whom the tokens belong to */
    IssuedTokens(TokenServer server, String user) {
        server.grant(form -> TokenServer.token(current(), 3600));
        server.page(
                "/introspection",
                form -> "{\"active\":" + current().equals(form.get("token")) + ",\"username\":\"" + user + "\"}");
    }

    private synchronized String current() {
        return current;
    }

    private String fresh() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** From now on another token is given, and only that is taken. Returns the one that is worth nothing any more. */
    synchronized String revoke() {
        String before = current;
        current = fresh();
        return before;
    }
}
