package org.obhut.account;

/** A key in the database is not the one pinned in the key store: nothing is sealed to it, the alarm is raised. */
public class PinMismatch extends RuntimeException {

    public PinMismatch(String what) {
        super("key is not the pinned one: " + what);
    }
}
