package org.obhut.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.Teams;
import org.obhut.codelist.CodeLists;
import org.obhut.codelist.CodeLists.Name;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.BeforeCall;
import org.obhut.ticket.CallEntry;
import org.obhut.ticket.CallsTakenBack;
import org.obhut.ticket.Desk;

/**
 * Logs calls: a bare count, which goes to the staged facts alone, or an entry in a ticket and a staged fact that does not know
 * of it.
 */
@ApplicationScoped
public class CallLog {

    private final Desk desk;
    private final Teams teams;
    private final CallCount count;
    private final CallPlaces places;
    private final CallMail mail;
    private final CallDrafts drafts;
    private final SavedCalls saved;
    private final CallsTakenBack takenBack;
    private final CodeLists lists;
    private final Clock clock;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected CallLog() {
        this(null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    CallLog(
            Desk desk,
            Teams teams,
            CallCount count,
            CallPlaces places,
            CallMail mail,
            CallDrafts drafts,
            SavedCalls saved,
            CallsTakenBack takenBack,
            CodeLists lists,
            Clock clock) {
        this.desk = desk;
        this.teams = teams;
        this.count = count;
        this.places = places;
        this.mail = mail;
        this.drafts = drafts;
        this.saved = saved;
        this.takenBack = takenBack;
        this.lists = lists;
        this.clock = clock;
    }

    /** What became of a call. @param before what its ticket was without it, null where it began with it or there is none */
    private record Entered(
            CallCount.Counted counted,
            @Nullable UUID ticket,
            @Nullable BeforeCall before) {}

    /**
     * Logs a call. With an idempotency key the same request has the same answer and counts once.
     *
     * @throws InvalidInput naming the field
     * @throws Refused where the caller is in no team
     * @throws org.obhut.ticket.TicketNotFound where the caller may not read the ticket
     */
    @Transactional
    public LoggedCall log(Caller caller, NewCall call) {
        Entered entered = enter(caller, call);
        return new LoggedCall(entered.counted().id(), entered.ticket());
    }

    /**
     * Logs a call that can be taken back for some minutes, unless a mail goes out with it. The same errors as
     * {@link #log(Caller, NewCall)}; a draft stays where one occurs.
     *
     * @param form what was typed; a draft of the same id is gone once the call is logged
     */
    @Transactional
    public LoggedCall log(Caller caller, NewCall call, CallDraft form) {
        Entered entered = enter(caller, call);
        CallCount.Counted counted = entered.counted();
        UUID ticket = entered.ticket();
        if (!counted.first() || mailed(call, entered)) {
            drafts.discard(caller, form.id());
        } else {
            long version = ticket == null ? 0 : takenBack.version(caller, ticket);
            saved.keep(
                    caller,
                    new SavedCall(
                            clock.instant(), form, counted.id(), ticket, version, entered.before(), counted.facts()));
        }
        return new LoggedCall(counted.id(), ticket);
    }

    /** Whether more has come of it than what can be taken back: a mail, or an address where a ticket had another. */
    private static boolean mailed(NewCall call, Entered entered) {
        return call.firstMail() != null || call.mail() != null && entered.before() != null;
    }

    private Entered enter(Caller caller, NewCall wanted) {
        if (!caller.counsellor()) {
            throw new Refused("member of a team");
        }
        NewCall call = places.known(caller, wanted);
        CallAnswers answers = CallAnswers.of(call, lists);
        Destination destination = Destination.of(call);
        CallWords words = CallWords.of(call);
        if (destination.none() && words.any()) {
            throw new InvalidInput(words.firstField(), "needs-ticket");
        }
        mail.check(words);
        CallCount.Counted counted = count.count(caller.person(), call.idempotencyKey(), answers, destination);
        UUID id = counted.id();
        if (destination.none()) {
            return new Entered(counted, null, null);
        }
        CallEntry entry = new CallEntry(
                id,
                words.title().orElseGet(() -> label(call.kind())),
                clock.instant(),
                call.language() == null ? "und" : call.language(),
                words.callback(),
                words.note(),
                words.followUp(),
                answers.joined());
        BeforeCall before = destination.ticket() == null ? null : takenBack.before(caller, destination.ticket());
        UUID ticket = destination.ticket() == null
                ? desk.openCall(caller, team(caller, call.team()), entry)
                : desk.addCall(caller, destination.ticket(), entry);
        if (counted.first()) {
            places.tell(caller, ticket, id, call);
            mail.goOn(caller, ticket, words, id);
        }
        return new Entered(counted, ticket, before);
    }

    private String label(String kind) {
        return lists.list(Name.KIND).find(kind).orElseThrow().german();
    }

    private UUID team(Caller caller, @Nullable String name) {
        if (name == null) {
            return caller.counsels().stream()
                    .min(Comparator.comparing(teams::name))
                    .orElseThrow();
        }
        return teams.byName(name)
                .filter(caller.counsels()::contains)
                .orElseThrow(() -> new InvalidInput("team", "unknown-value"));
    }
}
