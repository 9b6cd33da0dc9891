package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.codelist.CodeList;
import org.obhut.codelist.CodeLists;
import org.obhut.codelist.CodeLists.Name;
import org.obhut.platform.InvalidInput;
import org.obhut.statistics.Answers;

/**
 * The statistics sheet of a ticket, which is filled in advance: {@link TicketView#answers()}. A boundary like {@link Desk}, with the same
 * rules.
 */
@ApplicationScoped
@Transactional
public class FillingIn {

    private final TicketAccess access;
    private final Describing describing;
    private final Counting counting;
    private final Progress progress;
    private final Entries entries;
    private final CodeLists lists;
    private final DeskNotice notice;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected FillingIn() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    FillingIn(
            TicketAccess access,
            Describing describing,
            Counting counting,
            Progress progress,
            Entries entries,
            CodeLists lists,
            DeskNotice notice) {
        this.access = access;
        this.describing = describing;
        this.counting = counting;
        this.progress = progress;
        this.entries = entries;
        this.lists = lists;
        this.notice = notice;
    }

    /** How the ticket stands with the count of cases. */
    public CaseCount standing(Caller caller, UUID ticket) {
        try (OpenTicket open = access.forReading(caller, ticket)) {
            return counting.standing(open);
        }
    }

    /**
     * Takes over what a person says on the sheet. Topics, region and language become those of the ticket; of the rest only what differs
     * from what is known is kept, so that the rest goes on following the ticket. A case that is counted already is counted anew in
     * its place. Returns the ticket's new version.
     *
     * @param close whether the ticket is closed with it, and counted
     * @throws InvalidInput naming the field; {@code sheet} where a closed case is counted for good
     * @throws TicketChanged where the ticket is not of this version
     */
    public long fill(Caller caller, UUID ticket, SheetAnswers wanted, boolean close, long version) {
        String spoken;
        try (OpenTicket open = access.forChange(caller, ticket)) {
            wanted.check(lists);
            spoken = open.ticket().language();
            if (open.ticket().status() == Status.CLOSED && counting.standing(open) == CaseCount.MOVED) {
                throw new InvalidInput("sheet", "counted");
            }
        }
        describing.describe(caller, ticket, before -> described(before, wanted), version);
        try (OpenTicket open = access.forChange(caller, ticket)) {
            if (counting.filled(open, wanted, !spoken.equals(open.ticket().language()))) {
                entries.changed(open);
            }
            if (close && open.ticket().status() != Status.CLOSED) {
                progress.status(open, Status.CLOSED);
            }
            notice.tell(ticket);
            return open.ticket().version();
        }
    }

    /** A topic that a call has asked for stays the call's where it can't be chosen any more. */
    private Description described(Description before, SheetAnswers wanted) {
        CodeList known = lists.list(Name.TOPIC);
        List<String> topics = wanted.keys(Answers.TOPICS).stream()
                .filter(topic -> known.offers(topic) || before.topics().contains(topic))
                .toList();
        @Nullable
        String region = Optional.of(wanted.key(Answers.REGION, ""))
                .filter(Predicate.not(String::isEmpty))
                .orElse(null);
        return new Description(topics, region, wanted.key(Answers.LANGUAGE, "und"));
    }
}
