package org.obhut.ticket;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.obhut.account.AccountFixture;
import org.obhut.account.Caller;
import org.obhut.account.Teams;
import org.obhut.allocation.TeamRule;
import org.obhut.allocation.WorkProfiles;
import org.obhut.envelope.BlindIndex;
import org.obhut.envelope.KeyStore;
import org.obhut.envelope.KeyStoreFixture;
import org.obhut.outbox.DeliveryChanged;
import org.obhut.outbox.DeliveryStatus;
import org.obhut.outbox.Outbox;
import org.obhut.outbox.OutgoingMessage;
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
    public final UUID team = teams.team("Erstkontakt");
    public final Caller anna = teams.person("anna", team, false);
    public final Caller bela = teams.person("bela", team, false);
    public final Caller leyla = teams.person("leyla", team, true);
    public final UUID otherTeam = teams.team("Südosteuropa");
    public final Caller ion = teams.person("ion", otherTeam, true);
    public final Caller admin = teams.outsider("admin");
    final WatchedOutbox outbox = new WatchedOutbox();
    final List<DeskChanged> changes;
    final List<ClientWaits> waiting;
    public final LocalTransactions transactions;
    public final Statements statements;
    public final BlindIndex index;
    public final KeyStore keys;

    private final WiredDesk wired;
    final TeamSeals teamSeals;
    final EndedRights endedRights;
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
        clock = accounts == null ? new MovedClock(KeyStoreFixture.NOON) : accounts.clock;
        Teams teams = accounts == null ? this.teams : accounts.teams;
        this.teams.pin(MAILBOX, team);
        this.teams.pin(OTHER_MAILBOX, otherTeam);
        Settings settings = Settings.of(settings(keyFolder, settingValues));
        keys = accounts == null ? KeyStoreFixture.keyStore(keyFolder, clock) : accounts.keys;
        wired = new WiredDesk(transactions, keys, settings, teams, this.teams.circles(), outbox, clock, random);
        statements = wired.statements;
        index = wired.index;
        changes = wired.changes;
        waiting = wired.waiting;
        teamSeals = wired.teamSeals;
        endedRights = wired.endedRights;
        periods = wired.periods;
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
        return transactions.run(() -> use.apply(wired.writingDesk));
    }

    /** What is written and not sent, for whoever brings a transaction. */
    public Composing composing() {
        return wired.composing;
    }

    <T> T secondReading(Function<SecondReading, T> use) {
        return transactions.run(() -> use.apply(wired.secondReading));
    }

    <T> T composing(Function<Composing, T> use) {
        return transactions.run(() -> use.apply(wired.composing));
    }

    <T> T describing(Function<Describing, T> use) {
        return transactions.run(() -> use.apply(wired.describing));
    }

    <T> T filling(Function<FillingIn, T> use) {
        return transactions.run(() -> use.apply(wired.fillingIn));
    }

    <T> T keeping(Function<Keeping, T> use) {
        return transactions.run(() -> use.apply(wired.keeping));
    }

    <T> T proofs(Function<ErasureProofs, T> use) {
        return transactions.run(() -> use.apply(wired.proofs));
    }

    /** The end of tickets before their day, by this erasure. */
    EarlyErasure early(Erasure erasure) {
        return new EarlyErasure(
                new Keeping() {
                    @Override
                    boolean ask(Caller caller, UUID id, ErasureGround ground, long version) {
                        return keeping(real -> real.ask(caller, id, ground, version));
                    }

                    @Override
                    public ErasureDecision permit(Caller caller, UUID id, ErasureGround ground, long version) {
                        return wired.keeping.permit(caller, id, ground, version);
                    }
                },
                wired.proofs,
                erasure);
    }

    /** What erases this desk's tickets and unsent mails; tell {@code with} what else there is. */
    public LocalErasure erasing() {
        return wired.erasing();
    }

    /** How many tickets are found to be late now. */
    int escalate() {
        return transactions.run(wired.escalation::run);
    }

    /** What leads were told of. */
    List<Escalated> escalated() {
        return wired.escalated;
    }

    <T> T profiles(Function<WorkProfiles, T> use) {
        return transactions.run(() -> use.apply(wired.profiles));
    }

    long decline(Caller by, UUID ticket) {
        return transactions.run(() -> wired.proposals.decline(by, ticket, version(ticket)));
    }

    /** Sets how a team works. */
    void rule(Caller lead, UUID of, TeamRule rule) {
        transactions.run(() -> {
            statements.run(
                    "INSERT INTO team (id, name, epoch) VALUES (?, ?, 1) ON CONFLICT DO NOTHING", of, of.toString());
            wired.teamRules.set(lead, of, rule);
            return true;
        });
    }

    /** Who can read what, as the seals say. */
    WhoReads whoReads() {
        return wired.whoReads;
    }

    /** The desk itself, for whoever brings a transaction. */
    public Desk desk() {
        return wired.desk;
    }

    /** The desk for what nobody wrote before, for whoever brings a transaction. */
    public WritingDesk writing() {
        return wired.writingDesk;
    }

    <T> T phoning(Function<Phoning, T> use) {
        return transactions.run(() -> use.apply(wired.phoning));
    }

    /** Taking back calls, for whoever brings a transaction where one is needed. */
    public CallsTakenBack takenBack(Erasure erasure) {
        return wired.takenBack.apply(erasure);
    }

    /** Closing and opening tickets, which counts cases. */
    public long status(Caller caller, UUID ticket, Status status) {
        return desk(desk -> desk.status(caller, ticket, status, version(ticket)));
    }

    /** Telling of places, for whoever brings a transaction. */
    public Referring referring() {
        return wired.referring;
    }

    /** What somebody may read, for whoever brings a transaction. */
    public Readable readable() {
        return wired.readable;
    }

    /** The reception itself, for whoever brings a transaction. */
    public Reception reception() {
        return wired.reception;
    }

    public Teams teams() {
        return teams;
    }

    /** A ticket of 'Erstkontakt' that begins with some mail. */
    public UUID ticket() {
        return ticket(Mails.rosa());
    }

    <T> T desk(Function<Desk, T> use) {
        return transactions.run(() -> use.apply(wired.desk));
    }

    <T> T rights(Function<ReadingRights, T> use) {
        return transactions.run(() -> use.apply(wired.rights));
    }

    <T> T merging(Function<Merging, T> use) {
        return transactions.run(() -> use.apply(wired.merging));
    }

    <T> T handingOver(Function<HandingOver, T> use) {
        return transactions.run(() -> use.apply(wired.handingOver));
    }

    <T> T splitting(Function<Splitting, T> use) {
        return transactions.run(() -> use.apply(wired.splitting));
    }

    void linking(Consumer<Linking> use) {
        transactions.run(() -> {
            use.accept(wired.linking);
            return true;
        });
    }

    <T> T others(Function<OtherTickets, T> use) {
        return transactions.run(() -> use.apply(wired.others));
    }

    <T> T absences(Function<Absences, T> use) {
        return transactions.run(() -> use.apply(wired.absences));
    }

    <T> T reception(Function<Reception, T> use) {
        return transactions.run(() -> use.apply(wired.reception));
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
        transactions.run(() -> {
            wired.deliveries.observe(new DeliveryChanged(ticket, message, status, null, false));
            return status;
        });
    }

    /** Gives people of this fixture rows in the database, for what refers to them or asks for their names. */
    void rows(Caller... people) {
        for (Caller caller : people) {
            statements.run("""
                    INSERT INTO person (id, name, language, roles, salt, argon2_memory, argon2_passes, argon2_lanes,
                        verifier, sealed_root, public_key) VALUES (?, ?, 'de', '', ?, 1, 1, 1, ?, ?, ?)""", caller.person(), caller.name(), new byte[16], new byte[32], new byte[1], new byte[1]);
        }
    }

    void days(int days) {
        clock.move(Duration.ofDays(days));
    }

    @Override
    public void close() {
        transactions.close();
    }
}
