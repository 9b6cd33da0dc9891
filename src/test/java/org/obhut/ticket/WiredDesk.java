package org.obhut.ticket;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.obhut.account.EpochOverview;
import org.obhut.account.IntakeCircles;
import org.obhut.account.Teams;
import org.obhut.allocation.TeamRules;
import org.obhut.allocation.TopicWords;
import org.obhut.allocation.Turns;
import org.obhut.allocation.WorkProfiles;
import org.obhut.audit.AuditSearch;
import org.obhut.audit.AuditTrail;
import org.obhut.codelist.CodeLists;
import org.obhut.envelope.BlindIndex;
import org.obhut.envelope.Epochs;
import org.obhut.envelope.ErasedFiles;
import org.obhut.envelope.KeyStore;
import org.obhut.envelope.Lookups;
import org.obhut.envelope.OperatingSecrets;
import org.obhut.envelope.Rotation;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;
import org.obhut.envelope.TrailAnchor;
import org.obhut.outbox.Outbox;
import org.obhut.platform.ClockGuard;
import org.obhut.platform.HeardEvent;
import org.obhut.platform.LocalTransactions;
import org.obhut.platform.MovedClock;
import org.obhut.platform.Settings;
import org.obhut.platform.Statements;
import org.obhut.retention.Erasure;
import org.obhut.retention.LocalErasure;
import org.obhut.statistics.StagedFacts;
import org.obhut.statistics.StatisticsFixture;
import org.obhut.urgency.UrgentWords;

/** All parts of a desk and a reception, put together as the container does it. */
final class WiredDesk {

    final List<DeskChanged> changes = Collections.synchronizedList(new ArrayList<>());
    final List<ClientWaits> waiting = Collections.synchronizedList(new ArrayList<>());
    final Statements statements;
    final BlindIndex index;
    final Desk desk;
    final WritingDesk writingDesk;
    final Referring referring;
    final Phoning phoning;
    final Function<Erasure, CallsTakenBack> takenBack;
    final Composing composing;
    final Describing describing;
    final FillingIn fillingIn;
    final SecondReading secondReading;
    final Reception reception;
    final ReadingRights rights;
    final Absences absences;
    final TeamSeals teamSeals;
    final EndedRights endedRights;
    final Keeping keeping;
    final ErasureProofs proofs;
    final Periods periods;
    final Deliveries deliveries;
    final WhoReads whoReads;
    final TeamRules teamRules;
    final Readable readable;
    final Escalation escalation;
    final List<Escalated> escalated = new ArrayList<>();
    final Merging merging;
    final HandingOver handingOver;
    final Splitting splitting;
    final Linking linking;
    final OtherTickets others;

    final StagedFacts facts;

    private final MergedTickets mergedTickets;
    private final TicketEnd ticketEnd;

    private final LocalTransactions transactions;
    private final KeyStore keys;
    private final MovedClock clock;
    private final DeskNotice notice;
    private final FolderCounts counts;

    final WorkProfiles profiles;
    final Proposals proposals;

    WiredDesk(
            LocalTransactions transactions,
            KeyStore keys,
            Settings settings,
            Teams teams,
            IntakeCircles circles,
            Outbox outbox,
            MovedClock clock,
            SecureRandom random) {
        this.transactions = transactions;
        this.keys = keys;
        this.clock = clock;
        EntityManager entities = transactions.entities();
        statements = new Statements(transactions.database());
        index = new BlindIndex(keys);
        Sealer sealer = new Sealer(keys, random);
        Seals seals = new Seals(statements, clock);
        Lookups lookups = new Lookups(statements, index);
        teamRules = new TeamRules(statements, new AuditTrail(statements, clock, new TrailAnchor(keys)), settings);
        Deadlines deadlines = new Deadlines(clock, teamRules);
        escalation = new Escalation(statements, teams, deadlines, escalated::add, this::changed);
        Attachments attachments = new Attachments(statements, random);
        RetentionPolicies policies = new RetentionPolicies(statements);
        Tickets tickets = new Tickets(entities, statements, policies);
        Items items = new Items(entities, attachments);
        Summaries summaries = new Summaries(items);
        ReadMarks readMarks = new ReadMarks(statements);
        DraftFiles draftFiles = new DraftFiles(statements, random);
        Drafts drafts = new Drafts(statements, draftFiles, deadlines, random);
        SecondReaders secondReaders = new SecondReaders(statements);
        OwnDraft draft = new OwnDraft(drafts, draftFiles, outbox);
        Participants participants = new Participants(lookups);
        AbsenceRows absenceRows = new AbsenceRows(statements);
        Staffings staffings = new Staffings(absenceRows, teams, deadlines);
        notice = new DeskNotice(HeardEvent.by(this::changed), HeardEvent.by(waiting::add), seals, staffings);
        deliveries = new Deliveries(tickets, items, notice);
        NewTickets newTickets = new NewTickets(tickets, items, summaries, sealer, seals, lookups, deadlines, random);
        TicketAccess access = new TicketAccess(tickets, seals, sealer, random);
        TicketRows rows = new TicketRows(access, seals, items, summaries, readMarks, teams, deadlines, staffings);
        FolderQuery query = new FolderQuery(statements, deadlines);
        readable = new Readable(tickets, query, access, rows, items, summaries, seals, sealer, statements, deadlines);
        SpokenCodes codes = new SpokenCodes(statements, lookups, random);
        phoning = new Phoning(access, codes, random, clock);
        Entries entries = new Entries(tickets, items, readMarks, deadlines, random);
        Readership readership = new Readership(teams, seals, sealer, statements, deadlines);
        Assignment assignment = new Assignment(tickets, teams, readership, entries);
        CoReaders coReaders = new CoReaders(statements);
        endedRights = new EndedRights(coReaders, absenceRows);
        TrailAnchor anchor = new TrailAnchor(keys);
        AuditTrail audit = new AuditTrail(statements, clock, anchor);
        periods = new Periods(policies, teams, audit);
        keeping = new Keeping(
                access,
                new KeptTickets(entries, deadlines),
                new ErasureRequests(statements),
                new TicketContents(statements, tickets, items, deadlines),
                entries,
                teams,
                notice,
                audit);
        proofs = new ErasureProofs(
                new ErasureProofRows(statements, anchor),
                audit,
                new AuditSearch(statements),
                new EpochOverview(new Epochs(
                        keys,
                        new Rotation() {},
                        new ClockGuard(clock, clock::instant, Optional.empty()),
                        statements,
                        settings)),
                teams);
        profiles = new WorkProfiles(statements, teams);
        proposals = new Proposals(access, tickets, entries, notice);
        absences = new Absences(absenceRows, teams, access, tickets, readership, notice, deadlines);
        teamSeals = new TeamSeals(access, tickets, readership, teams, entries, notice);
        rights = new ReadingRights(access, tickets, readership, coReaders, teams, entries, deadlines, notice);
        whoReads = new WhoReads(new ReaderQuery(statements, clock), teams);
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
        facts = StatisticsFixture.staged(statements, new OperatingSecrets(keys, random, clock), random);
        Counting counting = new Counting(
                facts, new CodeLists(), items, new Timeline(items, teams, deadlines), summaries, deadlines);
        UnclosedCases unclosed = new UnclosedCases(statements, facts, deadlines);
        ticketEnd = new TicketEnd(statements, notice, unclosed);
        Progress progress = new Progress(summaries, entries, deadlines, counting);
        Replies replies = new Replies(
                outbox,
                tickets,
                items,
                entries,
                attachments,
                summaries,
                receivers,
                sending,
                progress,
                draft,
                secondReaders,
                lookups,
                index,
                deadlines,
                random);
        composing = new Composing(access, draft, replies, notice);
        Approvals approvals = new Approvals(secondReaders, drafts, draftFiles, replies, entries, teams);
        secondReading = new SecondReading(access, draft, approvals, secondReaders, teams, notice);
        referring = new Referring(access, items, entries, new CodeLists(), notice);
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
                        secondReaders,
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
                        secondReaders,
                        index,
                        deadlines,
                        random),
                new ClientAddresses(outbox, mailboxes, policies, participants, items, entries, summaries),
                assignment,
                mailDrafts,
                mailboxes,
                outbox,
                notice);
        describing = new Describing(
                access,
                summaries,
                entries,
                new StoppedMail(outbox, items, deadlines),
                new CodeLists(),
                deadlines,
                new UrgentTime(clock, settings),
                notice);
        fillingIn = new FillingIn(access, describing, counting, progress, entries, new CodeLists(), notice);
        reception = new Reception(
                tickets,
                items,
                attachments,
                newTickets,
                new Allotting(
                        teams,
                        circles,
                        profiles,
                        new Turns(statements),
                        new TopicWords(),
                        absenceRows,
                        tickets,
                        items,
                        deadlines,
                        random),
                new AcknowledgementSender(outbox, tickets, items, participants, lookups, deadlines, random),
                participants,
                deliveries,
                lookups,
                deadlines,
                notice,
                new UrgentWords(),
                new UrgentTime(clock, settings),
                counting,
                random);
        counts = new FolderCounts(query, mailDrafts, deadlines);
        mergedTickets = new MergedTickets(
                statements, new ErasedFiles(keys), HeardEvent.by(gone -> new ErasedFiles(keys).note(gone.file())));
        LinkedTickets linkedTickets = new LinkedTickets(tickets, summaries, access, mergedTickets);
        linking = new Linking(access, tickets, linkedTickets, summaries, entries, notice);
        others = new OtherTickets(
                access,
                summaries,
                tickets,
                rows,
                new Folders(new FolderQuery(statements, deadlines), tickets, rows),
                statements);
        EntryTransfer transfer = new EntryTransfer(statements, attachments, lookups, outbox);
        merging = new Merging(
                access,
                tickets,
                mergedTickets,
                new Merger(
                        transfer,
                        new DraftTransfer(statements, deadlines, random),
                        participants,
                        summaries,
                        mailboxes,
                        tickets,
                        mergedTickets,
                        entries,
                        coReaders,
                        readership,
                        lookups,
                        seals,
                        List.of(ticketEnd, mergedTickets),
                        deadlines,
                        counting,
                        unclosed),
                new ErasureRequests(statements),
                new TicketContents(statements, tickets, items, deadlines),
                summaries,
                entries,
                notice);
        splitting = new Splitting(
                access,
                new Splitter(
                        transfer,
                        tickets,
                        summaries,
                        participants,
                        entries,
                        coReaders,
                        readership,
                        sealer,
                        seals,
                        lookups,
                        deadlines,
                        random),
                notice);
        takenBack = erasure -> new CallsTakenBack(
                access,
                summaries,
                items,
                entries,
                new TicketContents(statements, tickets, items, deadlines),
                unclosed,
                erasure,
                deadlines,
                notice);
        handingOver = new HandingOver(
                access, assignment, rights, new Notes(items, entries, draft, index, deadlines, random), notice);
        desk = new Desk(
                access,
                new Folders(query, tickets, rows),
                counts,
                new TicketViews(
                        items,
                        summaries,
                        rows,
                        new Timeline(items, teams, deadlines),
                        drafts,
                        approvals,
                        assignment,
                        new TicketReaders(teams, statements, deadlines),
                        access,
                        mergedTickets,
                        linkedTickets,
                        readMarks,
                        new Settlement(tickets, items, summaries, sealer, seals),
                        mailboxes,
                        outbox,
                        new ErasureRequests(statements),
                        codes,
                        teams),
                new TicketFiles(items, attachments),
                assignment,
                progress,
                new Notes(items, entries, draft, index, deadlines, random),
                draft,
                replies,
                new Calls(teams, tickets, items, newTickets, summaries, entries, codes, readMarks, deadlines),
                notice);
    }

    private void changed(DeskChanged change) {
        changes.add(change);
        counts.changed(change);
    }

    /** What erases this desk's tickets and unsent mails. */
    LocalErasure erasing() {
        return new LocalErasure(transactions, keys, clock)
                .with(
                        ticketEnd,
                        mergedTickets,
                        new UnsentMails(statements),
                        new OldEntries(statements, new Lookups(statements, index), notice));
    }
}
