package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.codelist.Code;
import org.obhut.codelist.CodeList;
import org.obhut.codelist.CodeLists;
import org.obhut.codelist.CodeLists.Name;
import org.obhut.outbox.AddrSpec;
import org.obhut.platform.InvalidInput;
import org.obhut.statistics.Answers;

/**
 * What counsellors say of a case: what it is about, how its client can be written to, and that it is urgent. The boundary for console and
 * API; each method is one transaction, returns the ticket's new version, and throws {@link TicketNotFound} for a ticket that the caller may
 * not read and {@link TicketChanged} for one that is not of the version the caller saw.
 */
@ApplicationScoped
@Transactional
public class Describing {

    private final TicketAccess access;
    private final Summaries summaries;
    private final Entries entries;
    private final StoppedMail stopping;
    private final CodeLists lists;
    private final Deadlines deadlines;
    private final UrgentTime urgentTime;
    private final DeskNotice notice;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Describing() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    Describing(
            TicketAccess access,
            Summaries summaries,
            Entries entries,
            StoppedMail stopping,
            CodeLists lists,
            Deadlines deadlines,
            UrgentTime urgentTime,
            DeskNotice notice) {
        this.access = access;
        this.summaries = summaries;
        this.entries = entries;
        this.stopping = stopping;
        this.lists = lists;
        this.deadlines = deadlines;
        this.urgentTime = urgentTime;
        this.notice = notice;
    }

    /** Sets topics, region and language. @throws InvalidInput naming the first value that its list does not know */
    public long describe(Caller caller, UUID ticket, UnaryOperator<Description> change, long version) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            open.ticket().expect(version);
            Particulars before = summaries.current(open).particulars();
            Description wanted = change.apply(new Description(
                    before.topics(), before.region(), open.ticket().language()));
            Particulars after =
                    before.topics(topics(wanted.topics(), before.topics())).region(region(wanted.region()));
            if (!after.equals(before)) {
                say(open, all -> all.topics(after.topics())
                        .region(after.region())
                        .sheet(followed(all.sheet(), before, after)));
                entries.changed(open);
            }
            speak(open, wanted.language());
            return told(open);
        }
    }

    /** What is said last holds, here or on the statistics sheet. */
    private static Sheet followed(Sheet sheet, Particulars before, Particulars after) {
        Sheet next = before.topics().equals(after.topics()) ? sheet : sheet.followed(Answers.TOPICS, after.topics());
        return Objects.equals(before.region(), after.region())
                ? next
                : next.followed(
                        Answers.REGION, Stream.ofNullable(after.region()).toList());
    }

    private @Nullable String region(@Nullable String wanted) {
        if (wanted != null && lists.list(Name.REGION).find(wanted).isEmpty()) {
            throw new InvalidInput("region", "unknown-value");
        }
        return wanted;
    }

    /** Once each, in the list's order, which says nothing of whoever chose them. What the ticket had may be retired since. */
    private List<String> topics(List<String> wanted, List<String> before) {
        CodeList known = lists.list(Name.TOPIC).offered(before);
        if (wanted.stream().anyMatch(topic -> known.find(topic).isEmpty())) {
            throw new InvalidInput("topics", "unknown-value");
        }
        return known.codes().stream().map(Code::key).filter(wanted::contains).toList();
    }

    private void speak(OpenTicket open, String tag) {
        if (tag.equals(open.ticket().language())) {
            return;
        }
        if (!tag.equals("und") && !lists.list(Name.LANGUAGE).offers(tag)) {
            throw new InvalidInput("language", "unknown-value");
        }
        open.ticket().language(tag);
        entries.tell(open, new Happening(Happening.What.LANGUAGE, tag));
    }

    /**
     * Sets how the client can be written to; {@link SafeContact#NONE} for no hints. What waits in the outbox against them is taken out: it
     * shows as not sent, and can be sent again as the hints allow.
     *
     * @throws InvalidInput naming the field
     */
    public long safeContact(Caller caller, UUID ticket, SafeContact wanted, long version) {
        SafeContact hints = wanted.checked();
        if (hints.onlyTo() != null) {
            AddrSpec.parse("onlyTo", hints.onlyTo());
        }
        List<UUID> stopped;
        // Before the ticket is locked: the dispatcher, too, holds the outbox row first and the ticket then.
        try (OpenTicket reading = access.forReading(caller, ticket)) {
            reading.ticket().expect(version);
            stopped = stopping.takeOut(
                    reading, summaries.current(reading).particulars().safeContact(), hints);
        }
        try (OpenTicket open = access.forChange(caller, ticket)) {
            open.ticket().expect(version);
            say(open, all -> all.safeContact(hints));
            stopping.note(open, stopped);
            entries.tell(
                    open,
                    new Happening(hints.isEmpty() ? Happening.What.SAFE_CONTACT_REMOVED : Happening.What.SAFE_CONTACT));
            return told(open);
        }
    }

    /**
     * Says that a ticket is urgent, or is not: by a person's own judgement, or in answer to what words in a mail proposed. An urgent one is
     * open, due soon, before all others, and told to the team's leads at once.
     *
     * @throws InvalidInput where it is among the spam
     */
    public long urgent(Caller caller, UUID ticket, boolean urgent, long version) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            Ticket changed = open.ticket();
            changed.expect(version);
            if (urgent && changed.spam()) {
                throw new InvalidInput("value", "spam");
            }
            boolean before = changed.urgent();
            Summary summary = say(open, all -> all.urgency(urgent ? said(all.urgency()) : null));
            changed.urgent(urgent);
            Status status = urgent && !before ? Status.OPEN : changed.status();
            if (!changed.spam()) {
                changed.stand(status, summary.due(deadlines), summary.lastContact(), deadlines.today());
            }
            entries.tell(open, new Happening(urgent ? Happening.What.URGENT : Happening.What.NOT_URGENT));
            if (urgent && !before) {
                notice.waits(changed);
            }
            return told(open);
        }
    }

    private Urgency said(@Nullable Urgency before) {
        return Optional.ofNullable(before).map(Urgency::confirmed).orElseGet(() -> Urgency.said(urgentTime.by()));
    }

    private Summary say(OpenTicket open, UnaryOperator<Particulars> change) {
        return summaries.update(open, summary -> summary.particulars(change.apply(summary.particulars())));
    }

    private long told(OpenTicket open) {
        notice.tell(open.id());
        return open.ticket().version();
    }
}
