package org.obhut.threading;

/** Who sent a mail, as one ticket sees it. */
public enum Sender {
    /** The client, or somebody whom the client's case was answered to. */
    PARTICIPANT,
    /** A counselling centre to which the case was forwarded. */
    CENTRE,
    /** An address of the client that was replaced by a safer one: somebody else may read and write there. */
    REPLACED,
    UNKNOWN
}
