package org.obhut.outbox;

/**
 * What is said to a mail server to be let in.
 *
 * @param secret the password, or the access token
 * @param token whether it is an access token (OAuth 2.0)
 */
public record SignIn(String user, String secret, boolean token) {

    @Override
    public String toString() {
        return "SignIn[REDACTED]";
    }
}
