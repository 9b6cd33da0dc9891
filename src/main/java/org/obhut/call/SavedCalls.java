package org.obhut.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.obhut.account.Caller;
import org.obhut.call.CallFiles.Opened;
import org.obhut.envelope.RandomId;
import org.obhut.platform.InvalidInput;

/**
 * Logged calls that can be taken back: for minutes there is a file, open to who logged the call alone, that says what the form was and by
 * what its facts and its entry are found again. Each method is one transaction or part of the caller's.
 */
@ApplicationScoped
@Transactional
public class SavedCalls {

    private final CallFiles files;
    private final CallCount count;
    private final SecureRandom random;
    private final Clock clock;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected SavedCalls() {
        this(null, null, null, null);
    }

    @Inject
    SavedCalls(CallFiles files, CallCount count, SecureRandom random, Clock clock) {
        this.files = files;
        this.count = count;
        this.random = random;
        this.clock = clock;
    }

    /** Keeps a call from now on; the draft with which it began becomes this. */
    void keep(Caller caller, SavedCall call) {
        UUID id = call.form().id();
        boolean drafted =
                files.find(caller, id).filter(file -> file.savedUntil() == null).isPresent();
        files.put(caller, drafted || !files.taken(id) ? id : RandomId.next(random), call.json(), call.until());
    }

    /** The caller's calls that can be taken back, the latest first. */
    List<SavedCall> all(Caller caller) {
        return files.all(caller).stream()
                .filter(this::open)
                .map(file -> SavedCall.of(file.id(), file.content()))
                .sorted(Comparator.comparing(SavedCall::at).reversed())
                .toList();
    }

    private boolean open(Opened file) {
        Instant until = file.savedUntil();
        return until != null && clock.instant().isBefore(until);
    }

    /**
     * One of the caller's that can be taken back.
     *
     * @throws InvalidInput where it was taken back before, its time is over, or it is another's
     */
    SavedCall find(Caller caller, UUID id) {
        Optional<Opened> file = files.find(caller, id);
        if (file.isPresent() && file.get().savedUntil() == null) {
            throw new InvalidInput("call", "undo-twice");
        }
        return file.filter(this::open)
                .map(open -> SavedCall.of(id, open.content()))
                .orElseThrow(() -> new InvalidInput("call", "undo-late"));
    }

    /**
     * Takes back what a call counts, and makes of it again what is not logged.
     *
     * @param also done with it
     * @throws InvalidInput as {@link #find}, and where what it counts has been moved
     */
    void giveBack(Caller caller, UUID id, Consumer<SavedCall> also) {
        files.serialise(caller);
        SavedCall call = find(caller, id);
        if (!count.takeBack(call.call(), call.facts())) {
            throw new InvalidInput("call", "undo-counted");
        }
        files.put(caller, id, call.form().json(), null);
        also.accept(call);
    }

    /** Ends those whose time is over. */
    int end() {
        return files.endSaved();
    }
}
