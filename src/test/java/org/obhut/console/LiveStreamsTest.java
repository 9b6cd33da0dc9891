package org.obhut.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obhut.account.Caller;
import org.obhut.account.Session;
import org.obhut.account.Sessions;
import org.obhut.envelope.Keyring;
import org.obhut.envelope.Root;
import org.obhut.ticket.ClientWaits;
import org.obhut.ticket.DeskChanged;
import org.obhut.ticket.Escalated;

class LiveStreamsTest {

    private static final UUID TEAM = UUID.randomUUID();
    private static final UUID OTHER_TEAM = UUID.randomUUID();

    private final Map<String, Session> open = new HashMap<>();
    private final Waiting tasks = new Waiting();
    private boolean quiet;
    private final LiveStreams streams = new LiveStreams(
            new Sessions() {
                @Override
                public Optional<Session> peek(String handle) {
                    return Optional.ofNullable(open.get(handle));
                }
            },
            caller -> quiet);

    @BeforeEach
    void start() {
        streams.start(tasks);
    }

    @AfterEach
    void stop() {
        streams.stop();
        tasks.shutdownNow();
    }

    private Sink stream(String handle, UUID reader) {
        var keyring = new Keyring();
        keyring.add(reader, Root.random(new SecureRandom()));
        var caller = new Caller(UUID.randomUUID(), handle, Set.of(), Set.of(), Set.of(), keyring);
        open.put(handle, new Session(handle, caller, Instant.MAX));
        var sink = new Sink();
        streams.add(handle, sink.asSink(), SSE);
        return sink;
    }

    @Test
    void tellsOnlyThoseWhoCanSeeTheChange() {
        Sink ours = stream("anna", TEAM);
        Sink theirs = stream("ion", OTHER_TEAM);

        streams.changed(new DeskChanged(UUID.randomUUID(), Set.of(TEAM)));
        tasks.run();

        assertEquals(List.of("hello", "desk"), ours.names);
        assertEquals(List.of("hello"), theirs.names);
    }

    @Test
    void makesOneEventOfABurst() {
        Sink ours = stream("anna", TEAM);
        for (int i = 0; i < 200; i++) {
            streams.changed(new DeskChanged(UUID.randomUUID(), Set.of(TEAM)));
        }
        tasks.run();
        streams.changed(new DeskChanged(UUID.randomUUID(), Set.of(TEAM)));
        tasks.run();
        assertEquals(List.of("hello", "desk", "desk"), ours.names);
    }

    @Test
    void tellsOneAfterTheOtherWhereManyAreAtWork() {
        stream("anna", TEAM);
        streams.changed(new DeskChanged(UUID.randomUUID(), Set.of(TEAM)));
        assertEquals(List.of(150L), tasks.delays, "alone she is told at once");
        tasks.run();
        streams.changed(new DeskChanged(UUID.randomUUID(), Set.of(TEAM)));
        assertEquals(2_000, tasks.delays.get(0), 500, "then not sooner than after two seconds");
        tasks.run();
        for (int i = 0; i < 39; i++) {
            stream("person" + i, TEAM);
        }
        streams.changed(new DeskChanged(UUID.randomUUID(), Set.of(TEAM)));
        assertEquals(40, tasks.delays.size());
        assertTrue(new HashSet<>(tasks.delays).size() >= 20, () -> "delays: " + tasks.delays);
        assertTrue(Collections.max(tasks.delays) <= 2_050, () -> "delays: " + tasks.delays);
    }

    @Test
    void wakesWhoeverIsToAnswerAndNobodyAtQuietHours() {
        Sink anna = stream("anna", TEAM);
        Sink bela = stream("bela", TEAM);
        Sink ion = stream("ion", OTHER_TEAM);
        streams.waits(new ClientWaits(null, Set.of(TEAM), false));
        tasks.run();
        streams.waits(new ClientWaits(open.get("bela").caller().person(), Set.of(TEAM), false));
        tasks.run();
        streams.escalated(new Escalated(OTHER_TEAM, false));
        tasks.run();
        quiet = true;
        streams.waits(new ClientWaits(null, Set.of(TEAM), false));
        streams.escalated(new Escalated(OTHER_TEAM, false));
        tasks.run();
        assertEquals(List.of("hello", "waits"), anna.names);
        assertEquals(List.of("hello", "waits", "waits"), bela.names);
        assertEquals(List.of("hello", "waits"), ion.names);
        streams.escalated(new Escalated(OTHER_TEAM, true));
        tasks.run();
        assertEquals(List.of("hello", "waits", "waits"), ion.names, "what is urgent is told at any hour");
    }

    @Test
    void endsWithItsSession() {
        Sink ours = stream("anna", TEAM);
        open.clear();
        streams.changed(new DeskChanged(UUID.randomUUID(), Set.of(TEAM)));
        tasks.run();
        streams.beat();
        assertEquals(List.of("hello", "ended"), ours.names);
        assertTrue(ours.closed);
    }

    @Test
    void closesEveryStreamAtTheEnd() {
        Sink ours = stream("anna", TEAM);
        streams.stop();
        assertTrue(ours.closed);
    }

    /** Keeps tasks until the test runs them, and never repeats any. */
    private static final class Waiting extends ScheduledThreadPoolExecutor implements ScheduledExecutorService {

        private final List<Runnable> tasks = new ArrayList<>();
        private final List<Long> delays = new ArrayList<>();

        Waiting() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            tasks.add(task);
            delays.add(unit.toMillis(delay));
            return super.schedule((Callable<Void>) () -> null, 1, TimeUnit.DAYS);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long first, long delay, TimeUnit unit) {
            return super.schedule((Callable<Void>) () -> null, 1, TimeUnit.DAYS);
        }

        void run() {
            List.copyOf(tasks).forEach(Runnable::run);
            tasks.clear();
            delays.clear();
        }
    }

    private static final class Sink {

        private final List<String> names = new ArrayList<>();
        private boolean closed;

        SseEventSink asSink() {
            return proxy(SseEventSink.class, (method, arguments) -> switch (method) {
                case "send" -> names.add(((OutboundSseEvent) arguments[0]).getName()) ? null : null;
                case "isClosed" -> closed;
                case "close" -> {
                    closed = true;
                    yield null;
                }
                default -> null;
            });
        }
    }

    private static final Sse SSE = proxy(Sse.class, (method, arguments) -> builder());

    private static OutboundSseEvent.Builder builder() {
        var name = new String[1];
        var self = new OutboundSseEvent.Builder[1];
        self[0] = proxy(OutboundSseEvent.Builder.class, (method, arguments) -> switch (method) {
            case "name" -> {
                name[0] = (String) arguments[0];
                yield self[0];
            }
            case "build" -> proxy(OutboundSseEvent.class, (getter, none) -> getter.equals("getName") ? name[0] : null);
            default -> self[0];
        });
        return self[0];
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> answer.to(method.getName(), arguments);
                }));
    }
}
