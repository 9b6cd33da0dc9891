package org.obhut.audit;

/** What is audited: whatever changes who can read or administer. The subject is a team or a person. */
public enum Act {
    FIRST_ADMINISTRATOR_ADDED,
    TEAM_FOUNDED,
    MEMBER_ADMITTED,
    LEAD_ADMITTED,
    MAILBOX_PINNED,
    PASSPHRASE_CHANGED
}
