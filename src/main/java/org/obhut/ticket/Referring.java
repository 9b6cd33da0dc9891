package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.codelist.CodeLists;
import org.obhut.codelist.CodeLists.Name;
import org.obhut.platform.InvalidInput;

/**
 * Noting in a ticket's timeline which place its client was referred to and what became of it, or that there is none. Each method is one
 * transaction and throws {@link TicketNotFound} for a ticket that the caller may not read.
 */
@ApplicationScoped
@Transactional
public class Referring {

    private final TicketAccess access;
    private final Items items;
    private final Entries entries;
    private final CodeLists lists;
    private final DeskNotice notice;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Referring() {
        this(null, null, null, null, null);
    }

    @Inject
    Referring(TicketAccess access, Items items, Entries entries, CodeLists lists, DeskNotice notice) {
        this.access = access;
        this.items = items;
        this.entries = entries;
        this.lists = lists;
        this.notice = notice;
    }

    /** As which kind of referral a kind of place counts. @param place a code of the list {@code place} */
    public String kind(String place) {
        return lists.list(Name.REFERRAL).offers(place) ? place : Referral.OTHER;
    }

    /** @throws InvalidInput naming {@code place}, {@code kind} or {@code result} */
    public void refer(Caller caller, UUID ticket, Referral referral) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            String place = Texts.subject("place", referral.place());
            check("kind", Name.REFERRAL, referral.kind());
            check("result", Name.REFERRAL_RESULT, referral.result());
            entries.tell(open, new Happening(Happening.What.REFERRED, place), referral.attributes());
            notice.tell(ticket);
        }
    }

    /**
     * No place could be found for what is needed.
     *
     * @param kind of place that was looked for, a code of the list {@code referral}; null where nobody says
     * @throws InvalidInput naming {@code kind}
     */
    public void notFound(Caller caller, UUID ticket, @Nullable String kind) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            check("kind", Name.REFERRAL, kind);
            entries.tell(open, new Happening(Happening.What.NO_PLACE_FOUND), Referral.attributes(kind));
            notice.tell(ticket);
        }
    }

    /**
     * Says what became of a referral, in place of what was said before. Returns the ticket's new version.
     *
     * @param entry of the timeline that tells of the referral
     * @param result a code of the list {@code referral-result}
     * @throws InvalidInput naming {@code result}, or {@code entry} where it is no referral of this ticket
     * @throws TicketChanged where the ticket is not of this version
     */
    public long result(Caller caller, UUID ticket, UUID entry, String result, long version) {
        return change(
                caller,
                ticket,
                entry,
                event -> event.what() == Happening.What.REFERRED,
                before -> {
                    check("result", Name.REFERRAL_RESULT, result);
                    return Referral.result(before, result);
                },
                version);
    }

    /**
     * Takes back what was noted by mistake; it stays in the timeline as that, and counts no more. Returns the ticket's new version.
     *
     * @throws InvalidInput naming {@code entry} where it is none of this ticket's that tells of a referral or of none
     * @throws TicketChanged where the ticket is not of this version
     */
    public long takeBack(Caller caller, UUID ticket, UUID entry, long version) {
        return change(
                caller,
                ticket,
                entry,
                event -> event.what() == Happening.What.REFERRED || event.what() == Happening.What.NO_PLACE_FOUND,
                Referral::takenBack,
                version);
    }

    private long change(
            Caller caller,
            UUID ticket,
            UUID entry,
            Predicate<Happening> fits,
            UnaryOperator<Map<String, String>> change,
            long version) {
        try (OpenTicket open = access.forChange(caller, ticket)) {
            open.ticket().expect(version);
            TicketItem item = items.find(open.ticket(), entry).orElseThrow(Referring::noReferral);
            ItemBody body = items.body(open.file(), item);
            if (body.event() == null || !fits.test(body.event())) {
                throw noReferral();
            }
            items.replace(open.file(), item, body.with(change.apply(body.attributes())), null);
            entries.changed(open);
            notice.tell(ticket);
            return open.ticket().version();
        }
    }

    private static InvalidInput noReferral() {
        return new InvalidInput("entry", "no-referral");
    }

    private void check(String field, Name list, @Nullable String key) {
        if (key != null && !lists.list(list).offers(key)) {
            throw new InvalidInput(field, "unknown-value");
        }
    }
}
