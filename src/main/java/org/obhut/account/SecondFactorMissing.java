package org.obhut.account;

/** Name and passphrase are right, and nobody signs in here without a second factor, which this person has not set up. */
public class SecondFactorMissing extends RuntimeException {

    SecondFactorMissing() {
        super("second factor missing");
    }
}
