package org.obhut.ticket;

import java.security.SecureRandom;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.envelope.Root;
import org.obhut.envelope.Seal;
import org.obhut.envelope.SealedFile;

/** A ticket in the hands of someone who may read it. Its root is wiped by {@link #close()}. */
final class OpenTicket implements AutoCloseable {

    private final Caller caller;
    private final Ticket ticket;
    private final Seal seal;
    private final Root root;
    private final SealedFile file;

    /** Takes over the root. */
    OpenTicket(Caller caller, Ticket ticket, Seal seal, Root root, SecureRandom random) {
        this.caller = caller;
        this.ticket = ticket;
        this.seal = seal;
        this.root = root;
        this.file = SealedFile.open(ticket.id(), root, random);
    }

    Caller caller() {
        return caller;
    }

    UUID person() {
        return caller.person();
    }

    Ticket ticket() {
        return ticket;
    }

    UUID id() {
        return ticket.id();
    }

    /** The seal by which it was opened. */
    Seal seal() {
        return seal;
    }

    /** Not to be closed. */
    Root root() {
        return root;
    }

    SealedFile file() {
        return file;
    }

    @Override
    public void close() {
        root.close();
    }
}
