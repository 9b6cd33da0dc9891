package org.obhut.call;

import jakarta.enterprise.context.ApplicationScoped;
import org.obhut.account.Caller;

/** Logs calls: a bare count, which goes to the staged facts alone, or an entry in a ticket. */
@ApplicationScoped
public class CallLog {

    /** @throws org.obhut.platform.InvalidInput naming the field */
    public LoggedCall log(Caller caller, NewCall call) {
        throw new UnsupportedOperationException();
    }
}
