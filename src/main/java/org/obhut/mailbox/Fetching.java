package org.obhut.mailbox;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obhut.mailbox.Mailboxes.FirstContact;

/**
 * How mails are fetched, and what becomes of them on their server.
 *
 * @param firstContact the choice at first connection, if the settings answer it
 * @param expungeAfter how long a stored mail stays on the server; zero: until the commit
 * @param poll how often to look where the server has no IDLE
 * @param moveTo the folder for stored mails where the server has no UIDPLUS, null for none
 */
record Fetching(
        Optional<FirstContact> firstContact,
        Duration expungeAfter,
        Duration poll,
        @Nullable String moveTo) {

    private static final int LONGEST_POLL_SECONDS = 86_400;
    private static final int MOST_HOURS = 24 * 365;

    static Fetching of(MailboxSettings settings) {
        return new Fetching(
                settings.text("first-contact").map(text -> firstContact(settings, text)),
                settings.text("expunge-after").orElse("commit").equals("commit")
                        ? Duration.ZERO
                        : Duration.ofHours(
                                settings.number("expunge-after", MOST_HOURS).orElseThrow()),
                settings.number("poll-seconds", LONGEST_POLL_SECONDS)
                        .map(Duration::ofSeconds)
                        .orElse(settings.settings().pollInterval()),
                settings.text("move-to").orElse(null));
    }

    private static FirstContact firstContact(MailboxSettings settings, String text) {
        if (text.equals("all")) {
            return new FirstContact.All();
        }
        if (text.equals("new")) {
            return new FirstContact.OnlyNew();
        }
        try {
            return new FirstContact.Since(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw settings.invalid("first-contact", "must be 'all', 'new' or a day such as 2026-01-31");
        }
    }
}
