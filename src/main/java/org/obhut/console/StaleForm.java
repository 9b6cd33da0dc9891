package org.obhut.console;

/** A form that is not of this session: forged, or open since before the last sign-in. Nothing was done. */
public class StaleForm extends RuntimeException {

    public StaleForm() {
        super("form without this session's token");
    }
}
