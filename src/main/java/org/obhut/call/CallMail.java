package org.obhut.call;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.outbox.AddrSpec;
import org.obhut.platform.InvalidInput;
import org.obhut.ticket.Desk;
import org.obhut.ticket.NewReply;
import org.obhut.ticket.WritingDesk;

/** Going on by mail with somebody who called. */
@Dependent
class CallMail {

    private final Desk desk;
    private final WritingDesk writing;

    @Inject
    CallMail(Desk desk, WritingDesk writing) {
        this.desk = desk;
        this.writing = writing;
    }

    /** @throws InvalidInput naming the field */
    void check(CallWords words) {
        if (words.mail() != null) {
            AddrSpec.parse("mail", words.mail());
        }
    }

    /** Gives the ticket's client the address, and writes to it what is to be written at once. */
    void goOn(Caller caller, UUID ticket, CallWords words, UUID call) {
        if (words.mail() == null) {
            return;
        }
        try {
            long version = desk.open(caller, ticket).row().version();
            version = writing.clientAddress(caller, ticket, words.mail(), Optional.empty(), version);
            if (words.firstMail() != null) {
                desk.reply(caller, ticket, new NewReply(words.firstMail(), List.of(), version, "call " + call));
            }
        } catch (InvalidInput e) {
            throw new InvalidInput(e.field().equals("text") ? "firstMail" : "mail", e.reason());
        }
    }
}
