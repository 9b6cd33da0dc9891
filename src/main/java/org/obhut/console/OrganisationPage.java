package org.obhut.console;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.codelist.Code;
import org.obhut.codelist.CodeList;
import org.obhut.codelist.CodeLists;
import org.obhut.directory.Fault;
import org.obhut.directory.Field;

/**
 * The form of an entry of the directory.
 *
 * @param entry null for a new one
 * @param fields as stored, or as typed where it was refused
 */
public record OrganisationPage(
        CodeLists lists,
        @Nullable UUID entry,
        long version,
        Map<Field, String> fields,
        List<Fault> faults,
        boolean changed) {

    public String value(String field) {
        return fields.getOrDefault(Field.valueOf(field), "");
    }

    public boolean has(String field, String code) {
        return Arrays.asList(value(field).split(" ")).contains(code);
    }

    public boolean ticked(String field) {
        return !value(field).isEmpty();
    }

    public boolean isWrong(String field) {
        return faults.stream().anyMatch(fault -> fault.field().name().equals(field));
    }

    /** The first reason why a field is wrong, as an ending of the texts' keys. */
    public String reason(String field) {
        return faults.stream()
                .filter(fault -> fault.field().name().equals(field))
                .map(Fault::reason)
                .findFirst()
                .orElse("");
    }

    public CodeList list(String name) {
        return lists.list(CodeLists.Name.valueOf(name));
    }

    /** What a field can have, and what it has that is not offered any more. */
    public List<Code> offered(String list, String field) {
        return list(list).offered(Arrays.asList(value(field).split(" "))).codes();
    }

    public int longest(String field) {
        return Field.valueOf(field).longest();
    }

    public String action() {
        return entry == null ? "/directory/new" : "/directory/" + entry + "/change";
    }
}
