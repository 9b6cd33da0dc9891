package org.obhut.api;

/** A passphrase came by plain http from another machine. */
class PlainHttp extends RuntimeException {

    private static final long serialVersionUID = 1;
}
