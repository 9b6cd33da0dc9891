package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.obhut.account.Caller;
import org.obhut.account.SessionEnded;

/**
 * How much lies in each folder, counted once until something changes that its reader can see. Without an event a count is good for
 * {@link #GOOD_FOR}: days and times of reading come and go by themselves.
 */
@ApplicationScoped
class FolderCounts {

    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

    /** Whose folders: the same person may have another keyring in another session. */
    private record Reader(UUID person, Set<UUID> readers, Set<UUID> teams) {}

    /** Equal to nothing but itself. */
    private static final class Counted {

        private final Map<Folder, Long> counts;
        private final Instant at;

        Counted(Map<Folder, Long> counts, Instant at) {
            this.counts = counts;
            this.at = at;
        }
    }

    private final FolderQuery query;
    private final MailDrafts mailDrafts;
    private final Deadlines deadlines;
    private final Map<Reader, Counted> known = new ConcurrentHashMap<>();

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected FolderCounts() {
        this(null, null, null);
    }

    @Inject
    FolderCounts(FolderQuery query, MailDrafts mailDrafts, Deadlines deadlines) {
        this.query = query;
        this.mailDrafts = mailDrafts;
        this.deadlines = deadlines;
    }

    Map<Folder, Long> of(Caller caller) {
        var reader = new Reader(caller.person(), caller.keyring().readers(), caller.counsels());
        Counted counted = known.get(reader);
        if (counted != null && deadlines.now().isBefore(counted.at.plus(GOOD_FOR)) && sameDay(counted.at)) {
            return counted.counts;
        }
        // Put there before the tables are read: a change that commits meanwhile takes it away again.
        var asked = new Counted(Map.of(), Instant.MIN);
        known.put(reader, asked);
        Map<Folder, Long> counts = query.counts(caller);
        counts.merge(Folder.DRAFTS, mailDrafts.count(caller.person()), Long::sum);
        known.replace(reader, asked, new Counted(Collections.unmodifiableMap(counts), deadlines.now()));
        return counts;
    }

    long of(Caller caller, Listing listing) {
        return query.count(caller, listing);
    }

    private boolean sameDay(Instant then) {
        return deadlines.day(then).equals(deadlines.today());
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeskChanged change) {
        known.keySet().removeIf(reader -> !Collections.disjoint(reader.readers(), change.readers()));
    }

    /** What somebody could see is nobody's business after they left. */
    void ended(@Observes SessionEnded ended) {
        known.keySet().removeIf(reader -> reader.person().equals(ended.caller().person()));
    }
}
