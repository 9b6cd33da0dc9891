package org.obhut.api;

/** Described, but not there yet: 501. */
class NotBuilt extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotBuilt() {
        super("not built yet");
    }
}
