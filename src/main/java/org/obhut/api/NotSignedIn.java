package org.obhut.api;

/** There is no session for the token, or no token: 401. */
class NotSignedIn extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotSignedIn() {
        super("not signed in");
    }
}
