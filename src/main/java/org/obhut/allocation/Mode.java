package org.obhut.allocation;

/** What becomes of the person whom a team's rule finds for a new ticket. */
public enum Mode {
    /** Nobody is looked for. */
    OFF,
    /** The ticket names them; somebody accepts, or chooses another. */
    PROPOSAL,
    /** They are responsible from the beginning. */
    AUTOMATIC
}
