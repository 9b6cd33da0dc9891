package org.obhut.mailbox;

import java.util.Optional;

/**
 * A mailbox as it is set. What belongs together is a record of its own that reads its settings itself; another group of
 * settings is one more component here.
 *
 * @param name how the settings call it
 * @param address what clients write to; in lower case
 * @param team the name of the team that its mails go to; empty where its pin alone says so
 * @param smtp empty where nothing can be sent
 */
record MailAccount(
        String name,
        String address,
        String team,
        MailServer imap,
        Optional<MailServer> smtp,
        Appearance appearance,
        Fetching fetching,
        WebForms webForms,
        Acknowledging acknowledging,
        SpamFilter spam) {

    /** @throws org.obhut.platform.InvalidSetting that names the setting */
    static MailAccount of(MailboxSettings settings) {
        return new MailAccount(
                settings.name(),
                settings.address("address"),
                settings.added() ? "" : settings.required("team"),
                MailServer.imap(settings),
                MailServer.smtp(settings),
                Appearance.of(settings),
                Fetching.of(settings),
                WebForms.of(settings),
                Acknowledging.of(settings),
                SpamFilter.of(settings));
    }
}
