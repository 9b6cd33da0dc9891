package org.obhut.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;

/** How a mail server is shown an access token (SASL). */
public enum Bearer {
    /** RFC 7628. */
    OAUTHBEARER("AQ=="),
    /** Its forerunner, which is all that Microsoft knows ("SASL XOAUTH2"). */
    XOAUTH2("");

    private final String afterError;

    Bearer(String afterError) {
        this.afterError = afterError;
    }

    /** The mechanism to use; empty where the server offers none. @param offered whether it offers a mechanism of this name */
    public static Optional<Bearer> of(Predicate<String> offered) {
        for (Bearer mechanism : values()) {
            if (offered.test(mechanism.name())) {
                return Optional.of(mechanism);
            }
        }
        return Optional.empty();
    }

    /** The client's first and only message, in base64. Host and port are those that it has connected to. */
    public String initial(String user, String token, String host, int port) {
        String message =
                switch (this) {
                    case OAUTHBEARER ->
                        "n,a=" + user.replace("=", "=3D").replace(",", "=2C") + ",\1host=" + host + "\1port=" + port
                                + "\1auth=Bearer " + token + "\1\1";
                    case XOAUTH2 -> "user=" + user + "\1auth=Bearer " + token + "\1\1";
                };
        return Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.UTF_8));
    }

    /** What is answered, in base64, where the server tells of an error before it refuses. */
    public String afterError() {
        return afterError;
    }
}
