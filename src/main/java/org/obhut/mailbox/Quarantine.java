package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.account.Teams;
import org.obhut.mime.UnparsableMail;
import org.obhut.retention.Erasure;
import org.obhut.retention.Kind;
import org.obhut.ticket.AttachmentContent;
import org.obhut.ticket.Screening;
import org.obhut.ticket.TicketNotFound;

/**
 * Mails that could not be understood, sealed to the leads and kept for 30 days. Only a lead of the team may open them; for
 * anybody else they are not there ({@link TicketNotFound}).
 */
@ApplicationScoped
public class Quarantine {

    private static final System.Logger LOG = System.getLogger(Quarantine.class.getName());

    /**
     * A mail in quarantine.
     *
     * @param reason a text key: {@code unparsable}, {@code empty}, {@code too-large}, {@code too-deep}, {@code too-many-parts},
     *     {@code header-too-large}, {@code part-too-large}, {@code too-slow}, {@code failed}
     * @param size in bytes, rounded up to a power of two
     */
    public record Entry(UUID id, String team, String reason, LocalDate arrivedOn, LocalDate eraseOn, long size) {}

    private final QuarantinedMails mails;
    private final MailReading reading;
    private final Release release;
    private final Screening screening;
    private final Teams teams;
    private final Erasure erasure;

    @Inject
    public Quarantine(
            QuarantinedMails mails,
            MailReading reading,
            Release release,
            Screening screening,
            Teams teams,
            Erasure erasure) {
        this.mails = mails;
        this.reading = reading;
        this.release = release;
        this.screening = screening;
        this.teams = teams;
        this.erasure = erasure;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected Quarantine() {
        this(null, null, null, null, null, null);
    }

    /** Those of the teams that the caller leads, newest first. */
    public List<Entry> list(Caller caller) {
        return mails.of(caller.leads()).stream()
                .map(row -> new Entry(
                        row.id(),
                        teams.name(row.team()),
                        row.reason(),
                        row.arrivedOn(),
                        row.eraseOn(),
                        row.sizeClass()))
                .toList();
    }

    public long count(Caller caller) {
        return mails.count(caller.leads());
    }

    /** The raw mail as text, at most 256 KiB, control characters made visible. */
    public String asText(Caller caller, UUID id) {
        return release.asText(caller, id);
    }

    /**
     * Writes the mail as it came, whole and of any size, piece by piece.
     *
     * @throws UncheckedIOException where the receiver is gone
     */
    public void original(Caller caller, UUID id, OutputStream to) {
        try {
            release.original(caller, id, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A ticket made of a mail.
     *
     * @param whole whether all of the mail is there; else the rest can be had in quarantine until its days are over
     */
    public record Made(UUID ticket, boolean whole) {}

    /**
     * Makes a ticket of the raw text, whatever it is, with the mail as a file. Of a mail that is larger than what may be read
     * the file is the beginning: all of it would have to be in memory.
     */
    public Made makeTicket(Caller caller, UUID id) {
        byte[] raw = release.source(caller, id, reading.largest() + 1L);
        boolean whole = raw.length <= reading.largest();
        AttachmentContent file = whole
                ? new AttachmentContent("mail.eml", "message/rfc822", raw)
                : new AttachmentContent("mail-beginning.eml", "message/rfc822", Arrays.copyOf(raw, reading.largest()));
        UUID ticket =
                release.asTicket(caller, id, screening.received(List.of(file)).get(0), whole);
        return new Made(ticket, whole);
    }

    /** Tries to understand the mail again; returns the ticket where it worked. */
    public Optional<UUID> tryAgain(Caller caller, UUID id) {
        try {
            ParsedMail mail = reading.read(release.source(caller, id, reading.largest() + 1L));
            return Optional.of(release.again(caller, id, mail.with(screening.received(mail.attachments()))));
        } catch (UnparsableMail e) {
            return Optional.empty();
        } catch (InterruptedIOException e) {
            throw new UncheckedIOException(e);
        } catch (TicketNotFound e) {
            throw e;
        } catch (RuntimeException e) {
            if (Outage.of(e) != null) {
                throw e;
            }
            LOG.log(Level.WARNING, "mail-not-stored-again {0} {1}", id, Failure.of(e));
            return Optional.empty();
        }
    }

    /** @throws TicketNotFound where there is none that the caller may open */
    public void erase(Caller caller, UUID id) {
        if (!erasure.now(Kind.QUARANTINED_MAIL, id, () -> release.mayErase(caller, id))) {
            throw new TicketNotFound();
        }
    }
}
