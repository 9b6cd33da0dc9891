package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.obhut.outbox.SenderIdentity;
import org.obhut.outbox.SmtpAccount;
import org.obhut.outbox.SmtpAccounts;
import org.obhut.platform.Settings;

/** Tells the outbox how the mailboxes send and what clients see of them. */
@ApplicationScoped
public class SmtpSide implements SmtpAccounts {

    /** What a mail's subject says where it may say nothing: a phone's lock screen shows it to whoever stands by. */
    private static final Map<String, String> SUBJECTS = Map.of(
            "de", "Ihre Nachricht",
            "en", "Your message",
            "ro", "Mesajul dumneavoastră",
            "bg", "Вашето съобщение",
            "es", "Su mensaje");

    private static final String DEFAULT_LANGUAGE = "de";

    private final MailAccounts accounts;
    private final Settings settings;

    @Inject
    public SmtpSide(MailAccounts accounts, Settings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected SmtpSide() {
        this(null, null);
    }

    /** Empty too where the password file can't be read just now: the outbox tries again later. */
    @Override
    public Optional<SmtpAccount> account(String mailbox) {
        return accounts.byAddress(mailbox).flatMap(MailAccount::smtp).flatMap(SmtpSide::account);
    }

    private static Optional<SmtpAccount> account(MailServer server) {
        String security = server.security().name().toLowerCase(Locale.ROOT);
        if (server.user() == null) {
            return Optional.of(new SmtpAccount(server.host(), server.port(), security, null, null));
        }
        try (var password = server.password()) {
            return Optional.of(
                    new SmtpAccount(server.host(), server.port(), security, server.user(), password.reveal()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public SenderIdentity sender(String mailbox, String language) {
        Optional<MailAccount> account = accounts.byAddress(mailbox);
        return new SenderIdentity(
                mailbox,
                account.map(MailAccount::appearance)
                        .map(Appearance::displayName)
                        .orElse(null),
                account.map(a -> subject(a, language)).orElse(SUBJECTS.get(DEFAULT_LANGUAGE)),
                account.map(MailAccount::appearance)
                        .map(Appearance::subaddressing)
                        .orElse(false));
    }

    /** The mailbox's own phrase {@code obhut.mailbox.<name>.subject.<language>}, else the common one. */
    private String subject(MailAccount account, String language) {
        String primary = language.split("-", 2)[0].toLowerCase(Locale.ROOT);
        String known = SUBJECTS.containsKey(primary) ? primary : DEFAULT_LANGUAGE;
        return settings.text("obhut.mailbox." + account.name() + ".subject." + primary)
                .or(() -> settings.text("obhut.mailbox." + account.name() + ".subject." + known))
                .orElse(SUBJECTS.get(known));
    }
}
