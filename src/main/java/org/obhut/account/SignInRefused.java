package org.obhut.account;

import java.time.Duration;

/** Name or passphrase do not fit, or the next attempt must wait. */
public class SignInRefused extends RuntimeException {

    private final Duration retryAfter;

    public SignInRefused(Duration retryAfter) {
        super("sign-in refused");
        this.retryAfter = retryAfter;
    }

    /** How long the next attempt has to wait; zero where it may come at once. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
