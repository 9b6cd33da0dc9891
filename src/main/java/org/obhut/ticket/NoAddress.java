package org.obhut.ticket;

import org.obhut.platform.InvalidInput;

/** A reply to a ticket of which no address is known: by a call, or by a web form that names none. */
public final class NoAddress extends InvalidInput {

    public NoAddress() {
        super("to", "no-address");
    }
}
