package org.obhut.outbox;

/**
 * How an attempt to hand over a mail ended. {@code code} is our own word for the reason, such as {@code smtp-451} or
 * {@code smtp-no-tls}; what the other side said is kept nowhere, as it repeats addresses.
 */
sealed interface Outcome {

    /** The server has taken the mail (2xx to the final dot). */
    record Accepted() implements Outcome {}

    /** Not now: a 4xx answer, or no mail could be offered at all. */
    record Later(String code) implements Outcome {}

    /** Never: a 5xx answer to the mail itself. */
    record Refused(String code) implements Outcome {}

    /** The final dot was sent, or was about to be, and no answer came. The server may have the mail. */
    record Unanswered() implements Outcome {}

    /** The final dot was not allowed, as the row has another owner by now. */
    record Overtaken() implements Outcome {}
}
