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
import org.obhut.ticket.CallEntry;
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
    private final CodeLists lists;
    private final Clock clock;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected CallLog() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    CallLog(
            Desk desk,
            Teams teams,
            CallCount count,
            CallPlaces places,
            CallMail mail,
            CallDrafts drafts,
            CodeLists lists,
            Clock clock) {
        this.desk = desk;
        this.teams = teams;
        this.count = count;
        this.places = places;
        this.mail = mail;
        this.drafts = drafts;
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * Logs a call. With an idempotency key the same request has the same answer and counts once.
     *
     * @throws InvalidInput naming the field
     * @throws Refused where the caller is in no team
     * @throws org.obhut.ticket.TicketNotFound where the caller may not read the ticket
     */
    @Transactional
    public LoggedCall log(Caller caller, NewCall wanted) {
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
            return new LoggedCall(id, null);
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
        UUID ticket = destination.ticket() == null
                ? desk.openCall(caller, team(caller, call.team()), entry)
                : desk.addCall(caller, destination.ticket(), entry);
        if (counted.first()) {
            places.tell(caller, ticket, id, call);
            mail.goOn(caller, ticket, words, id);
        }
        return new LoggedCall(id, ticket);
    }

    /** Logs a call that was begun as a draft, which is gone then. The same errors as {@link #log(Caller, NewCall)}; the draft stays where one occurs. */
    @Transactional
    public LoggedCall log(Caller caller, NewCall call, @Nullable UUID draft) {
        LoggedCall logged = log(caller, call);
        if (draft != null) {
            drafts.discard(caller, draft);
        }
        return logged;
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
