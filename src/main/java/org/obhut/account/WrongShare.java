package org.obhut.account;

import org.obhut.platform.InvalidInput;

/** A share that was not typed as it was printed. */
public class WrongShare extends InvalidInput {

    private final int word;

    /** @param word which one, counted from 1; how many there are where their number is wrong; 0 where that can't be said */
    WrongShare(String field, String reason, int word) {
        super(field, reason);
        this.word = word;
    }

    public int word() {
        return word;
    }
}
