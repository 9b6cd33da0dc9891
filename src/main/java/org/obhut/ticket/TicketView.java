package org.obhut.ticket;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.outbox.SendingTerms;

/**
 * A whole ticket as a reader sees it.
 *
 * @param particulars what counsellors say of the case
 * @param client whom the ticket is about: the first sender or the caller; null where unknown
 * @param replyTo whom a reply goes to, null where there is nobody to write to
 * @param unconfirmed whether that address was only given in a web form and nobody has written from it
 * @param replaced addresses of the client that were given up for a safer one
 * @param terms how a mail from this ticket would look, null where no mailbox writes yet
 * @param mailboxes addresses of the mailboxes by which the ticket's team can write
 * @param callback a call-back number, null where there is none
 * @param spoken the words by which a caller finds it again, null where it has none
 * @param mayBelongTo another ticket that the first mail's references named, if the caller may read it
 * @param links tickets that this one points to, as far as the caller may read them
 * @param draft what the caller has written and not sent
 * @param approval how replies stand with second readers
 * @param assignable sign-in names a ticket of this team can be assigned to
 * @param sharing who reads it, as its seals say
 * @param erasureAsked sign-in name of who wants it erased at once, while a second person has to agree; null otherwise
 * @param lead whether the reader leads the ticket's team
 */
public record TicketView(
        TicketRow row,
        Particulars particulars,
        @Nullable Address client,
        @Nullable Address replyTo,
        boolean unconfirmed,
        List<String> replaced,
        @Nullable SendingTerms terms,
        List<String> mailboxes,
        @Nullable String callback,
        @Nullable String spoken,
        @Nullable LocalDate followUp,
        @Nullable UUID mayBelongTo,
        List<LinkedTicket> links,
        KeptDraft draft,
        Approval approval,
        List<String> assignable,
        Sharing sharing,
        @Nullable String erasureAsked,
        boolean lead,
        List<TimelineEntry> timeline) {

    /**
     * What the statistics sheet says: what somebody has said on it, else what is known; keys of the code lists by the names of {@link
     * org.obhut.statistics.Answers}.
     */
    public Map<String, List<String>> answers() {
        return particulars.sheet().over(KnownAnswers.of(row.channel(), row.language(), particulars, timeline));
    }
}
