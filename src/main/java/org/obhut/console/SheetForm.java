package org.obhut.console;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.obhut.ticket.SheetAnswers;
import org.obhut.ticket.TicketView;

/** A statistics sheet as it was filled in, in advance or by a person; a refused one gives back every answer. */
public record SheetForm(MultivaluedMap<String, String> fields) {

    /** As it is filled in advance. */
    static SheetForm of(TicketView ticket) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        ticket.answers().forEach(fields::addAll);
        return new SheetForm(fields);
    }

    public String value(String field) {
        List<String> values = fields.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    public Set<String> values(String field) {
        return Set.copyOf(fields.getOrDefault(field, List.of()));
    }

    SheetAnswers answers() {
        Map<String, List<String>> answers = new TreeMap<>();
        SheetAnswers.ASKED.forEach(name -> answers.put(
                name,
                fields.getOrDefault(name, List.of()).stream()
                        .filter(key -> !key.isBlank())
                        .distinct()
                        .toList()));
        return new SheetAnswers(answers);
    }
}
