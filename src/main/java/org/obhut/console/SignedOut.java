package org.obhut.console;

/** Nobody is signed in with this browser any more: on to the sign-in page. */
public class SignedOut extends RuntimeException {

    public SignedOut() {
        super("signed out");
    }
}
