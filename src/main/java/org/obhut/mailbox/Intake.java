package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.obhut.mime.UnparsableMail;
import org.obhut.ticket.Screening;

/**
 * The way of a mail from its server into a sealed ticket:
 *
 * <ol>
 *   <li>fetch its bytes, leaving no mark on the server;
 *   <li>read what it says ({@link MailReading}), what it is and whether a person wrote it ({@link KindOfMail});
 *   <li>take metadata out of its pictures and have its files scanned ({@link Screening});
 *   <li>in one transaction ({@link Admission}): take its identity, which makes a second copy a duplicate; find its ticket
 *       ({@link Filing}); seal it there; record its UID;
 *   <li>remove it from the server, by its UID alone. A crash in between leaves the record, by which the next pass removes
 *       the mail without storing it again.
 * </ol>
 *
 * <p>A mail that can't be read or stored goes sealed into quarantine by the same kind of transaction. Where even that
 * fails it stays on its server and is tried again later; the next mail is taken all the same.
 */
@ApplicationScoped
public class Intake {

    private static final System.Logger LOG = System.getLogger(Intake.class.getName());

    private final MailReading reading;
    private final Screening screening;
    private final Admission admission;
    private final MailboxRows mailboxes;
    private final TakenMails taken;

    @Inject
    public Intake(
            MailReading reading, Screening screening, Admission admission, MailboxRows mailboxes, TakenMails taken) {
        this.reading = reading;
        this.screening = screening;
        this.admission = admission;
        this.mailboxes = mailboxes;
        this.taken = taken;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected Intake() {
        this(null, null, null, null, null);
    }

    /**
     * Takes one mail. After return it is committed, in a ticket or in quarantine, or was so before.
     *
     * @throws IOException where its bytes can't be fetched
     * @throws RuntimeException where it could not be stored at all: it must stay on its server
     */
    void take(MailAccount account, Place place, InputStream raw) throws IOException {
        byte[] mail = raw.readNBytes(reading.largest() + 1);
        if (mail.length > reading.largest()) {
            quarantine(account, place, new SequenceInputStream(new ByteArrayInputStream(mail), raw), "too-large");
            return;
        }
        String reason;
        try {
            ParsedMail parsed = reading.read(mail);
            admission.store(account, place, mail, parsed.with(screening.received(parsed.attachments())));
            return;
        } catch (UnparsableMail e) {
            reason = e.reason();
        } catch (RuntimeException e) {
            if (Outage.of(e) != null) {
                throw e;
            }
            LOG.log(Level.WARNING, "mail-not-stored {0}", Failure.of(e));
            reason = "failed";
        }
        quarantine(account, place, new ByteArrayInputStream(mail), reason);
    }

    private void quarantine(MailAccount account, Place place, InputStream raw, String reason) throws IOException {
        try {
            admission.quarantine(account, place, raw, reason);
        } catch (Admission.Duplicate e) {
            admission.duplicate(account, place);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Notes a connection; says how we stand to the mailbox. */
    Standing connected(MailAccount account, long uidValidity, long highestUid, long found) {
        return mailboxes.connected(account, uidValidity, highestUid, found);
    }

    /** Notes that a mailbox was looked through without a failure. */
    void worked(UUID mailbox) {
        mailboxes.worked(mailbox);
    }

    /** UIDs that are stored and may still be there: not to be taken again. */
    Set<Long> known(UUID mailbox, long uidValidity) {
        return taken.known(mailbox, uidValidity);
    }

    /** UIDs that are stored and may be removed from the server now. */
    List<Long> due(UUID mailbox, long uidValidity) {
        return taken.due(mailbox, uidValidity);
    }

    /** Notes that these are gone from the server. */
    void gone(UUID mailbox, long uidValidity, Collection<Long> uids) {
        taken.gone(mailbox, uidValidity, uids);
    }
}
