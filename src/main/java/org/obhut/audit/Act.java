package org.obhut.audit;

/** What is audited: whatever changes who can read. The subject is a team or a person. */
public enum Act {
    TEAM_FOUNDED,
    MEMBER_ADMITTED,
    LEAD_ADMITTED,
    MAILBOX_PINNED,
    PASSPHRASE_CHANGED
}
