package org.obhut.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.InvalidInput;

/**
 * How a client can be written to without danger: what binds the composer and the outbox, and what only a person can heed.
 *
 * @param silent whether the client must not be written to; whoever does nevertheless says why
 * @param onlyTo the only address to which anything of the case may go, null where there is no such rule
 * @param hours when the client may be written to, null for always
 * @param avoid what must not be mentioned
 * @param hint anything else, short
 */
public record SafeContact(
        boolean silent, @Nullable String onlyTo, @Nullable ContactHours hours, String avoid, String hint) {

    /** No hint at all. */
    public static final SafeContact NONE = new SafeContact(false, null, null, "", "");

    /** The most characters of a text. */
    public static final int LONGEST = 300;

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** With texts that are not too long, without blanks around them. @throws InvalidInput naming the field */
    SafeContact checked() {
        return new SafeContact(silent, onlyTo, hours, text("avoid", avoid), text("hint", hint));
    }

    private static String text(String field, String text) {
        String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        if (line.length() > LONGEST) {
            throw new InvalidInput(field, "too-long");
        }
        return line;
    }

    /**
     * When a mail that could go at {@code first} may go out.
     *
     * @throws InvalidInput where it must not
     */
    Slot slot(Receiver receiver, SendingWish wish, Instant first) {
        if (onlyTo != null && !Participants.same(onlyTo, receiver.address())) {
            throw new InvalidInput("to", "only-this-address");
        }
        @Nullable Instant wanted = wish.notBefore();
        Instant from = wanted != null && wanted.isAfter(first) ? wanted : first;
        if (receiver.party() != Party.CLIENT) {
            return new Slot(from, null);
        }
        if (silent && wish.despite().isBlank()) {
            throw new InvalidInput("despite", "do-not-write");
        }
        return hours == null ? new Slot(from, null) : hours.next(from);
    }

    /** When a mail to the client would go out if it was written now; null where at once. */
    public @Nullable Instant heldUntil(Instant now) {
        @Nullable Instant start = hours == null ? null : hours.next(now).notBefore();
        return start != null && start.isAfter(now) ? start : null;
    }

    /** The client is written to at another address from now on. */
    SafeContact movedTo(String address) {
        return onlyTo == null ? this : new SafeContact(silent, address, hours, avoid, hint);
    }

    /** Whatever protects the client in either of two tickets; where both say something else, this one's address and hours hold. */
    SafeContact merged(SafeContact other) {
        return new SafeContact(
                silent || other.silent,
                onlyTo == null ? other.onlyTo : onlyTo,
                hours == null ? other.hours : hours,
                both(avoid, other.avoid),
                both(hint, other.hint));
    }

    private static String both(String one, String other) {
        return one.isEmpty() || one.equals(other) ? other : other.isEmpty() ? one : one + "; " + other;
    }

    void write(ClearWriter to) {
        to.put("silent", silent)
                .put("onlyTo", onlyTo)
                .one("hours", hours, (part, one) -> one.write(part))
                .put("avoid", avoid.isEmpty() ? null : avoid)
                .put("hint", hint.isEmpty() ? null : hint);
    }

    static SafeContact read(ClearReader from) {
        return new SafeContact(
                from.flag("silent"),
                from.textOrNull("onlyTo"),
                from.one("hours", ContactHours::read),
                from.text("avoid"),
                from.text("hint"));
    }

    /** Nothing of a client in a log. */
    @Override
    public String toString() {
        return "SafeContact[]";
    }
}
