package org.obhut.audit;

/**
 * What is audited: whatever changes who can read or administer, and what left or ended. To add one: a name here, and its sentence
 * under {@code audit.act.NAME} in both files of texts.
 */
public enum Act {
    FIRST_ADMINISTRATOR_ADDED,
    SIGNED_IN,
    SIGN_INS_REFUSED,
    PASSPHRASE_CHANGED,
    /** The subject is the person whom the invitation makes, once they come. */
    PERSON_INVITED,
    INVITATION_WITHDRAWN,
    PERSON_ARRIVED,
    PERSON_BLOCKED,
    PERSON_UNBLOCKED,
    SECOND_FACTOR_SET,
    SECOND_FACTOR_REMOVED,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    PASSKEY_USED,
    /** A right signature whose counter is not past the last one: the key may have been copied. The sign-in was refused. */
    PASSKEY_COUNTER_WENT_BACK,
    RECOVERY_CODES_RENEWED,
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
    ACCOUNT_RESET,
    MAILBOX_PINNED,
    TICKETS_ERASED,
    /** A ticket of this team, because people decided so; the number is how many entries it had. */
    TICKET_ERASED_AT_ONCE,
    QUARANTINED_MAILS_ERASED,
    UNSENT_MAILS_ERASED,
    UNFINISHED_CALLS_ERASED,
    /** The subject is the team whose mail comes to the mailbox; none where no lead has pinned it yet. */
    MAILBOX_ADDED,
    MAILBOX_CHANGED,
    MAILBOX_REMOVED,
    DISPLAY_NAME_CHANGED,
    /** The subject is the team whose mail comes to the mailbox. */
    PERIODS_CHANGED,
    ERASURE_RULE_CHANGED,
    /** A ticket of this team was given to its client (GDPR Art. 15, 20). */
    TICKET_DISCLOSED,
    /** A key for a telephone system. */
    CALL_KEY_ISSUED,
    CALL_KEY_REVOKED,
    /** A report, in whatever format; the number is the year that it is about. */
    REPORT_EXPORTED,
    /** What was written about a period; the number is its year. */
    NARRATIVE_ERASED,
    FACTS_MOVED,
    /** A list of codes by which calls and tickets are described; the number is its new version. */
    CODE_LIST_CHANGED,
    EPOCH_BEGUN,
    EPOCH_DESTROYED,
    /** By an operator at the machine; nobody is signed in. */
    DATABASE_RESTORED,
    TRAIL_RESUMED
}
