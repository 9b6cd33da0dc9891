package org.obhut.mailbox;

import jakarta.enterprise.event.Event;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.TeamReaders;
import org.obhut.account.Teams;
import org.obhut.attachment.Scanner;
import org.obhut.envelope.ErasedFiles;
import org.obhut.envelope.Lookups;
import org.obhut.envelope.OperatingSecrets;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;
import org.obhut.mime.UnparsableMail;
import org.obhut.platform.HeardEvent;
import org.obhut.platform.Settings;
import org.obhut.retention.Erasure;
import org.obhut.retention.FileSuperseded;
import org.obhut.retention.LocalErasure;
import org.obhut.ticket.AttachmentContent;
import org.obhut.ticket.DeskChanged;
import org.obhut.ticket.DeskFixture;
import org.obhut.ticket.Folder;
import org.obhut.ticket.Screening;
import org.obhut.ticket.TicketRow;

/** Intake and quarantine over a real database, real keys and a real desk. */
final class IntakeFixture implements AutoCloseable {

    static final String ADDRESS = "beratung@obhut.example";
    static final String OTHER = "consiliere@obhut.example";
    static final long VALIDITY = 7;
    static final int LARGEST = 40 << 20;

    final DeskFixture desk;
    final List<DeskChanged> changes = new ArrayList<>();
    final MailboxRows rows;
    final TakenMails taken;
    final Intake intake;
    final Quarantine quarantine;
    final Filing filing;
    final MailAccount account;
    final AcknowledgementRows acknowledged;

    /** Thrown by filing when set: what a mail does that can be read and not stored. */
    @Nullable
    RuntimeException poison;

    final LocalErasure erasing;
    final Erasure erasure;
    private long uid;

    IntakeFixture(Path keys) {
        this(keys, settings -> settings);
    }

    /** @param more what is set of the mailbox beyond the least */
    IntakeFixture(Path keys, UnaryOperator<AccountSettings> more) {
        this(keys, more, Map.of());
    }

    /** @param further of the installation, such as a scanner */
    IntakeFixture(Path keys, UnaryOperator<AccountSettings> more, Map<String, String> further) {
        desk = new DeskFixture(keys);
        account = more.apply(new AccountSettings(ADDRESS, keys)
                        .set("subaddressing", "true")
                        .set("web-forms", "portal@cara.example"))
                .account();
        MailAccount other = new AccountSettings(OTHER, keys).account();
        Teams teams = new Pinned();
        Lookups lookups = new Lookups(desk.statements, desk.index);
        rows = new MailboxRows(desk.statements, desk.random, desk.clock);
        taken = new TakenMails(desk.statements, lookups, desk.clock);
        Sealer sealer = new Sealer(desk.keys, desk.random);
        Seals seals = new Seals(desk.statements, desk.clock);
        QuarantinedMails quarantined =
                new QuarantinedMails(desk.statements, sealer, seals, heard(), superseded(), desk.random, desk.clock);
        Screening screening = new Screening(new Scanner(settings(further)));
        MailAccounts accounts = new MailAccounts() {
            @Override
            List<MailAccount> all() {
                return List.of(account, other);
            }

            @Override
            Optional<MailAccount> byAddress(String address) {
                return Optional.of(account);
            }
        };
        acknowledged = new AcknowledgementRows(
                desk.statements, new OperatingSecrets(desk.keys, desk.random, desk.clock), desk.clock);
        filing = new Poisoned(new Acknowledgements(accounts, acknowledged, desk.outbox(), desk.clock));
        MailReading reading = new MailReading(new MailParser(LARGEST), LARGEST, Duration.ofMinutes(1));
        intake = new Intake(reading, screening, new Committing(teams, lookups, quarantined), rows, taken);
        Release release =
                new Releasing(quarantined, accounts, filing, desk.reception(), teams, sealer, seals, desk.clock);
        erasing = desk.erasing().with(new QuarantineEnd(desk.statements, seals, heard()), taken);
        erasure = erasing.begun();
        quarantine = new Quarantine(quarantined, reading, release, screening, teams, erasure);
    }

    private static Settings settings(Map<String, String> further) {
        Map<String, String> all = new HashMap<>(further);
        all.put("obhut.mode", "demo");
        return Settings.of(all);
    }

    /** One day passes, and what is due is cleared. */
    void day() {
        desk.clock.move(Duration.ofDays(1));
        erasure.run();
    }

    Standing connected() {
        return intake.connected(account, VALIDITY, 0, 0);
    }

    Place place(long uid) {
        return new Place(connected().mailbox(), VALIDITY, uid);
    }

    /** Takes a mail under the next UID. */
    void take(String mail) {
        take(place(++uid), mail);
    }

    void take(Place place, String mail) {
        take(place, new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
    }

    void take(Place place, InputStream mail) {
        try {
            intake.take(account, place, mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<TicketRow> tickets() {
        return desk.list(desk.anna, Folder.TEAM);
    }

    MailboxRows.Counts counts() {
        return rows.counts(ADDRESS);
    }

    Caller lead() {
        return desk.leyla;
    }

    @Override
    public void close() {
        desk.close();
    }

    private <T> T committed(Supplier<T> work) {
        return desk.transactions.run(work);
    }

    private Event<DeskChanged> heard() {
        return HeardEvent.by(changes::add);
    }

    private Event<FileSuperseded> superseded() {
        return HeardEvent.by(gone -> new ErasedFiles(desk.keys).note(gone.file()));
    }

    private final class Pinned extends Teams {

        @Override
        public TeamReaders pinnedReaders(String mailbox) {
            return desk.teams().readers(desk.team);
        }

        @Override
        public TeamReaders readers(UUID team) {
            return desk.teams().readers(team);
        }

        @Override
        public String name(UUID team) {
            return desk.teams().name(team);
        }
    }

    private final class Poisoned extends Filing {

        Poisoned(Acknowledgements acknowledgements) {
            super(desk.reception(), acknowledgements, desk.clock);
        }

        @Override
        UUID file(TeamReaders readers, MailAccount mailbox, ParsedMail mail, boolean fresh) {
            UUID ticket = super.file(readers, mailbox, mail, fresh);
            if (poison != null) {
                throw poison;
            }
            return ticket;
        }
    }

    /** Each call is a transaction, as the container makes it. */
    private final class Committing extends Admission {

        Committing(Teams teams, Lookups lookups, QuarantinedMails quarantined) {
            super(teams, lookups, taken, rows, filing, quarantined, desk.random);
        }

        @Override
        void store(MailAccount mailbox, Place place, byte[] raw, ParsedMail mail) {
            committed(() -> {
                super.store(mailbox, place, raw, mail);
                return true;
            });
        }

        @Override
        void quarantine(MailAccount mailbox, Place place, InputStream raw, String reason) {
            committed(() -> {
                super.quarantine(mailbox, place, raw, reason);
                return true;
            });
        }

        @Override
        void duplicate(MailAccount mailbox, Place place) {
            committed(() -> {
                super.duplicate(mailbox, place);
                return true;
            });
        }
    }

    private final class Releasing extends Release {

        Releasing(
                QuarantinedMails mails,
                MailAccounts accounts,
                Filing filing,
                org.obhut.ticket.Reception reception,
                Teams teams,
                Sealer sealer,
                Seals seals,
                java.time.Clock clock) {
            super(mails, accounts, filing, reception, teams, sealer, seals, clock);
        }

        @Override
        UUID asTicket(Caller caller, UUID id, AttachmentContent file, boolean whole) {
            return committed(() -> super.asTicket(caller, id, file, whole));
        }

        @Override
        UUID again(Caller caller, UUID id, ParsedMail mail) throws UnparsableMail {
            List<UnparsableMail> refused = new ArrayList<>();
            UUID ticket = committed(() -> {
                try {
                    return super.again(caller, id, mail);
                } catch (UnparsableMail e) {
                    refused.add(e);
                    return id;
                }
            });
            if (!refused.isEmpty()) {
                throw refused.get(0);
            }
            return ticket;
        }
    }
}
