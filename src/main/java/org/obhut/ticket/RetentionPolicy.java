package org.obhut.ticket;

import java.time.LocalDate;
import org.obhut.platform.InvalidInput;

/**
 * How many days a mailbox's tickets are kept: after they were closed, at the latest after the last contact, among the spam; and
 * a single entry even while its ticket lives.
 */
public record RetentionPolicy(int afterClosing, int afterContact, int spam, int entry) {

    /** Where a mailbox has none of its own, and for calls. */
    public static final RetentionPolicy USUAL = new RetentionPolicy(30, 90, 14, 180);

    /** The most days of a period; so many days ahead a single ticket can be kept, with a reason. */
    public static final int LONGEST = 365;

    /** The most days among the spam. */
    public static final int LONGEST_SPAM = 90;

    /** The most days of a single entry. */
    public static final int LONGEST_ENTRY = 3 * 365;

    /** @throws InvalidInput where a number is out of range */
    RetentionPolicy checked() {
        require("afterClosing", afterClosing, LONGEST);
        require("afterContact", afterContact, LONGEST);
        require("spam", spam, LONGEST_SPAM);
        require("entry", entry, LONGEST_ENTRY);
        return this;
    }

    private static void require(String field, int days, int most) {
        if (days < 1 || days > most) {
            throw new InvalidInput(field, "out-of-range");
        }
    }

    /** The end of a ticket that is neither closed nor spam. */
    LocalDate live(LocalDate lastContact) {
        return lastContact.plusDays(afterContact);
    }

    LocalDate closed(LocalDate closedOn, LocalDate lastContact) {
        return earlier(closedOn.plusDays(afterClosing), live(lastContact));
    }

    LocalDate among(LocalDate spamSince) {
        return spamSince.plusDays(spam);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
