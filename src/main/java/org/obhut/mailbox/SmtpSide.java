package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.obhut.outbox.AccountUnavailable;
import org.obhut.outbox.SenderIdentity;
import org.obhut.outbox.SmtpAccount;
import org.obhut.outbox.SmtpAccounts;
import org.obhut.platform.Settings;

/** Tells the outbox how the mailboxes send and what clients see of them. */
@ApplicationScoped
public class SmtpSide implements SmtpAccounts {

    private final MailAccounts accounts;
    private final Credentials credentials;
    private final Settings settings;
    private final Clock clock;
    private final Map<String, Condition> conditions = new ConcurrentHashMap<>();

    @Inject
    public SmtpSide(MailAccounts accounts, Credentials credentials, Settings settings, Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected SmtpSide() {
        this(null, null, null, null);
    }

    @Override
    public SmtpAccount account(String mailbox) throws AccountUnavailable {
        MailAccount account =
                accounts.byAddress(mailbox).orElseThrow(() -> new AccountUnavailable("mailbox-not-configured"));
        MailServer server = account.smtp().orElseThrow(() -> new AccountUnavailable("mailbox-not-configured"));
        return account(account, server);
    }

    private SmtpAccount account(MailAccount account, MailServer server) throws AccountUnavailable {
        return new SmtpAccount(
                server.host(),
                server.port(),
                server.security().name().toLowerCase(Locale.ROOT),
                credentials.signIn(account.address(), server),
                Credentials.trust(server));
    }

    @Override
    public void answered(String mailbox, @Nullable SmtpAccount account, @Nullable String trouble) {
        Instant now = clock.instant();
        conditions.compute(mailbox.toLowerCase(Locale.ROOT), (address, before) -> {
            Condition condition = before == null ? Condition.UNKNOWN : before;
            return trouble == null ? condition.worked(now) : condition.failed(word(trouble), now);
        });
        if (account != null && "smtp-sign-in-refused".equals(trouble)) {
            credentials.refused(mailbox, account.signIn());
        } else if (account != null && trouble == null) {
            credentials.accepted(mailbox, account.signIn());
        }
    }

    /** How sending went lately. */
    Condition condition(String mailbox) {
        return conditions.getOrDefault(mailbox.toLowerCase(Locale.ROOT), Condition.UNKNOWN);
    }

    /** The outbox's word in the words of both sides: {@code smtp-port-closed} is {@code port-closed}. */
    static String word(String trouble) {
        if (trouble.matches("smtp-53\\d.*")) {
            return "sign-in-refused";
        }
        return trouble.matches("smtp-\\d.*") ? "no-session" : trouble.replaceFirst("^smtp-", "");
    }

    @Override
    public List<String> sending() {
        return accounts.all().stream()
                .filter(account -> account.smtp().isPresent())
                .map(MailAccount::address)
                .toList();
    }

    @Override
    public SenderIdentity sender(String mailbox, String language) {
        Optional<MailAccount> account = accounts.byAddress(mailbox);
        Optional<Appearance> appearance = account.map(MailAccount::appearance);
        return new SenderIdentity(
                mailbox,
                appearance.map(Appearance::displayName).orElse(null),
                account.map(a -> subject(a, language)).orElseGet(NeutralSubject::common),
                appearance.map(Appearance::subaddressing).orElse(false),
                appearance.map(Appearance::subjectToken).orElse(false),
                appearance.map(Appearance::quotes).orElse(false));
    }

    /** The mailbox's own phrase {@code obhut.mailbox.<name>.subject.<language>}, else the common one. */
    private String subject(MailAccount account, String language) {
        String known = NeutralSubject.in(language).isPresent() ? language : NeutralSubject.DEFAULT_LANGUAGE;
        return settings.text("obhut.mailbox." + account.name() + ".subject." + NeutralSubject.primary(language))
                .or(() ->
                        settings.text("obhut.mailbox." + account.name() + ".subject." + NeutralSubject.primary(known)))
                .or(() -> NeutralSubject.in(known))
                .orElseGet(NeutralSubject::common);
    }
}
