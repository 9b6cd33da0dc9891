package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.obhut.codelist.CodeLists;
import org.obhut.statistics.Answers;
import org.obhut.statistics.Fact;
import org.obhut.statistics.FactHandle;
import org.obhut.statistics.StagedFacts;

/**
 * Counts what happens in tickets, part of the transaction in which it happens. No fact knows its ticket; by what a ticket finds its facts
 * again, to take them back while they wait, is sealed in the ticket.
 */
@Dependent
class Counting {

    /** Under which name an entry's sealed content has its fact. */
    static final String FACT = "fact";

    private static final Map<String, List<String>> SPAM = Map.of(Answers.KIND, List.of("spam"));

    private final StagedFacts facts;
    private final CodeLists lists;
    private final Items items;
    private final Timeline timeline;
    private final Summaries summaries;
    private final Deadlines deadlines;

    @Inject
    Counting(
            StagedFacts facts,
            CodeLists lists,
            Items items,
            Timeline timeline,
            Summaries summaries,
            Deadlines deadlines) {
        this.facts = facts;
        this.lists = lists;
        this.items = items;
        this.timeline = timeline;
        this.summaries = summaries;
        this.deadlines = deadlines;
    }

    /** Counts the mail with which a ticket begins; returns what is to be sealed with it. */
    Map<String, String> first(ClientMessage mail, boolean spam) {
        return mail.kind().contact() ? contact("first", mail.language(), spam) : Map.of();
    }

    /**
     * Counts a mail that came into a locked ticket, where it is its client's and the first one of the day; returns what is to be sealed
     * with it.
     */
    Map<String, String> further(Ticket ticket, ClientMessage mail, Party party) {
        boolean client = mail.kind().contact() && party == Party.CLIENT;
        return client && ticket.counts().contact(deadlines.today())
                ? contact("repeat", ticket.language(), ticket.spam())
                : Map.of();
    }

    private Map<String, String> contact(String history, String language, boolean spam) {
        Map<String, List<String>> answers = new HashMap<>(spam ? SPAM : Map.of());
        answers.put(Answers.CHANNEL, List.of("mail"));
        answers.put(Answers.HISTORY, List.of(history));
        answers.put(Answers.LANGUAGE, List.of(language(language)));
        return Map.of(FACT, facts.stage(Fact.contact(month(), answers)).value());
    }

    private String language(String tag) {
        return lists.list(CodeLists.Name.LANGUAGE).find(tag).isPresent() ? tag : "mis";
    }

    private YearMonth month() {
        return YearMonth.from(deadlines.today());
    }

    /**
     * Counts a case that is closed. One that was counted before is counted anew in place of that, or where that has been moved,
     * once more as a further one. Spam, and what no client has written or called about, is no case.
     */
    void closed(OpenTicket open) {
        Ticket ticket = open.ticket();
        if (!isCase(ticket)) {
            return;
        }
        Sheet sheet = sheet(open);
        boolean taken = withdrawn(sheet);
        boolean again = sheet.again() || ticket.counts().asCase() && !taken;
        Map<String, List<String>> answers = answers(open, sheet);
        answers.put(Answers.HISTORY, List.of(again ? "repeat" : "first"));
        FactHandle fact = facts.stage(Fact.ended(month(), answers).leftOut());
        change(open, before -> before.counted(fact, again));
        ticket.counts().asCase(true);
        if (sheet.answers().containsKey(Answers.INTERPRETER)) {
            spoken(open);
        }
    }

    private static boolean isCase(Ticket ticket) {
        return !ticket.spam()
                && (ticket.channel() != Channel.MAIL || ticket.counts().written());
    }

    CaseCount standing(OpenTicket open) {
        FactHandle fact = sheet(open).fact();
        if (!isCase(open.ticket())) {
            return CaseCount.NO_CASE;
        }
        if (fact != null && facts.waits(fact)) {
            return CaseCount.COUNTED;
        }
        return open.ticket().counts().asCase() ? CaseCount.MOVED : CaseCount.NOT_YET;
    }

    private Sheet sheet(OpenTicket open) {
        return summaries.current(open).particulars().sheet();
    }

    /**
     * Keeps what a person has said on the sheet and is not known anyway. A case that was counted and waits is counted so from now on, and
     * so are the contacts where the language, or whether there was an interpreter, has changed.
     *
     * @param language whether the ticket's language has just changed
     * @return whether the sheet says anything else now
     */
    boolean filled(OpenTicket open, SheetAnswers wanted, boolean language) {
        Map<String, List<String>> known = known(open);
        Map<String, List<String>> said = new TreeMap<>(wanted.byName());
        said.keySet().removeIf(name -> Set.copyOf(wanted.keys(name))
                .equals(Set.copyOf(known.getOrDefault(name, List.of()))));
        Sheet before = sheet(open);
        Sheet after = before.answers(said);
        change(open, sheet -> after);
        FactHandle counted = after.fact();
        if (counted != null) {
            facts.amend(List.of(counted), fact -> Fact.ended(fact.month(), after.over(known))
                    .with(Answers.HISTORY, fact.answers().getOrDefault(Answers.HISTORY, List.of()))
                    .leftOut());
        }
        boolean interpreter = !Objects.equals(
                before.answers().get(Answers.INTERPRETER), after.answers().get(Answers.INTERPRETER));
        if (language || interpreter) {
            spoken(open);
        }
        return !after.equals(before);
    }

    /** The contacts of a ticket were in the language, and with the interpreter, that its sheet says. */
    private void spoken(OpenTicket open) {
        List<String> interpreter = sheet(open).answers().getOrDefault(Answers.INTERPRETER, List.of());
        List<String> language = List.of(language(open.ticket().language()));
        facts.amend(
                contacts(open), fact -> fact.with(Answers.LANGUAGE, language).with(Answers.INTERPRETER, interpreter));
    }

    /** By which the facts are found again that the ticket's mails have become. */
    private List<FactHandle> contacts(OpenTicket open) {
        return items.of(open.ticket()).stream()
                .map(item -> items.body(open.file(), item).attributes().get(FACT))
                .flatMap(value -> Stream.ofNullable(value).map(FactHandle::new))
                .toList();
    }

    private Map<String, List<String>> answers(OpenTicket open, Sheet sheet) {
        return sheet.over(known(open));
    }

    /** What the sheet says before anybody has said anything on it. */
    private Map<String, List<String>> known(OpenTicket open) {
        Ticket ticket = open.ticket();
        return KnownAnswers.of(
                ticket.channel(),
                ticket.language(),
                summaries.current(open).particulars(),
                timeline.of(open, items.of(ticket)));
    }

    /** A ticket was called spam, or no spam after all: its contacts count as that while they wait, and it is no case. */
    void spam(OpenTicket open, boolean spam) {
        facts.amend(contacts(open), fact -> fact.with(Answers.KIND, spam ? SPAM.get(Answers.KIND) : List.of()));
        Sheet sheet = sheet(open);
        if (spam && withdrawn(sheet)) {
            change(open, before -> before.counted(null, before.again()));
            open.ticket().counts().asCase(sheet.again());
        } else if (!spam && open.ticket().status() == Status.CLOSED) {
            closed(open);
        }
    }

    /** A ticket becomes part of another: one case, which was counted if either was. */
    void merged(Sheet ends, Ticket from, OpenTicket into) {
        Sheet stays = sheet(into);
        boolean both = ends.fact() != null && !ends.fact().equals(stays.fact());
        if (both && !withdrawn(ends) && withdrawn(stays)) {
            change(into, before -> before.counted(null, true));
        }
        into.ticket().counts().follow(from.counts());
        into.ticket()
                .counts()
                .asCase(into.ticket().counts().asCase() || from.counts().asCase());
    }

    private boolean withdrawn(Sheet sheet) {
        FactHandle fact = sheet.fact();
        return fact != null && facts.withdraw(fact);
    }

    private void change(OpenTicket open, UnaryOperator<Sheet> change) {
        summaries.update(
                open,
                before -> before.particulars(before.particulars()
                        .sheet(change.apply(before.particulars().sheet()))));
    }
}
