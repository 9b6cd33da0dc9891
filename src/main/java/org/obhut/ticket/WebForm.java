package org.obhut.ticket;

import org.jspecify.annotations.Nullable;

/**
 * That a mail came by a form on a web site, which writes for a client and is nobody itself: it never takes part in a ticket.
 *
 * @param believed whether it is shown to come from the form; else nothing in it counts as a client's and nobody is answered
 * @param callback a number to call back that the client gave, null for none
 */
public record WebForm(boolean believed, @Nullable String callback) {

    void write(ClearWriter to) {
        to.put("believed", believed).put("callback", callback);
    }

    static WebForm read(ClearReader from) {
        return new WebForm(from.flag("believed"), from.textOrNull("callback"));
    }
}
