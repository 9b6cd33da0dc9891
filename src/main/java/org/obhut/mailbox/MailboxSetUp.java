package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.platform.InvalidInput;

/** Adding, changing and removing mailboxes in the console. Those of the settings file are changed there. For administrators. */
@ApplicationScoped
public class MailboxSetUp {

    private final AddedMailboxes added;
    private final MailboxChanges changes;
    private final MailAccounts accounts;
    private final Pollers pollers;
    private final MailboxCheck check;

    @Inject
    public MailboxSetUp(
            AddedMailboxes added, MailboxChanges changes, MailAccounts accounts, Pollers pollers, MailboxCheck check) {
        this.added = added;
        this.changes = changes;
        this.accounts = accounts;
        this.pollers = pollers;
        this.check = check;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected MailboxSetUp() {
        this(null, null, null, null, null);
    }

    /**
     * Adds a mailbox, or changes one that was added, and tries both sides; {@link Mailboxes#states} then tells what was found. Mail is
     * fetched from now on. Takes up to about a minute where a server does not answer.
     *
     * @throws Refused where the caller is no administrator
     * @throws InvalidInput where a field breaks its rule, or the address is one of the settings file
     */
    public void add(Caller caller, NewMailbox mailbox) {
        caller.requireAdministrator();
        if (accounts.fixed(mailbox.address())) {
            throw new InvalidInput("address", "mailbox-of-settings");
        }
        Map<String, String> known = added.all().getOrDefault(mailbox.address(), Map.of());
        changes.put(caller, mailbox.address(), mailbox.settings(known));
        accounts.changed();
        MailAccount account = accounts.byAddress(mailbox.address()).orElseThrow();
        check.run(account);
        pollers.begin(account);
    }

    /**
     * Forgets a mailbox that was added: no more mail is fetched from it or sent by it. Its tickets stay.
     *
     * @throws Refused where the caller is no administrator
     * @throws InvalidInput where it was not added here
     */
    public void remove(Caller caller, String address) {
        caller.requireAdministrator();
        if (!changes.remove(caller, address)) {
            throw new InvalidInput("address", "unknown-value");
        }
        accounts.changed();
        pollers.end(address);
    }

    /** The settings of what was added here, by address, without the passwords. @throws Refused where the caller is no administrator */
    public Map<String, Map<String, String>> known(Caller caller) {
        caller.requireAdministrator();
        Map<String, Map<String, String>> known = added.all();
        known.values().forEach(settings -> settings.remove(AddedMailboxes.PASSWORD));
        return known;
    }
}
