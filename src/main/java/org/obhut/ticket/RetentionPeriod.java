package org.obhut.ticket;

import java.time.LocalDate;

/** When a ticket is erased: 30 days after closing, at the latest 90 days after the last contact; spam after 14 days. */
final class RetentionPeriod {

    private static final int AFTER_CLOSING = 30;
    private static final int AFTER_CONTACT = 90;

    private static final int AMONG_SPAM = 14;

    private RetentionPeriod() {}

    static LocalDate live(LocalDate lastContact) {
        return lastContact.plusDays(AFTER_CONTACT);
    }

    static LocalDate spam(LocalDate since) {
        return since.plusDays(AMONG_SPAM);
    }

    static LocalDate closed(LocalDate closedOn, LocalDate lastContact) {
        LocalDate closing = closedOn.plusDays(AFTER_CLOSING);
        LocalDate contact = live(lastContact);
        return closing.isBefore(contact) ? closing : contact;
    }
}
