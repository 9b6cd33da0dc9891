package org.obhut.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.envelope.Part;
import org.obhut.envelope.RandomId;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.Root;
import org.obhut.envelope.Seal;
import org.obhut.envelope.SealedFile;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;
import org.obhut.platform.InvalidInput;
import org.obhut.platform.Statements;
import org.obhut.retention.FileSuperseded;

/**
 * Calls that somebody is in or was interrupted in: each a sealed file whose only reader is who took the call, so that it outlives
 * the end of the session and opens for nobody else. Each method is one transaction.
 */
@ApplicationScoped
@Transactional
public class CallDrafts {

    /** A call that nobody went on with for so long is forgotten. */
    static final int DAYS = 7;

    /** More calls than anybody is in. */
    static final int MOST = 10;

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private record Stored(UUID id, byte[] wrap, byte[] body) {}

    private final Statements statements;
    private final Sealer sealer;
    private final Seals seals;
    private final Event<FileSuperseded> superseded;
    private final SecureRandom random;
    private final Clock clock;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected CallDrafts() {
        this(null, null, null, null, null, null);
    }

    @Inject
    CallDrafts(
            Statements statements,
            Sealer sealer,
            Seals seals,
            Event<FileSuperseded> superseded,
            SecureRandom random,
            Clock clock) {
        this.statements = statements;
        this.sealer = sealer;
        this.seals = seals;
        this.superseded = superseded;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Keeps a call as it is now; what the same window kept later stays.
     *
     * @throws Refused where the caller is in no team
     * @throws InvalidInput where it is too long, or the caller has too many
     */
    public void keep(Caller caller, CallDraft draft) {
        refuseOutsiders(caller);
        CallDraft checked = draft.checked();
        serialise(caller);
        Optional<Stored> before = stored(caller, draft.id());
        if (before.isEmpty()) {
            begin(caller, checked);
            return;
        }
        seals.find(draft.id(), Set.of(caller.person())).ifPresent(seal -> {
            try (Root root = open(caller, seal)) {
                if (content(root, before.get()).sequence() < checked.sequence()) {
                    write(root, checked);
                }
            }
        });
    }

    /** Two windows that keep the same call wait for each other. */
    private void serialise(Caller caller) {
        statements.list(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, "call_draft " + caller.person());
    }

    private void begin(Caller caller, CallDraft draft) {
        boolean elsewhere = !statements
                .list("SELECT 1 FROM call_draft WHERE id = ?", row -> true, draft.id())
                .isEmpty();
        if (elsewhere || count(caller) >= MOST) {
            throw new InvalidInput("draft", "too-many");
        }
        Root person = caller.keyring().root(caller.person());
        try (Root root = Root.random(random);
                var key = SealedFile.open(draft.id(), root, random).newItem(draft.id())) {
            statements.run(
                    "INSERT INTO call_draft (id, person_id, wrap, body, erase_on) VALUES (?, ?, ?, ?, ?)",
                    draft.id(),
                    caller.person(),
                    key.wrap(),
                    key.seal(Part.BODY, draft.bytes()),
                    eraseOn());
            seals.put(sealer.seal(root, draft.id(), new ReaderKey(caller.person(), person.sealingKey())));
        }
    }

    private void write(Root root, CallDraft draft) {
        try (var key = SealedFile.open(draft.id(), root, random).newItem(draft.id())) {
            statements.run(
                    "UPDATE call_draft SET wrap = ?, body = ?, erase_on = ? WHERE id = ?",
                    key.wrap(),
                    key.seal(Part.BODY, draft.bytes()),
                    eraseOn(),
                    draft.id());
        }
    }

    private LocalDate eraseOn() {
        return LocalDate.ofInstant(clock.instant(), ZONE).plusDays(DAYS);
    }

    /** The caller's calls that are not logged yet, the latest first. */
    public List<CallDraft> all(Caller caller) {
        List<Stored> rows = statements.list(
                "SELECT id, wrap, body FROM call_draft WHERE person_id = ?",
                row -> new Stored(row.getObject(1, UUID.class), row.getBytes(2), row.getBytes(3)),
                caller.person());
        Map<UUID, Seal> keys = seals.find(rows.stream().map(Stored::id).toList(), Set.of(caller.person()));
        return rows.stream()
                .filter(row -> keys.containsKey(row.id()))
                .map(row -> read(caller, keys.get(row.id()), row))
                .sorted(Comparator.comparing(CallDraft::began).reversed())
                .toList();
    }

    /** One of the caller's calls; empty where it is another's or there is none. */
    public Optional<CallDraft> find(Caller caller, UUID id) {
        return stored(caller, id)
                .flatMap(row -> seals.find(id, Set.of(caller.person())).map(seal -> read(caller, seal, row)));
    }

    /** Forgets one of the caller's calls; nothing happens where there is none. */
    public void discard(Caller caller, UUID id) {
        String sql = "DELETE FROM call_draft WHERE id = ? AND person_id = ?";
        if (statements.run(sql, id, caller.person()) == 1) {
            seals.removeAll(id);
            superseded.fire(new FileSuperseded(id));
        }
    }

    private long count(Caller caller) {
        return statements
                .list("SELECT count(*) FROM call_draft WHERE person_id = ?", row -> row.getLong(1), caller.person())
                .get(0);
    }

    private Optional<Stored> stored(Caller caller, UUID id) {
        return statements
                .list(
                        "SELECT id, wrap, body FROM call_draft WHERE id = ? AND person_id = ?",
                        row -> new Stored(row.getObject(1, UUID.class), row.getBytes(2), row.getBytes(3)),
                        id,
                        caller.person())
                .stream()
                .findFirst();
    }

    private CallDraft read(Caller caller, Seal seal, Stored stored) {
        try (Root root = open(caller, seal)) {
            return content(root, stored);
        }
    }

    private Root open(Caller caller, Seal seal) {
        return sealer.open(seal, caller.keyring().root(caller.person()));
    }

    private CallDraft content(Root root, Stored stored) {
        try (var key = SealedFile.open(stored.id(), root, random).item(stored.id(), stored.wrap())) {
            return CallDraft.of(stored.id(), key.open(Part.BODY, stored.body()));
        }
    }

    /** A call that begins now and is not kept yet. */
    public CallDraft fresh() {
        return new CallDraft(RandomId.next(random), clock.instant(), 0, Map.of());
    }

    private static void refuseOutsiders(Caller caller) {
        if (!caller.counsellor()) {
            throw new Refused("member of a team");
        }
    }
}
