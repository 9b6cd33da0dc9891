package org.obhut.directory;

import java.util.List;
import org.obhut.platform.InvalidInput;

/** What was typed is no organisation; names every fault, the first as its own. */
public class InvalidOrganisation extends InvalidInput {

    private final transient List<Fault> faults;

    InvalidOrganisation(List<Fault> faults) {
        super(faults.get(0).field().key(), faults.get(0).reason());
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
