package org.obhut.platform;

/** The clocks disagree, so nothing is destroyed until someone has looked. The message says which, in times only. */
public class ClockDoubt extends RuntimeException {

    public ClockDoubt(String what) {
        super(what);
    }
}
