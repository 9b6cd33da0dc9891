package org.obhut.codelist;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A versioned list of values, in the order people see them; {@code groups} is empty where the codes stand alone. It has the retired ones
 * too, by which old tickets and facts are read; what can be chosen is {@link #offered}.
 */
public record CodeList(String name, int version, List<Code> groups, List<Code> codes) {

    public CodeList {
        groups = List.copyOf(groups);
        codes = List.copyOf(codes);
    }

    /** The value with this key. */
    public Optional<Code> find(String key) {
        return codes.stream().filter(code -> code.key().equals(key)).findFirst();
    }

    /** Whether it can be chosen. */
    public boolean offers(String key) {
        return find(key).filter(code -> !code.retired()).isPresent();
    }

    /** The list as a form shows it: without what is retired, unless it was chosen before. */
    public CodeList offered(Collection<String> chosen) {
        return new CodeList(
                name,
                version,
                groups,
                codes.stream()
                        .filter(code -> !code.retired() || chosen.contains(code.key()))
                        .toList());
    }

    /** What can be chosen. */
    public List<Code> offered() {
        return offered(Set.of()).codes;
    }

    /** The values of a group. */
    public List<Code> of(Code group) {
        return codes.stream().filter(code -> group.key().equals(code.group())).toList();
    }

    /** The values outside any group. */
    public List<Code> ungrouped() {
        return codes.stream().filter(code -> code.group() == null).toList();
    }

    CodeList next(List<Code> changed) {
        return new CodeList(name, version + 1, groups, changed);
    }
}
