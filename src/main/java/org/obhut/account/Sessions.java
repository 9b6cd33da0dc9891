package org.obhut.account;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.EnvelopeException;
import org.obhut.envelope.RandomId;
import org.obhut.platform.Settings;

/**
 * The open sessions, in memory only. Ends and wipes each after 15 minutes (setting) without its person's own action. Kept by the
 * SHA-256 of their handle, so that no lookup takes a time that tells about handles. Where teams have changed, a session's keyring
 * is brought up to date when its person comes next.
 */
@ApplicationScoped
public class Sessions {

    private static final System.Logger LOG = System.getLogger(Sessions.class.getName());

    /** @param id for its person's list @param teams how many changes of teams its keyring knows */
    private record Open(UUID id, Instant began, Caller caller, Instant lastUse, long teams) {

        Open used(Instant now) {
            return new Open(id, began, caller, now, teams);
        }

        Open renewed(Caller latest, long known) {
            return new Open(id, began, latest, lastUse, known);
        }
    }

    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final AtomicLong teams = new AtomicLong();
    private final SecureRandom random;
    private final Clock clock;
    private final Duration idle;
    private final UnaryOperator<Caller> renewal;
    private final Consumer<SessionBegan> began;
    private final Consumer<SessionEnded> ended;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Sessions() {
        this(null, null, (Duration) null, null, null, null);
    }

    @Inject
    public Sessions(
            SecureRandom random,
            Clock clock,
            Settings settings,
            KeyringOpening keyrings,
            Event<SessionBegan> began,
            Event<SessionEnded> ended) {
        this(random, clock, settings.idleTime(), keyrings::renewed, began::fire, ended::fire);
    }

    Sessions(
            SecureRandom random,
            Clock clock,
            Duration idle,
            UnaryOperator<Caller> renewal,
            Consumer<SessionBegan> began,
            Consumer<SessionEnded> ended) {
        this.random = random;
        this.clock = clock;
        this.idle = idle;
        this.renewal = renewal;
        this.began = began;
        this.ended = ended;
    }

    /** Opens a session; its keyring is wiped when it ends. */
    Session begin(Caller caller) {
        String handle = Handle.next(random);
        // Its keyring may be a change of teams older than this: 0 makes sure that it is looked at again.
        Open session = new Open(RandomId.next(random), clock.instant(), caller, clock.instant(), 0);
        open.put(Handle.key(handle), session);
        tell(began, new SessionBegan(caller));
        return session(handle, session);
    }

    /** The session of a handle, and counts this as the person's own action. */
    public Optional<Session> use(String handle) {
        return live(
                handle,
                open.computeIfPresent(
                        Handle.key(handle), (key, session) -> over(session) ? session : session.used(clock.instant())),
                true);
    }

    /** The session of a handle without prolonging it: for autosave and polls. */
    public Optional<Session> watch(String handle) {
        return live(handle, open.get(Handle.key(handle)), true);
    }

    /** As {@link #watch}, with the keyring as it is: asks no database, for observers of a transaction. */
    public Optional<Session> peek(String handle) {
        return live(handle, open.get(Handle.key(handle)), false);
    }

    /** Ends a session and wipes its keyring. */
    public void end(String handle) {
        end(Handle.key(handle), SessionEnded.Reason.SIGNED_OUT);
    }

    /** A person's open sessions, the latest first. @param handle of the one that asks */
    List<SessionList.Listed> list(UUID person, String handle) {
        String current = Handle.key(handle);
        return open.entrySet().stream()
                .filter(entry -> entry.getValue().caller().person().equals(person) && !over(entry.getValue()))
                .map(entry -> new SessionList.Listed(
                        entry.getValue().id(),
                        entry.getValue().began(),
                        entry.getValue().lastUse(),
                        entry.getKey().equals(current)))
                .sorted(Comparator.comparing(SessionList.Listed::began).reversed())
                .toList();
    }

    /** Ends one of a person's sessions; nothing where it has ended, or is another's. */
    void end(UUID person, UUID session) {
        open.forEach((key, each) -> {
            if (each.id().equals(session) && each.caller().person().equals(person)) {
                end(key, SessionEnded.Reason.SIGNED_OUT);
            }
        });
    }

    /** Ends all sessions of a person whose rights have ended. */
    void endOf(UUID person) {
        open.forEach((key, session) -> {
            if (session.caller().person().equals(person)) {
                end(key, SessionEnded.Reason.RIGHTS_ENDED);
            }
        });
    }

    void reset(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountWasReset reset) {
        endOf(reset.person());
    }

    void blocked(@Observes(during = TransactionPhase.AFTER_SUCCESS) PersonBlocked blocked) {
        endOf(blocked.person());
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) TeamsChanged change) {
        teams.incrementAndGet();
    }

    /** Ends every session whose time is over. */
    void sweep() {
        open.forEach((key, session) -> {
            if (over(session)) {
                end(key, SessionEnded.Reason.IDLE);
            }
        });
    }

    @PreDestroy
    void endAll() {
        open.keySet().forEach(key -> end(key, SessionEnded.Reason.SHUTDOWN));
    }

    private void end(String key, SessionEnded.Reason reason) {
        Open session = open.remove(key);
        if (session != null) {
            session.caller().keyring().close();
            tell(ended, new SessionEnded(session.caller(), reason));
        }
    }

    /** An observer that fails must not keep the next session's keys alive. */
    private static <T> void tell(Consumer<T> observers, T event) {
        try {
            observers.accept(event);
        } catch (RuntimeException failure) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "An observer of a session failed: {0}",
                    failure.getClass().getName());
        }
    }

    private Optional<Session> live(String handle, @Nullable Open session, boolean renewing) {
        if (session == null) {
            return Optional.empty();
        }
        if (over(session)) {
            end(Handle.key(handle), SessionEnded.Reason.IDLE);
            return Optional.empty();
        }
        Open shown = renewing ? renewed(Handle.key(handle), session) : session;
        return shown == null ? Optional.empty() : Optional.of(session(handle, shown));
    }

    /** One at a time for each keyring, so that no root is put in another's place while somebody uses it. */
    private @Nullable Open renewed(String key, Open session) {
        long now = teams.get();
        if (session.teams() == now) {
            return session;
        }
        synchronized (session.caller().keyring()) {
            try {
                Caller caller = renewal.apply(session.caller());
                return open.computeIfPresent(key, (same, latest) -> latest.renewed(caller, now));
            } catch (EnvelopeException wiped) {
                // The session ended meanwhile.
                return null;
            }
        }
    }

    private boolean over(Open session) {
        return !clock.instant().isBefore(session.lastUse().plus(idle));
    }

    private Session session(String handle, Open session) {
        return new Session(handle, session.caller(), session.lastUse().plus(idle));
    }
}
