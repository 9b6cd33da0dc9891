package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.obhut.account.Caller;

/** Mails that could not be understood, sealed to the leads and kept for 30 days. Only a lead of the team may open them. */
@ApplicationScoped
public class Quarantine {

    /** @param reason a text key such as {@code unparsable}, {@code too-large} */
    public record Entry(UUID id, String team, String reason, LocalDate arrivedOn, LocalDate eraseOn, long size) {}

    public List<Entry> list(Caller caller) {
        throw new UnsupportedOperationException();
    }

    public long count(Caller caller) {
        throw new UnsupportedOperationException();
    }

    /** The raw mail as text, at most 256 KiB, control characters made visible. */
    public String asText(Caller caller, UUID id) {
        throw new UnsupportedOperationException();
    }

    /** Makes a ticket of the raw text, whatever it is, and returns it. */
    public UUID makeTicket(Caller caller, UUID id) {
        throw new UnsupportedOperationException();
    }

    /** Tries to understand the mail again; returns the ticket where it worked. */
    public java.util.Optional<UUID> tryAgain(Caller caller, UUID id) {
        throw new UnsupportedOperationException();
    }

    public void erase(Caller caller, UUID id) {
        throw new UnsupportedOperationException();
    }
}
