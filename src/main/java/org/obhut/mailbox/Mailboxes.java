package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;

/** The mailboxes by settings, their state, and the choice at first connection. For administrators. */
@ApplicationScoped
public class Mailboxes {

    /**
     * @param state {@code connecting}, {@code polling}, {@code idle}, {@code waiting-for-choice}, {@code failed}
     * @param error own words as a text key, null where all is well
     * @param found how many mails lay there at the first connection, while the choice is open
     */
    public record State(
            String address,
            String team,
            String state,
            @Nullable String error,
            long fetched,
            long stored,
            long duplicates,
            long quarantined,
            long found) {}

    public List<State> states(Caller caller) {
        throw new UnsupportedOperationException();
    }

    /** What to take of a mailbox that held mail when first connected. */
    public sealed interface FirstContact {
        record OnlyNew() implements FirstContact {}

        record Since(java.time.LocalDate day) implements FirstContact {}

        record All() implements FirstContact {}
    }

    public void choose(Caller caller, String address, FirstContact choice) {
        throw new UnsupportedOperationException();
    }
}
