package org.obhut.console;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.obhut.account.Caller;
import org.obhut.account.Session;
import org.obhut.account.Sessions;
import org.obhut.notification.Notifications;
import org.obhut.ticket.ClientWaits;
import org.obhut.ticket.DeskChanged;
import org.obhut.ticket.Escalated;
import org.obhut.ticket.PresenceChanged;

/**
 * The open streams. An event carries no data: who may see the change is told to look, and the look is answered by rights
 * like any other page. Each event makes a browser read its desk anew: a burst of changes becomes one event, whoever was told is told
 * again two seconds later at the earliest, and where many are at work one is told after the other, so that what somebody asks for
 * meanwhile need not wait behind all of them.
 */
@ApplicationScoped
public class LiveStreams {

    private static final long BEAT_SECONDS = 10;
    private static final long GATHER_MILLIS = 150;
    private static final long APART_MILLIS = 2_000;
    private static final long TURN_MILLIS = 100;
    private static final int MOST_TURNS = 20;

    private final Sessions sessions;
    private final Predicate<Caller> quiet;
    private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
    private final AtomicInteger opened = new AtomicInteger();

    @Resource
    private ManagedScheduledExecutorService managed;

    private ScheduledExecutorService executor;
    private ScheduledFuture<?> beat;

    @Inject
    public LiveStreams(Sessions sessions, Notifications notifications) {
        this(sessions, notifications::quiet);
    }

    LiveStreams(Sessions sessions, Predicate<Caller> quiet) {
        this.sessions = sessions;
        this.quiet = quiet;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected LiveStreams() {
        this(null, (Predicate<Caller>) null);
    }

    /** One browser's stream; {@code told} is false while an event waits to be sent, {@code last} when the latest was. */
    private record Stream(String handle, int number, SseEventSink sink, Sse sse, AtomicBoolean told, AtomicLong last) {

        /** How long the next event waits where there are so many streams. */
        long delayMillis(int streams) {
            long since = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - last.get());
            int turn = Math.floorMod(number, Math.max(1, Math.min(streams, MOST_TURNS)));
            return Math.max(GATHER_MILLIS + turn * TURN_MILLIS, APART_MILLIS - since);
        }

        void send(String name) {
            // An event without data is not dispatched (HTML, server-sent events, 9.2.6).
            OutboundSseEvent event = sse.newEventBuilder().name(name).data(name).build();
            sink.send(event);
        }
    }

    @PostConstruct
    void start() {
        start(managed);
    }

    void start(ScheduledExecutorService threads) {
        executor = threads;
        beat = executor.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    void add(String handle, SseEventSink sink, Sse sse) {
        var stream = new Stream(
                handle,
                opened.getAndIncrement(),
                sink,
                sse,
                new AtomicBoolean(true),
                new AtomicLong(System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(APART_MILLIS)));
        streams.add(stream);
        stream.send("hello");
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeskChanged change) {
        for (Stream stream : streams) {
            if (concerns(stream, change) && stream.told.compareAndSet(true, false)) {
                executor.schedule(() -> tell(stream), stream.delayMillis(streams.size()), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Who is at a ticket is told to nobody here: those who are there ask, and are answered by rights. */
    void present(@Observes PresenceChanged change) {
        for (Stream stream : streams) {
            Optional<Session> session = sessions.peek(stream.handle);
            if (session.filter(open -> change.persons().contains(open.caller().person()))
                    .isPresent()) {
                executor.schedule(() -> attempt(stream, "presence"), 0, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Whoever is to answer a mail, or would be the first to see that nobody is yet, hears that something waits; so do leads of what is urgent. */
    void waits(@Observes(during = TransactionPhase.AFTER_SUCCESS) ClientWaits mail) {
        wake(
                caller -> caller.person().equals(mail.responsible())
                        || (mail.responsible() == null
                                        || mail.urgent() && !caller.leads().isEmpty())
                                && caller.opensFor(mail.readers()),
                mail.urgent());
    }

    /** Leads hear that a client of their team waits too long. */
    void escalated(@Observes(during = TransactionPhase.AFTER_SUCCESS) Escalated late) {
        wake(caller -> caller.opensFor(Set.of(late.leads())), late.urgent());
    }

    /** Asked apart, as the transaction that told of it is over: whether the hour is one of those without notices. */
    private void wake(Predicate<Caller> whom, boolean whateverTheHour) {
        for (Stream stream : streams) {
            sessions.peek(stream.handle)
                    .map(Session::caller)
                    .filter(whom)
                    .ifPresent(caller -> executor.schedule(
                            () -> {
                                if (whateverTheHour || !quiet.test(caller)) {
                                    attempt(stream, "waits");
                                }
                            },
                            GATHER_MILLIS,
                            TimeUnit.MILLISECONDS));
        }
    }

    private boolean concerns(Stream stream, DeskChanged change) {
        Optional<Session> session = sessions.peek(stream.handle);
        return session.isPresent() && session.get().caller().opensFor(change.readers());
    }

    private void tell(Stream stream) {
        stream.last.set(System.nanoTime());
        stream.told.set(true);
        attempt(stream, "desk");
    }

    /** Finds sessions that are over and connections that are gone; keeps proxies from closing the others. */
    void beat() {
        for (Stream stream : streams) {
            if (sessions.watch(stream.handle).isEmpty()) {
                attempt(stream, "ended");
                drop(stream);
            } else {
                attempt(stream, "beat");
            }
        }
    }

    private void attempt(Stream stream, String name) {
        try {
            if (stream.sink.isClosed()) {
                drop(stream);
            } else {
                stream.send(name);
            }
        } catch (RuntimeException gone) {
            // A browser that went away says so only when it is written to.
            drop(stream);
        }
    }

    private void drop(Stream stream) {
        streams.remove(stream);
        try {
            stream.sink.close();
        } catch (RuntimeException gone) {
            // Closed already.
        }
    }

    @PreDestroy
    void stop() {
        beat.cancel(false);
        streams.forEach(this::drop);
    }
}
