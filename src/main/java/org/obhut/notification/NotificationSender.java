package org.obhut.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.obhut.outbox.Outbox;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.Settings;

/** By which of our mailboxes people are told: always the same, so that it says nothing of a team. */
@ApplicationScoped
class NotificationSender {

    private static final String SETTING = "obhut.notification.mailbox";

    private final Outbox outbox;
    private final Settings settings;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected NotificationSender() {
        this(null, null);
    }

    @Inject
    NotificationSender(Outbox outbox, Settings settings) {
        this.outbox = outbox;
        this.settings = settings;
    }

    /** @throws InvalidInput where the address can't be written to, or no mailbox sends */
    @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = InvalidInput.class)
    public void send(String to, String language, String text) {
        List<String> mailboxes = outbox.mailboxes();
        String mailbox = settings.text(SETTING)
                .filter(mailboxes::contains)
                .or(() -> mailboxes.stream().sorted().findFirst())
                .orElseThrow(() -> new InvalidInput("address", "no-mailbox"));
        // Asked first: what the outbox refuses would end the whole transaction.
        if (!outbox.canWrite(mailbox, to)) {
            throw new InvalidInput("address", "not-an-address");
        }
        outbox.tell(mailbox, to, language, Notice.in(language).subject(), text);
    }
}
