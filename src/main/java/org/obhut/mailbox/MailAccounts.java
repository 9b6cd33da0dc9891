package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.InvalidSetting;
import org.obhut.platform.Settings;

/** The mailboxes by settings, {@code obhut.mailbox.<name>.…}, checked once at start, and those that were added in the console. */
@ApplicationScoped
public class MailAccounts {

    private final Settings settings;
    private final List<MailAccount> accounts;
    private final Supplier<Map<String, Map<String, String>>> rows;
    private @Nullable List<MailAccount> added;

    /** @throws InvalidSetting that names the setting */
    @Inject
    public MailAccounts(Settings settings, AddedMailboxes added) {
        this(settings, added::all);
    }

    MailAccounts(Settings settings, Supplier<Map<String, Map<String, String>>> rows) {
        this.settings = settings;
        this.rows = rows;
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
    @SuppressWarnings("NullAway")
    protected MailAccounts() {
        accounts = List.of();
        rows = Map::of;
        settings = null;
    }

    List<MailAccount> all() {
        return Stream.concat(accounts.stream(), added().stream()).toList();
    }

    /** One at a time with {@link #changed}: else what was read just before would stay for good. */
    private synchronized List<MailAccount> added() {
        List<MailAccount> known = added;
        if (known == null) {
            known = rows.get().entrySet().stream()
                    .filter(row -> !fixed(row.getKey()))
                    .map(row -> MailAccount.of(new MailboxSettings(settings, row.getKey(), row.getValue())))
                    .toList();
            added = known;
        }
        return known;
    }

    /** Whether the settings file has a mailbox of this address. */
    boolean fixed(String address) {
        return accounts.stream().anyMatch(account -> account.address().equalsIgnoreCase(address));
    }

    /** The rows have changed. */
    synchronized void changed() {
        added = null;
    }

    Optional<MailAccount> byAddress(String address) {
        return all().stream()
                .filter(account -> account.address().equalsIgnoreCase(address))
                .findFirst();
    }
}
