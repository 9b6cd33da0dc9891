package org.obhut.platform;

/** How an installation runs. A data folder keeps the mode it was made in. */
public enum Mode {
    /** With invented people and mails, on loopback only. */
    DEMO,
    /** For real clients: nobody exists until an administrator is let in by a one-time link. */
    LIVE
}
