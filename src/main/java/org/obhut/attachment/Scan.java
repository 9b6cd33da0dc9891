package org.obhut.attachment;

/**
 * What a scanner for malware said of a file.
 *
 * @param signature the name of what was found, by the scanner's word; empty for any other result
 */
public record Scan(Result result, String signature) {

    /** No scanner is set, or the file was never to be scanned. */
    public static final Scan NONE = new Scan(Result.NONE, "");

    /** How it ended. */
    public enum Result {
        /** No scanner is set, or the file was never to be scanned. */
        NONE,
        CLEAN,
        FOUND,
        /** Larger than the scanner takes. */
        TOO_LARGE,
        /** The scanner could not be reached, took too long or gave up. */
        FAILED
    }

    public boolean found() {
        return result == Result.FOUND;
    }

    static Scan of(Result result) {
        return new Scan(result, "");
    }
}
