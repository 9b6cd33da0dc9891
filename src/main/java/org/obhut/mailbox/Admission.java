package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.UUID;
import org.obhut.account.Teams;
import org.obhut.envelope.BlindIndex.Label;
import org.obhut.envelope.Lookups;
import org.obhut.envelope.RandomId;
import org.obhut.mailbox.MailboxRows.Count;

/**
 * What intake commits: each method is one transaction that holds the mail, its identity and the record by which it is
 * removed from its server, or none of them.
 */
@ApplicationScoped
@Transactional
public class Admission {

    /** The mail is stored already; what has been written of it so far must not be committed. */
    static final class Duplicate extends RuntimeException {

        Duplicate() {
            super("duplicate", null, false, false);
        }
    }

    private final Teams teams;
    private final Lookups lookups;
    private final TakenMails taken;
    private final MailboxRows mailboxes;
    private final Filing filing;
    private final QuarantinedMails quarantined;
    private final SecureRandom random;

    @Inject
    public Admission(
            Teams teams,
            Lookups lookups,
            TakenMails taken,
            MailboxRows mailboxes,
            Filing filing,
            QuarantinedMails quarantined,
            SecureRandom random) {
        this.teams = teams;
        this.lookups = lookups;
        this.taken = taken;
        this.mailboxes = mailboxes;
        this.filing = filing;
        this.quarantined = quarantined;
        this.random = random;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected Admission() {
        this(null, null, null, null, null, null, null);
    }

    /** Stores a mail in its ticket. */
    void store(MailAccount account, Place place, byte[] raw, ParsedMail mail) {
        UUID id = RandomId.next(random);
        if (!taken.add(id, place, account.fetching().expungeAfter())) {
            return;
        }
        if (!remember(id, place, identity(raw))) {
            mailboxes.count(place.mailbox(), Count.DUPLICATES);
            return;
        }
        filing.file(teams.pinnedReaders(account.address()), account, mail, true);
        mailboxes.count(place.mailbox(), Count.STORED);
    }

    /**
     * Seals a mail into quarantine while it is read.
     *
     * @throws Duplicate where it turns out at its end that it is stored already
     * @throws UncheckedIOException where its bytes can't be fetched: a checked one would let the transaction commit
     */
    void quarantine(MailAccount account, Place place, InputStream raw, String reason) {
        UUID id = RandomId.next(random);
        if (!taken.add(id, place, account.fetching().expungeAfter())) {
            return;
        }
        String[] identity;
        try {
            identity = quarantined.store(teams.pinnedReaders(account.address()), account.address(), raw, reason);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!remember(id, place, identity)) {
            throw new Duplicate();
        }
        mailboxes.count(place.mailbox(), Count.QUARANTINED);
    }

    /** Records a mail that is stored already. */
    void duplicate(MailAccount account, Place place) {
        if (taken.add(RandomId.next(random), place, account.fetching().expungeAfter())) {
            mailboxes.count(place.mailbox(), Count.DUPLICATES);
        }
    }

    /** The identity hangs on the record of the mail, not on the ticket, which it outlives. */
    private boolean remember(UUID id, Place place, String[] identity) {
        return lookups.add(Label.IDENTITY, id, id, place.mailbox(), identity);
    }

    private static String[] identity(byte[] raw) {
        try {
            return MailIdentity.of(new ByteArrayInputStream(raw));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
