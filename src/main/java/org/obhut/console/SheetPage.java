package org.obhut.console;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.obhut.codelist.Code;
import org.obhut.codelist.CodeList;
import org.obhut.codelist.CodeLists;
import org.obhut.platform.InvalidInput;
import org.obhut.statistics.Answers;
import org.obhut.statistics.FactTable;
import org.obhut.statistics.NonCounselling;
import org.obhut.ticket.CaseCount;
import org.obhut.ticket.Folder;
import org.obhut.ticket.SheetAnswers;
import org.obhut.ticket.Status;
import org.obhut.ticket.TicketView;

/**
 * The statistics sheet of a ticket.
 *
 * @param folder from which the ticket was opened
 * @param wrong why nothing was saved, null where all is well
 * @param changed whether the ticket changed since the sheet was opened, so that nothing was saved
 */
public record SheetPage(
        CodeLists lists,
        TicketView ticket,
        Folder folder,
        SheetForm form,
        CaseCount count,
        @Nullable InvalidInput wrong,
        boolean changed) {

    private static final Set<String> MORE = Set.of(Answers.KIND, Answers.GENDER, Answers.AGE_BAND, Answers.ORIGIN);

    /** Whether the ticket can be closed with it. */
    public boolean closes() {
        return ticket.row().status() != Status.CLOSED && !ticket.row().spam();
    }

    /** Whether nothing can be said on it any more. */
    public boolean settled() {
        return count == CaseCount.MOVED && ticket.row().status() == Status.CLOSED;
    }

    public String value(String field) {
        return form.value(field);
    }

    public Set<String> values(String field) {
        return form.values(field);
    }

    public boolean isWrong(String field) {
        return wrong != null && wrong.field().equals(field);
    }

    /** Where the page begins: at what is wrong, else at the first answer that nobody knows yet, else at the first. */
    public boolean begins(String field) {
        String first = wrong != null && SheetAnswers.ASKED.contains(wrong.field())
                ? wrong.field()
                : SheetAnswers.WANTED.stream()
                        .filter(name -> !answered(name))
                        .findFirst()
                        .orElse(SheetAnswers.ASKED.get(0));
        return first.equals(field);
    }

    private boolean answered(String name) {
        return answered(name, form.fields().getOrDefault(name, List.of()));
    }

    private static boolean answered(String name, List<String> keys) {
        return keys.stream().anyMatch(key -> !key.isBlank() && !(name.equals(Answers.LANGUAGE) && key.equals("und")));
    }

    /** How many of the wanted answers a ticket's sheet has. */
    public static long answered(TicketView ticket) {
        return SheetAnswers.WANTED.stream()
                .filter(name -> answered(name, ticket.answers().getOrDefault(name, List.of())))
                .count();
    }

    /** How many answers are wanted. */
    public static int wanted() {
        return SheetAnswers.WANTED.size();
    }

    /** Whether something in the fold is to be seen. */
    public boolean moreOpen() {
        return wrong != null && MORE.contains(wrong.field())
                || MORE.stream()
                        .anyMatch(name -> !value(name).isEmpty() && !value(name).equals("counselling"));
    }

    /** What a field can have, and what it has that is not offered any more. */
    public CodeList list(String field) {
        return lists.list(FactTable.list(field)).offered(form.values(field));
    }

    /** The kinds of contact in which somebody was counselled. */
    public CodeList kinds() {
        CodeList all = list(Answers.KIND);
        List<Code> talks = all.codes().stream()
                .filter(code -> !NonCounselling.KINDS.contains(code.key()))
                .toList();
        return new CodeList(all.name(), all.version(), List.of(), talks);
    }
}
