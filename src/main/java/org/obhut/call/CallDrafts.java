package org.obhut.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.call.CallFiles.Opened;
import org.obhut.envelope.RandomId;
import org.obhut.platform.InvalidInput;

/**
 * Calls that somebody is in or was interrupted in: each a sealed file whose only reader is who took the call, so that it outlives
 * the end of the session and opens for nobody else. Each method is one transaction.
 */
@ApplicationScoped
@Transactional
public class CallDrafts {

    /** More calls than anybody is in. */
    static final int MOST = 10;

    private final CallFiles files;
    private final SecureRandom random;
    private final Clock clock;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected CallDrafts() {
        this(null, null, null);
    }

    @Inject
    CallDrafts(CallFiles files, SecureRandom random, Clock clock) {
        this.files = files;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Keeps a call as it is now; what the same window kept later stays, and one that is logged meanwhile stays logged.
     *
     * @throws Refused where the caller is in no team
     * @throws InvalidInput where it is too long, or the caller has too many
     */
    public void keep(Caller caller, CallDraft draft) {
        refuseOutsiders(caller);
        CallDraft checked = draft.checked();
        files.serialise(caller);
        Optional<Opened> before = files.find(caller, draft.id());
        if (before.isEmpty()) {
            if (files.taken(draft.id()) || all(caller).size() >= MOST) {
                throw new InvalidInput("draft", "too-many");
            }
            files.put(caller, draft.id(), checked.after(0).json(), null);
        } else if (before.get().savedUntil() == null) {
            long last = draft(before.get()).sequence();
            CallDraft next = checked.after(last);
            if (next.sequence() > last) {
                files.put(caller, draft.id(), next.json(), null);
            }
        }
    }

    /** The caller's calls that are not logged yet, the latest first. */
    public List<CallDraft> all(Caller caller) {
        return files.all(caller).stream()
                .filter(file -> file.savedUntil() == null)
                .map(CallDrafts::draft)
                .sorted(Comparator.comparing(CallDraft::began).reversed())
                .toList();
    }

    /** One of the caller's calls that are not logged yet; empty where it is another's or there is none. */
    public Optional<CallDraft> find(Caller caller, UUID id) {
        return files.find(caller, id).filter(file -> file.savedUntil() == null).map(CallDrafts::draft);
    }

    private static CallDraft draft(Opened file) {
        return CallDraft.of(file.id(), file.content());
    }

    /** Forgets one of the caller's calls; nothing happens where there is none. */
    public void discard(Caller caller, UUID id) {
        files.discard(caller, id);
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
