package org.obhut.audit;

/** What a check of the audit trail found. */
public sealed interface Verdict {

    /** Every line is authentic, none is missing, and the last is the one the key store knows. @param lines how many there are */
    record Intact(long lines) implements Verdict {}

    /**
     * The first line at which something is wrong.
     *
     * @param position of the line; of the first missing one where lines are missing
     */
    record Broken(long position, Fault fault) implements Verdict {}

    /** What is wrong with a line. */
    enum Fault {
        /** Its code is not one that Obhut made for it. */
        ALTERED,
        /** It is not there, or does not name the hash of the one before it. */
        MISSING,
        /** It is not there, and neither is any line after it, though the key store knows of one. */
        CUT_OFF,
        /** The line that the key store knows is another one. */
        EXCHANGED,
        /** There are lines, and the key store knows of none. */
        UNKNOWN
    }
}
