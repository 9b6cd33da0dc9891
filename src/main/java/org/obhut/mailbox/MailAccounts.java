package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.obhut.platform.InvalidSetting;
import org.obhut.platform.Settings;

/** The mailboxes by settings, {@code obhut.mailbox.<name>.…}; checked once at start. */
@ApplicationScoped
public class MailAccounts {

    private final List<MailAccount> accounts;

    /** @throws InvalidSetting that names the setting */
    @Inject
    public MailAccounts(Settings settings) {
        accounts = settings.namesBelow(MailboxSettings.PREFIX).stream()
                .map(name -> MailAccount.of(new MailboxSettings(settings, name)))
                .toList();
        Set<String> seen = new HashSet<>();
        accounts.stream()
                .filter(account -> !seen.add(account.address()))
                .findFirst()
                .ifPresent(account -> {
                    throw new MailboxSettings(settings, account.name())
                            .invalid("address", "is the address of another mailbox too");
                });
    }

    /** For the scope's proxy. */
    protected MailAccounts() {
        accounts = List.of();
    }

    List<MailAccount> all() {
        return accounts;
    }

    Optional<MailAccount> byAddress(String address) {
        return accounts.stream()
                .filter(account -> account.address().equalsIgnoreCase(address))
                .findFirst();
    }
}
