package org.obhut.account;

/** A CDI event: a session has ended and its keyring is wiped. Whatever was kept open for this caller is to be let go. */
public record SessionEnded(Caller caller, Reason reason) {

    public enum Reason {
        SIGNED_OUT,
        IDLE,
        /** The person has left a team, or the account was reset. */
        RIGHTS_ENDED,
        SHUTDOWN
    }
}
