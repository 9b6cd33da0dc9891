package org.obhut.attachment;

/**
 * What was done to a file and what was found in it, kept sealed beside its name.
 *
 * @param macros whether it is an office document that brings macros
 */
public record Findings(Metadata metadata, Scan scan, boolean macros) {

    /** Of a file that nothing was done to. */
    public static final Findings NONE = new Findings(Metadata.UNTOUCHED, Scan.NONE, false);

    public Findings with(Scan other) {
        return new Findings(metadata, other, macros);
    }
}
