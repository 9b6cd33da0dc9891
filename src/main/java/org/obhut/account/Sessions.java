package org.obhut.account;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.obhut.platform.Settings;

/**
 * The open sessions, in memory only. Ends and wipes each after 15 minutes (setting) without its person's own action. Kept by the
 * SHA-256 of their handle, so that no lookup takes a time that tells about handles.
 */
@ApplicationScoped
public class Sessions {

    private static final System.Logger LOG = System.getLogger(Sessions.class.getName());
    private static final int HANDLE = 32;

    private record Open(Caller caller, Instant lastUse) {}

    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final SecureRandom random;
    private final Clock clock;
    private final Duration idle;
    private final Consumer<SessionEnded> ended;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected Sessions() {
        this(null, null, null, (Consumer<SessionEnded>) null);
    }

    @Inject
    public Sessions(SecureRandom random, Clock clock, Settings settings, Event<SessionEnded> ended) {
        this(random, clock, settings.idleTime(), ended::fire);
    }

    Sessions(SecureRandom random, Clock clock, Duration idle, Consumer<SessionEnded> ended) {
        this.random = random;
        this.clock = clock;
        this.idle = idle;
        this.ended = ended;
    }

    /** Opens a session; its keyring is wiped when it ends. */
    Session begin(Caller caller) {
        byte[] bytes = new byte[HANDLE];
        random.nextBytes(bytes);
        String handle = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Open session = new Open(caller, clock.instant());
        open.put(key(handle), session);
        return session(handle, session);
    }

    /** The session of a handle, and counts this as the person's own action. */
    public Optional<Session> use(String handle) {
        return live(
                handle,
                open.computeIfPresent(
                        key(handle),
                        (key, session) -> over(session) ? session : new Open(session.caller(), clock.instant())));
    }

    /** The session of a handle without prolonging it: for streams, autosave and polls. */
    public Optional<Session> peek(String handle) {
        return live(handle, open.get(key(handle)));
    }

    /** Ends a session and wipes its keyring. */
    public void end(String handle) {
        end(key(handle), SessionEnded.Reason.SIGNED_OUT);
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
            tell(new SessionEnded(session.caller(), reason));
        }
    }

    /** An observer that fails must not keep the next session's keys alive. */
    private void tell(SessionEnded end) {
        try {
            ended.accept(end);
        } catch (RuntimeException failure) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "An observer of a session''s end failed: {0}",
                    failure.getClass().getName());
        }
    }

    private Optional<Session> live(String handle, @Nullable Open session) {
        if (session == null) {
            return Optional.empty();
        }
        if (over(session)) {
            end(key(handle), SessionEnded.Reason.IDLE);
            return Optional.empty();
        }
        return Optional.of(session(handle, session));
    }

    private boolean over(Open session) {
        return !clock.instant().isBefore(session.lastUse().plus(idle));
    }

    private Session session(String handle, Open session) {
        return new Session(handle, session.caller(), session.lastUse().plus(idle));
    }

    private static String key(String handle) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(handle.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not at hand", e);
        }
    }
}
