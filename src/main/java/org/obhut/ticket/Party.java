package org.obhut.ticket;

/** On whose side a message is: who wrote what came in, or to whom ours went. */
public enum Party {
    CLIENT,
    /** A counselling centre to which the case was forwarded; never answered in the client's stead. */
    CENTRE,
    /** Somebody who did not take part so far: marked, never answered by default. */
    STRANGER,
    /** An address of the client that was replaced by a safer one: what comes from it joins nothing and is not answered by default. */
    REPLACED
}
