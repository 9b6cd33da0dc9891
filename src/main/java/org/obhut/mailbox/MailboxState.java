package org.obhut.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a mailbox stands, for administrators: nothing of what lies in it.
 *
 * @param fetched mails fetched since the first connection
 * @param stored of these, those that became a message
 * @param duplicates of these, those that were there already
 * @param quarantined of these, those that could not be understood
 * @param found how many mails lay there at the first connection, while the choice what to do with them is open
 * @param check what the last 'connect now' found, null where there was none since the start
 * @param acknowledged null where first mails are not acknowledged
 */
public record MailboxState(
        String address,
        String team,
        Side receiving,
        Side sending,
        long fetched,
        long stored,
        long duplicates,
        long quarantined,
        OnServer onServer,
        long found,
        MailboxCheck.@Nullable Result check,
        Mailboxes.@Nullable Acknowledged acknowledged) {

    /**
     * One side of it.
     *
     * @param server host and port, empty where none is set
     * @param security {@code none}, {@code starttls}, {@code tls}
     * @param signIn {@code none}, {@code password}, {@code oauth2}
     * @param state when receiving {@code connecting}, {@code polling}, {@code idle}, {@code waiting-for-choice}, {@code standby}
     *     (another node has it), {@code failed}; when sending {@code not-set}, {@code unused}, {@code working}, {@code failed}
     * @param error own word for what is wrong, or for what is not well though it works; null for nothing. The operating guide
     *     says what to do about each
     * @param since when that began
     * @param lastSuccess when it last worked; to the hour where that was before the start
     * @param next when it is tried again, null where that is not waited for
     */
    public record Side(
            String server,
            String security,
            String signIn,
            String state,
            @Nullable String error,
            @Nullable Instant since,
            @Nullable Instant lastSuccess,
            @Nullable Instant next) {}

    /** Mails that were fetched and have become nothing: never other than 0, or something is wrong. */
    public long missing() {
        return fetched - stored - duplicates - quarantined;
    }
}
