package org.obhut.audit;

/** What is audited: whatever changes who can read or administer. The subject is a team or a person. */
public enum Act {
    FIRST_ADMINISTRATOR_ADDED,
    TEAM_FOUNDED,
    MEMBER_ADMITTED,
    LEAD_ADMITTED,
    MEMBER_LEFT,
    LEAD_UNSET,
    TEAM_RULE_CHANGED,
    TEAM_KEYS_RENEWED,
    RECOVERY_SET_UP,
    RECOVERY_REPLACED,
    TEAM_RECOVERED,
    MAILBOX_PINNED,
    PASSPHRASE_CHANGED,
    /** By an operator at the machine; nobody is signed in, so actor and subject are the machine itself. */
    DATABASE_RESTORED
}
