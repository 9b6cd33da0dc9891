package org.obhut.outbox;

import org.jspecify.annotations.Nullable;

/**
 * How an attempt to hand over a mail ended. {@code code} is our own word for the reason, such as {@code smtp-451} or
 * {@code smtp-no-starttls}; what the other side said is kept nowhere, as it repeats addresses.
 */
sealed interface Outcome {

    /** Why no mail at all can be handed over at this account just now, null where the mail alone was judged. */
    default @Nullable String trouble() {
        return null;
    }

    /** The server has taken the mail (2xx to the final dot). */
    record Accepted() implements Outcome {}

    /** Not now: a 4xx answer, or no mail could be offered at all. */
    record Later(String code) implements Outcome {

        /** A 4xx answer is about the mail, but for 421, by which a server says that it closes. */
        @Override
        public @Nullable String trouble() {
            return code.matches("smtp-4(?!21)\\d\\d(-.*)?") ? null : code;
        }
    }

    /** Never: a 5xx answer to the mail itself. */
    record Refused(String code) implements Outcome {}

    /** The final dot was sent, or was about to be, and no answer came. The server may have the mail. */
    record Unanswered() implements Outcome {}

    /** The final dot was not allowed, as the row has another owner by now. */
    record Overtaken() implements Outcome {}
}
