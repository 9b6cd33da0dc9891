package org.obhut.attachment;

/** What was done to a file and what was found in it, kept sealed beside its name. */
public record Findings(Metadata metadata, Scan scan) {

    /** Of a file that nothing was done to. */
    public static final Findings NONE = new Findings(Metadata.UNTOUCHED, Scan.NONE);
}
