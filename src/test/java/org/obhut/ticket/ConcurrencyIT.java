package org.obhut.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obhut.account.Caller;

/** Several people, and intake, at one ticket in the same moment: nothing is lost, nothing doubled. */
class ConcurrencyIT {

    private static final int ROUNDS = 5;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private DeskFixture fixture;

    @BeforeEach
    void start(@TempDir Path keys) {
        fixture = new DeskFixture(keys);
    }

    @AfterEach
    void stop() throws InterruptedException {
        threads.shutdown();
        assertTrue(threads.awaitTermination(30, TimeUnit.SECONDS));
        fixture.close();
    }

    /** Runs all at once; an answer is what was thrown, or what was returned. */
    private List<Object> atOnce(List<Callable<Object>> works) throws Exception {
        CyclicBarrier start = new CyclicBarrier(works.size());
        List<Future<Object>> running = new ArrayList<>();
        for (Callable<Object> work : works) {
            running.add(threads.submit(() -> {
                start.await(30, TimeUnit.SECONDS);
                return work.call();
            }));
        }
        List<Object> answers = new ArrayList<>();
        for (Future<Object> one : running) {
            try {
                answers.add(one.get(30, TimeUnit.SECONDS));
            } catch (ExecutionException e) {
                answers.add(e.getCause());
            }
        }
        return answers;
    }

    private Callable<Object> reply(Caller caller, UUID ticket, long version, String key) {
        NewReply reply = new NewReply("Von " + caller.name(), List.of(), version, key);
        return () -> fixture.desk(desk -> desk.reply(caller, ticket, reply));
    }

    private static long count(List<Object> answers, Class<?> type) {
        return answers.stream().filter(type::isInstance).count();
    }

    @Test
    void ofTwoWhoAnswerAtOnceOneIsStopped() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            UUID ticket = fixture.ticket(Mails.rosa());
            List<Object> answers =
                    atOnce(List.of(reply(fixture.anna, ticket, 1, "a"), reply(fixture.bela, ticket, 1, "b")));
            assertEquals(1, count(answers, AcceptedReply.class), answers.toString());
            assertEquals(1, count(answers, TicketChanged.class), answers.toString());
            assertEquals(round, fixture.outbox.accepted.size());
            assertEquals(2, fixture.open(fixture.leyla, ticket).row().messageCount());
        }
    }

    @Test
    void aRequestThatComesTwiceAtOnceIsAnsweredTwiceAndDoneOnce() throws Exception {
        UUID ticket = fixture.ticket(Mails.rosa());
        List<Object> answers =
                atOnce(List.of(reply(fixture.anna, ticket, 1, "same"), reply(fixture.anna, ticket, 1, "same")));
        assertEquals(answers.get(0), answers.get(1));
        assertEquals(1, count(answers.subList(0, 1), AcceptedReply.class), answers.toString());
        assertEquals(1, fixture.outbox.accepted.size());
    }

    @Test
    void notesMailsAndReadersAtOnceLoseNothing() throws Exception {
        UUID ticket = fixture.ticket(Mails.rosa());
        List<Object> failures = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Object> answers = atOnce(List.of(
                    () -> fixture.desk(desk -> desk.note(fixture.anna, ticket, "a", Optional.empty())),
                    () -> fixture.desk(desk -> desk.note(fixture.bela, ticket, "b", Optional.empty())),
                    () -> fixture.append(ticket, Mails.rosa()),
                    () -> fixture.open(fixture.leyla, ticket)));
            answers.stream().filter(Throwable.class::isInstance).forEach(failures::add);
        }
        assertEquals(List.of(), failures);
        TicketView view = fixture.open(fixture.anna, ticket);
        assertEquals(1 + 3 * ROUNDS, view.timeline().size());
        assertEquals(1 + 3 * ROUNDS, view.row().version());
        assertEquals(1 + ROUNDS, view.row().messageCount());
        assertEquals(0, count("SELECT count(*) FROM ticket_item WHERE head IS NOT NULL"));
    }

    @Test
    void ofTwoWhoTakeATicketAtOnceOneHasItAndTheOtherReadsItNoMore() throws Exception {
        UUID ticket = fixture.ticket(Mails.rosa());
        List<Object> answers = atOnce(List.of(
                () -> fixture.desk(desk -> desk.assign(fixture.anna, ticket, Optional.of("anna"), 1)),
                () -> fixture.desk(desk -> desk.assign(fixture.bela, ticket, Optional.of("bela"), 1))));
        assertEquals(1, count(answers, Long.class), answers.toString());
        assertEquals(1, count(answers, TicketNotFound.class), answers.toString());
        assertEquals(2, count("SELECT count(*) FROM seal WHERE file = ?", ticket), "assignee and leads");
    }

    @Test
    void aCallThatIsLoggedTwiceAtOnceMakesOneTicket() throws Exception {
        CallEntry call = Callers.call(fixture.random);
        Callable<Object> open = () -> fixture.desk(desk -> desk.openCall(fixture.anna, fixture.team, call));
        List<Object> answers = atOnce(List.of(open, open, open));
        assertEquals(1, answers.stream().distinct().count(), answers.toString());
        assertEquals(1, count("SELECT count(*) FROM ticket"));
    }

    private long count(String sql, Object... arguments) {
        return fixture.statements.list(sql, row -> row.getLong(1), arguments).get(0);
    }
}
