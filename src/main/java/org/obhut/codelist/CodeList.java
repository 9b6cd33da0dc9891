package org.obhut.codelist;

import java.util.List;
import java.util.Optional;

/** A versioned list of values, in the order people see them. {@code groups} is empty where the codes stand alone. */
public record CodeList(String name, int version, List<Code> groups, List<Code> codes) {

    /** The value with this key. */
    public Optional<Code> find(String key) {
        return codes.stream().filter(code -> code.key().equals(key)).findFirst();
    }

    /** The values of a group. */
    public List<Code> of(Code group) {
        return codes.stream().filter(code -> group.key().equals(code.group())).toList();
    }

    /** The values outside any group. */
    public List<Code> ungrouped() {
        return codes.stream().filter(code -> code.group() == null).toList();
    }
}
