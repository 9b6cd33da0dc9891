package org.obhut.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.account.Teams;
import org.obhut.envelope.Root;
import org.obhut.envelope.Seal;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;
import org.obhut.mime.HeaderFields;
import org.obhut.mime.UnparsableMail;
import org.obhut.ticket.Address;
import org.obhut.ticket.AttachmentContent;
import org.obhut.ticket.ClientMessage;
import org.obhut.ticket.MailKind;
import org.obhut.ticket.Party;
import org.obhut.ticket.Reception;
import org.obhut.ticket.TicketNotFound;

/** What a lead does with one mail in quarantine; each method is one transaction and checks the caller's right itself. */
@ApplicationScoped
@Transactional
public class Release {

    static final int MOST_TEXT = 256 * 1024;

    private final QuarantinedMails mails;
    private final MailAccounts accounts;
    private final Filing filing;
    private final Reception reception;
    private final Teams teams;
    private final Sealer sealer;
    private final Seals seals;
    private final Clock clock;

    @Inject
    public Release(
            QuarantinedMails mails,
            MailAccounts accounts,
            Filing filing,
            Reception reception,
            Teams teams,
            Sealer sealer,
            Seals seals,
            Clock clock) {
        this.mails = mails;
        this.accounts = accounts;
        this.filing = filing;
        this.reception = reception;
        this.teams = teams;
        this.sealer = sealer;
        this.seals = seals;
        this.clock = clock;
    }

    /** For the scope's proxy. */
    @SuppressWarnings("NullAway")
    protected Release() {
        this(null, null, null, null, null, null, null, null);
    }

    String asText(Caller caller, UUID id) {
        return VisibleText.of(source(caller, row(caller, id), MOST_TEXT), MOST_TEXT);
    }

    /** The mail's bytes, or as many of them. */
    byte[] source(Caller caller, UUID id, long most) {
        return source(caller, row(caller, id), most);
    }

    /** Writes the whole mail. Outside any transaction, as the receiver may be slow. */
    @Transactional(TxType.NOT_SUPPORTED)
    void original(Caller caller, UUID id, OutputStream to) throws IOException {
        write(caller, row(caller, id), Long.MAX_VALUE, to);
    }

    /**
     * @param file the mail's source, or the beginning of it
     * @param whole whether that is all of it; else the mail stays in quarantine, where it can be had whole
     */
    UUID asTicket(Caller caller, UUID id, AttachmentContent file, boolean whole) {
        QuarantinedMails.Row row = row(caller, id);
        byte[] raw = file.bytes();
        String text = VisibleText.of(raw, MOST_TEXT);
        HeaderFields headers = HeaderFields.read(raw, 0, raw.length);
        Address from = AddressList.read(headers.first("from").orElse("")).stream()
                .findFirst()
                .orElse(null);
        ClientMessage message = new ClientMessage(
                "",
                from,
                null,
                clock.instant(),
                text,
                text,
                null,
                "und",
                MailKind.PERSONAL,
                null,
                null,
                null,
                List.of(),
                List.of(file));
        UUID ticket = reception.open(
                teams.readers(row.team()), row.mailbox(), message, Optional.empty(), Party.CLIENT, null, false);
        if (whole) {
            mails.supersede(id);
        }
        return ticket;
    }

    /** @throws UnparsableMail where its mailbox is set no more */
    UUID again(Caller caller, UUID id, ParsedMail mail) throws UnparsableMail {
        QuarantinedMails.Row row = row(caller, id);
        MailAccount account =
                accounts.byAddress(row.mailbox()).orElseThrow(() -> new UnparsableMail("mailbox-not-configured"));
        UUID ticket = filing.file(teams.readers(row.team()), account, mail, false);
        mails.supersede(id);
        return ticket;
    }

    /** @throws TicketNotFound where the caller may not */
    void mayErase(Caller caller, UUID id) {
        row(caller, id);
    }

    private QuarantinedMails.Row row(Caller caller, UUID id) {
        return mails.of(caller.leads()).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow(TicketNotFound::new);
    }

    private byte[] source(Caller caller, QuarantinedMails.Row row, long wanted) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(caller, row, wanted, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void write(Caller caller, QuarantinedMails.Row row, long wanted, OutputStream to) throws IOException {
        Seal seal = seals.find(row.id(), caller.keyring().readers()).orElseThrow(TicketNotFound::new);
        try (Root root = sealer.open(seal, caller.keyring().root(seal.reader()))) {
            mails.source(row.id(), root, wanted, to);
        }
    }
}
