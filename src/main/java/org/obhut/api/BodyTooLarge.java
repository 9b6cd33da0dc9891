package org.obhut.api;

/** The body, or what is in it, is larger than may be: 413. */
class BodyTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    BodyTooLarge() {
        super("body too large");
    }
}
