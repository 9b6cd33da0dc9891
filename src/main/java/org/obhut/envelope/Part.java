package org.obhut.envelope;

/** What an envelope holds; bound into its associated data, so that one can't be put in another's place. */
public enum Part {
    BODY(1),
    HEAD(2),
    SUMMARY(3),
    ATTACHMENT(4),
    SOURCE(5);

    private final byte code;

    Part(int code) {
        this.code = (byte) code;
    }

    /** The number in stored envelopes; never reused, unlike the order of these names. */
    byte code() {
        return code;
    }
}
