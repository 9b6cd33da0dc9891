package org.obhut.ticket;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.obhut.account.AccountFixture;
import org.obhut.account.Caller;
import org.obhut.account.TeamReaders;
import org.obhut.platform.LocalTransactions;

/**
 * Fills the desk of a running demo with ten weeks of a busy service: on the product's own ways, beside the server, many changes to a
 * transaction. Every mail is really sealed, every ticket read once by those it is sealed to, so that all is settled.
 */
public final class FilledDesk implements AutoCloseable {

    private static final int DAYS = 70;
    private static final int THREADS = 2;
    private static final int BATCH = 40;
    private static final String PASSPHRASE = "obhut-demo-2026";

    private final LocalTransactions transactions;
    private final AccountFixture accounts;
    private final DeskFixture desk;
    private final Caller anna;
    private final Caller bela;
    private final Caller leyla;
    private final Caller ion;

    /** What happens to a ticket at a time. {@code act} runs within a transaction. */
    private record Step(Instant at, Story story, Runnable act) {}

    /** @param keys the server's key store, which is only read @param database the server's */
    public FilledDesk(Path keys, DataSource database) {
        transactions = new LocalTransactions(database);
        accounts = new AccountFixture(keys, transactions.database());
        accounts.clock.move(Duration.between(accounts.clock.instant(), Instant.now()));
        anna = accounts.signIn("anna", PASSPHRASE).caller();
        bela = accounts.signIn("bela", PASSPHRASE).caller();
        leyla = accounts.signIn("leyla", PASSPHRASE).caller();
        ion = accounts.signIn("ion", PASSPHRASE).caller();
        desk = new DeskFixture(keys, transactions, accounts);
    }

    /** Makes so many live tickets with four messages each in the mean, and a sixth of their number that are closed or spam. */
    public void fill(int live) throws Exception {
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(DAYS));
        List<Story> stories = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < live + live / 6; i++) {
            Story story = new Story(i, i >= live);
            stories.add(story);
            steps.addAll(story.steps(start));
        }
        steps.sort(Comparator.comparing(Step::at));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int day = 0, next = 0; day <= DAYS; day++) {
                Instant evening = start.plus(Duration.ofDays(day + 1));
                int from = next;
                while (next < steps.size() && steps.get(next).at().isBefore(evening)) {
                    next++;
                }
                accounts.clock.move(Duration.between(accounts.clock.instant(), evening.minusSeconds(1)));
                inParallel(threads, steps.subList(from, next));
                if (day % 10 == 0) {
                    System.out.printf("filling: day %d of %d, %d of %d steps%n", day, DAYS, next, steps.size());
                }
            }
            accounts.clock.move(Duration.between(accounts.clock.instant(), Instant.now()));
            List<Step> readings = stories.stream().map(Story::read).toList();
            inParallel(threads, readings);
        } finally {
            threads.shutdownNow();
        }
        // What the outbox of a server would have said, and what a person would have pressed.
        desk.statements.run("UPDATE ticket_item SET delivery = 'SENT' WHERE delivery = 'HELD'");
        desk.statements.run("UPDATE ticket SET urgent = true WHERE status = 'OPEN' AND NOT spam AND rank % 60 = 0");
        desk.statements.run("DELETE FROM read_mark WHERE seen % 4 = 1");
        desk.statements.run("ANALYZE");
    }

    private void inParallel(ExecutorService threads, List<Step> steps) throws Exception {
        List<Callable<Boolean>> shares = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int share = i;
            shares.add(() -> {
                List<Step> mine = steps.stream()
                        .filter(step -> step.story().number % THREADS == share)
                        .toList();
                for (int from = 0; from < mine.size(); from += BATCH) {
                    List<Step> batch = mine.subList(from, Math.min(mine.size(), from + BATCH));
                    transactions.run(() -> {
                        batch.forEach(step -> step.act().run());
                        return true;
                    });
                }
                return true;
            });
        }
        for (Future<Boolean> done : threads.invokeAll(shares)) {
            done.get();
        }
    }

    /** How a ticket goes. */
    private final class Story {

        private final int number;
        private final boolean ends;
        private final Random chance;
        private final String language;
        private final boolean first;
        private final Optional<Caller> responsible;
        private Optional<UUID> ticket = Optional.empty();

        Story(int number, boolean ends) {
            this.number = number;
            this.ends = ends;
            this.chance = new Random(number);
            this.language = ComposedMails.language(chance);
            this.first = chance.nextInt(4) > 0;
            this.responsible = responsible();
        }

        private Optional<Caller> responsible() {
            int who = chance.nextInt(100);
            if (who < 8) {
                return Optional.empty();
            }
            if (!first) {
                return Optional.of(ion);
            }
            return Optional.of(who < 50 ? anna : who < 85 ? bela : leyla);
        }

        private Caller reader() {
            return responsible.orElse(first ? anna : ion);
        }

        List<Step> steps(Instant start) {
            int messages = number % 100 == 0 ? 20 : 1 + (int) Math.min(15, Math.abs(chance.nextGaussian()) * 3.6);
            Duration hour = Duration.ofHours(1);
            Instant at = start.plus(hour.multipliedBy(1 + chance.nextInt(DAYS * 24 - 60)));
            Instant end = start.plus(Duration.ofDays(DAYS));
            Duration gap = Duration.between(at, end).dividedBy(messages + 4).multipliedBy(1 + chance.nextInt(4));
            gap = gap.multipliedBy(messages).compareTo(Duration.between(at, end)) < 0 ? gap : gap.dividedBy(4);
            List<Step> steps = new ArrayList<>();
            boolean spam = ends && number % 5 == 0;
            steps.add(step(at, () -> open(spam)));
            if (spam) {
                return steps;
            }
            responsible.ifPresent(person -> steps.add(step(steps.get(0).at().plusSeconds(900), this::assign)));
            for (int i = 1; i < messages; i++) {
                Instant then = at.plus(gap.multipliedBy(i));
                steps.add(step(then, i % 2 == 1 ? this::reply : () -> append(then)));
            }
            Instant last = at.plus(gap.multipliedBy(messages));
            if (ends) {
                steps.add(step(last, () -> desk.desk().status(reader(), id(), Status.CLOSED, version())));
            } else if (chance.nextInt(12) == 0) {
                LocalDate day = LocalDate.now(Deadlines.ZONE).plusDays(chance.nextInt(9));
                steps.add(step(last, () -> desk.desk().followUp(reader(), id(), Optional.of(day), version())));
            }
            return steps;
        }

        private Step step(Instant at, Runnable act) {
            return new Step(at, this, act);
        }

        /** By whoever is responsible, and by the leads, whose seal is another one. */
        Step read() {
            return step(Instant.now(), () -> {
                desk.desk().open(reader(), id());
                desk.desk().open(first ? leyla : ion, id());
            });
        }

        private void open(boolean spam) {
            String mailbox = first ? DeskFixture.MAILBOX : DeskFixture.OTHER_MAILBOX;
            TeamReaders readers = accounts.teams.pinnedReaders(mailbox);
            ClientMessage mail = ComposedMails.mail(chance, number, language, accounts.clock.instant());
            ticket = Optional.of(
                    desk.reception().open(readers, mailbox, mail, Optional.empty(), Party.CLIENT, null, spam));
        }

        private void append(Instant at) {
            desk.reception().append(id(), ComposedMails.mail(chance, number, language, at), Party.CLIENT);
        }

        private void assign() {
            desk.desk().assign(first ? leyla : ion, id(), responsible.map(Caller::name), version());
        }

        private void reply() {
            String text = ComposedMails.text(chance, language);
            desk.desk().reply(reader(), id(), new NewReply(text, List.of(), version(), null));
        }

        private UUID id() {
            return ticket.orElseThrow();
        }

        private long version() {
            return desk.statements
                    .list("SELECT version FROM ticket WHERE id = ?", row -> row.getLong(1), id())
                    .get(0);
        }
    }

    @Override
    public void close() {
        desk.close();
    }
}
