package org.obhut.ticket;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.obhut.account.AccountFixture;
import org.obhut.account.Caller;
import org.obhut.account.Teams;
import org.obhut.audit.AuditTrail;
import org.obhut.envelope.BlindIndex;
import org.obhut.envelope.ErasedFiles;
import org.obhut.envelope.KeyStore;
import org.obhut.envelope.KeyStoreFixture;
import org.obhut.envelope.Lookups;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;
import org.obhut.envelope.TrailAnchor;
import org.obhut.outbox.DeliveryChanged;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.outbox.Outbox;
import org.obhut.outbox.OutgoingMessage;
import org.obhut.platform.HeardEvent;
import org.obhut.platform.LocalTransactions;
import org.obhut.platform.MovedClock;
import org.obhut.platform.PostgreSql;
import org.obhut.platform.Settings;
import org.obhut.platform.Statements;
import org.obhut.retention.Erasure;
import org.obhut.retention.LocalErasure;

/**
 * A desk and a reception on a real database with real keys: teams 'Erstkontakt' (anna, bela, lead leyla) and 'Südosteuropa'
 * (ion, its lead). Every call through {@link #desk} or {@link #reception} is one transaction.
 */
public final class DeskFixture implements AutoCloseable {

    static final String MAILBOX = "beratung@obhut.example";
    static final String OTHER_MAILBOX = "consiliere@obhut.example";

    public final MovedClock clock;
    public final SecureRandom random = new SecureRandom();
    final KnownTeams teams = new KnownTeams(random);
    private final Teams heldTeams;
    public final UUID team = teams.team("Erstkontakt");
    public final Caller anna = teams.person("anna", team, false);
    public final Caller bela = teams.person("bela", team, false);
    public final Caller leyla = teams.person("leyla", team, true);
    public final UUID otherTeam = teams.team("Südosteuropa");
    public final Caller ion = teams.person("ion", otherTeam, true);
    public final Caller admin = teams.outsider("admin");
    final WatchedOutbox outbox = new WatchedOutbox();
    final List<DeskChanged> changes = Collections.synchronizedList(new ArrayList<>());
    final List<ClientWaits> waiting = Collections.synchronizedList(new ArrayList<>());
    public final LocalTransactions transactions;
    public final Statements statements;
    public final BlindIndex index;
    public final KeyStore keys;

    private final Desk desk;
    private final WritingDesk writingDesk;
    private final Reception reception;
    private final ReadingRights rights;
    private final Absences absences;
    final TeamSeals teamSeals;
    final EndedRights endedRights;
    private final Keeping keeping;
    final Periods periods;

    public DeskFixture(Path keys) {
        this(keys, Map.of());
    }

    DeskFixture(Path keyFolder, Map<String, String> settingValues) {
        this(keyFolder, settingValues, new LocalTransactions(PostgreSql.database()), null);
    }

    /** A desk for real people and real teams: the invented ones of this fixture are not to be used with it. */
    public DeskFixture(Path keyFolder, LocalTransactions transactions, AccountFixture accounts) {
        this(keyFolder, Map.of(), transactions, accounts);
    }

    private DeskFixture(
            Path keyFolder,
            Map<String, String> settingValues,
            LocalTransactions transactions,
            @Nullable AccountFixture accounts) {
        this.transactions = transactions;
        statements = new Statements(transactions.database());
        clock = accounts == null ? new MovedClock(KeyStoreFixture.NOON) : accounts.clock;
        Teams teams = accounts == null ? this.teams : accounts.teams;
        heldTeams = teams;
        this.teams.pin(MAILBOX, team);
        this.teams.pin(OTHER_MAILBOX, otherTeam);
        Settings settings = Settings.of(settings(keyFolder, settingValues));
        EntityManager entities = transactions.entities();
        keys = accounts == null ? KeyStoreFixture.keyStore(keyFolder, clock) : accounts.keys;
        index = new BlindIndex(keys);
        Sealer sealer = new Sealer(keys, random);
        Seals seals = new Seals(statements, clock);
        Lookups lookups = new Lookups(statements, index);
        Deadlines deadlines = new Deadlines(clock, settings);
        Attachments attachments = new Attachments(statements, random);
        Tickets tickets = new Tickets(entities, statements, new RetentionPolicies(statements));
        Items items = new Items(entities, attachments);
        Summaries summaries = new Summaries(items);
        ReadMarks readMarks = new ReadMarks(statements);
        Drafts drafts = new Drafts(statements, random);
        Participants participants = new Participants(lookups);
        DeskNotice notice = new DeskNotice(HeardEvent.by(changes::add), HeardEvent.by(waiting::add), seals);
        Deliveries deliveries = new Deliveries(tickets, items, notice);
        NewTickets newTickets = new NewTickets(tickets, items, summaries, sealer, seals, lookups, deadlines, random);
        TicketAccess access = new TicketAccess(tickets, seals, sealer, random);
        TicketRows rows = new TicketRows(access, seals, items, summaries, readMarks, teams);
        Entries entries = new Entries(tickets, items, readMarks, deadlines, random);
        Readership readership = new Readership(teams, seals, sealer, statements, deadlines);
        Assignment assignment = new Assignment(tickets, teams, readership, entries);
        AbsenceRows absenceRows = new AbsenceRows(statements);
        CoReaders coReaders = new CoReaders(statements);
        endedRights = new EndedRights(coReaders, absenceRows);
        AuditTrail audit = new AuditTrail(statements, clock, new TrailAnchor(keys));
        periods = new Periods(new RetentionPolicies(statements), audit);
        keeping = new Keeping(
                access,
                new KeptTickets(entries, deadlines),
                new ErasureRequests(statements),
                new TicketContents(statements, tickets, deadlines),
                entries,
                teams,
                notice,
                audit);
        absences = new Absences(absenceRows, teams, access, tickets, readership, notice, deadlines);
        teamSeals = new TeamSeals(access, tickets, readership, teams, entries, notice);
        rights = new ReadingRights(access, tickets, readership, coReaders, teams, entries, deadlines, notice);
        SendingMailboxes mailboxes = new SendingMailboxes(outbox, teams);
        MailDrafts mailDrafts = new MailDrafts(
                statements,
                sealer,
                seals,
                deadlines,
                HeardEvent.by(gone -> new ErasedFiles(keys).note(gone.file())),
                random);
        Sending sending = new Sending(outbox, participants, lookups, deadlines, settings);
        Receivers receivers = new Receivers(items);
        writingDesk = new WritingDesk(
                access,
                new Conversations(
                        mailboxes,
                        teams,
                        tickets,
                        items,
                        newTickets,
                        attachments,
                        sending,
                        readMarks,
                        index,
                        deadlines,
                        random),
                new Forwards(
                        mailboxes,
                        participants,
                        items,
                        entries,
                        attachments,
                        summaries,
                        receivers,
                        sending,
                        index,
                        deadlines,
                        random),
                new ClientAddresses(
                        outbox, mailboxes, new RetentionPolicies(statements), participants, items, entries, summaries),
                assignment,
                mailDrafts,
                mailboxes,
                outbox,
                notice);
        reception = new Reception(
                tickets,
                items,
                attachments,
                newTickets,
                new AcknowledgementSender(outbox, tickets, items, participants, lookups, deadlines, random),
                participants,
                deliveries,
                lookups,
                deadlines,
                notice,
                random);
        desk = new Desk(
                access,
                new Folders(new FolderQuery(statements, deadlines), tickets, rows, mailDrafts),
                new TicketViews(
                        items,
                        summaries,
                        rows,
                        new Timeline(items, teams, deadlines),
                        drafts,
                        assignment,
                        new TicketReaders(teams, statements, deadlines),
                        access,
                        readMarks,
                        new Settlement(tickets, items, summaries, sealer, seals),
                        mailboxes,
                        outbox),
                new TicketFiles(items, attachments),
                assignment,
                new Progress(summaries, entries, deadlines),
                new Notes(items, entries, drafts, index, deadlines, random),
                new Replies(
                        outbox,
                        tickets,
                        items,
                        entries,
                        attachments,
                        summaries,
                        receivers,
                        sending,
                        lookups,
                        index,
                        deadlines,
                        random),
                new Calls(teams, tickets, items, newTickets, summaries, entries, readMarks, deadlines),
                notice);
    }

    private static Map<String, String> settings(Path keys, Map<String, String> values) {
        Map<String, String> all = new HashMap<>();
        all.put("obhut.mode", "demo");
        all.put("obhut.keystore", keys.toString());
        all.put("obhut.undo", "PT15S");
        all.putAll(values);
        return all;
    }

    /** What was handed to the outbox, committed or not. */
    public List<OutgoingMessage> sent() {
        return outbox.accepted;
    }

    public Outbox outbox() {
        return outbox;
    }

    <T> T writing(Function<WritingDesk, T> use) {
        return transactions.run(() -> use.apply(writingDesk));
    }

    <T> T keeping(Function<Keeping, T> use) {
        return transactions.run(() -> use.apply(keeping));
    }

    /** The end of tickets before their day, by this erasure. */
    EarlyErasure early(Erasure erasure) {
        return new EarlyErasure(
                new Keeping() {
                    @Override
                    boolean ask(Caller caller, UUID id, long version) {
                        return keeping(real -> real.ask(caller, id, version));
                    }

                    @Override
                    public void permit(Caller caller, UUID id, long version) {
                        keeping.permit(caller, id, version);
                    }
                },
                erasure);
    }

    /** What erases this desk's tickets and unsent mails; tell {@code with} what else there is. */
    public LocalErasure erasing() {
        return new LocalErasure(transactions, keys, clock)
                .with(
                        new TicketEnd(statements, notice()),
                        new UnsentMails(statements),
                        new OldEntries(statements, new Lookups(statements, index), notice()));
    }

    private DeskNotice notice() {
        return new DeskNotice(HeardEvent.by(changes::add), HeardEvent.by(waiting::add), new Seals(statements, clock));
    }

    /** Who can read what, as the seals say. */
    WhoReads whoReads() {
        return new WhoReads(new ReaderQuery(statements, clock), heldTeams);
    }

    /** The desk itself, for whoever brings a transaction. */
    public Desk desk() {
        return desk;
    }

    /** The reception itself, for whoever brings a transaction. */
    public Reception reception() {
        return reception;
    }

    public Teams teams() {
        return teams;
    }

    /** A ticket of 'Erstkontakt' that begins with some mail. */
    public UUID ticket() {
        return ticket(Mails.rosa());
    }

    <T> T desk(Function<Desk, T> use) {
        return transactions.run(() -> use.apply(desk));
    }

    <T> T rights(Function<ReadingRights, T> use) {
        return transactions.run(() -> use.apply(rights));
    }

    <T> T absences(Function<Absences, T> use) {
        return transactions.run(() -> use.apply(absences));
    }

    <T> T reception(Function<Reception, T> use) {
        return transactions.run(() -> use.apply(reception));
    }

    /** A ticket of 'Erstkontakt' that begins with this mail. */
    UUID ticket(Mails mail) {
        return reception(
                at -> at.open(teams.readers(team), MAILBOX, mail.mail(), Optional.empty(), Party.CLIENT, null, false));
    }

    UUID append(UUID ticket, Mails mail) {
        return reception(at -> at.append(ticket, mail.mail(), Party.CLIENT));
    }

    UUID appendStranger(UUID ticket, Mails mail) {
        return reception(at -> at.append(ticket, mail.mail(), Party.STRANGER));
    }

    public TicketView open(Caller caller, UUID ticket) {
        return desk(desk -> desk.open(caller, ticket));
    }

    long version(UUID ticket) {
        return statements
                .list("SELECT version FROM ticket WHERE id = ?", row -> row.getLong(1), ticket)
                .get(0);
    }

    public List<TicketRow> list(Caller caller, Folder folder) {
        return desk(desk -> desk.list(caller, folder, 200, Optional.empty())).items();
    }

    AcceptedReply reply(Caller caller, UUID ticket, String text) {
        NewReply reply = new NewReply(text, List.of(), version(ticket), null);
        return desk(desk -> desk.reply(caller, ticket, reply));
    }

    /** What the outbox says in its own transaction. */
    void delivered(UUID ticket, UUID message, DeliveryStatus status) {
        EntityManager entities = transactions.entities();
        Items items = new Items(entities, new Attachments(statements, random));
        Deliveries deliveries = new Deliveries(
                new Tickets(entities, statements, new RetentionPolicies(statements)),
                items,
                new DeskNotice(HeardEvent.by(changes::add), HeardEvent.by(waiting::add), new Seals(statements, clock)));
        transactions.run(() -> {
            deliveries.observe(new DeliveryChanged(ticket, message, status, null, false));
            return status;
        });
    }

    void days(int days) {
        clock.move(Duration.ofDays(days));
    }

    @Override
    public void close() {
        transactions.close();
    }
}
