package org.obhut.envelope;

/** What an envelope holds; bound into its associated data, so that one can't be put in another's place. */
public enum Part {
    BODY,
    HEAD,
    SUMMARY,
    ATTACHMENT,
    SOURCE
}
