package org.obhut.account;

/** What a person may do. Counsellor and lead belong to a team; the others stand alone. A person can have several. */
public enum Role {
    COUNSELLOR,
    LEAD,
    COORDINATOR,
    ADMINISTRATOR,
    ANALYST
}
