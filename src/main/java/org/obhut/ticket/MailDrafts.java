package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.obhut.account.Caller;
import org.obhut.envelope.Part;
import org.obhut.envelope.RandomId;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.Root;
import org.obhut.envelope.SealedFile;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;
import org.obhut.platform.Statements;
import org.obhut.retention.FileSuperseded;

/**
 * Unsent mails to somebody new, at most one for each person: a sealed file of its own whose only reader is the writer. Each
 * time it is kept it is a new file under a new root, and the one before is gone.
 */
@Dependent
class MailDrafts {

    /** An unsent mail that nobody touched for so long is forgotten. */
    private static final int DAYS = 30;

    private record Stored(UUID id, byte[] wrap, byte[] body) {}

    private final Statements statements;
    private final Sealer sealer;
    private final Seals seals;
    private final Deadlines deadlines;
    private final Event<FileSuperseded> superseded;
    private final SecureRandom random;

    @Inject
    MailDrafts(
            Statements statements,
            Sealer sealer,
            Seals seals,
            Deadlines deadlines,
            Event<FileSuperseded> superseded,
            SecureRandom random) {
        this.statements = statements;
        this.sealer = sealer;
        this.seals = seals;
        this.deadlines = deadlines;
        this.superseded = superseded;
        this.random = random;
    }

    /** Keeps the mail, or discards an empty one. True where there is one now and was none, or the other way round. */
    boolean keep(Caller caller, MailDraft draft) {
        MailDraft checked = draft.checked();
        boolean before = discard(caller);
        if (!checked.isEmpty()) {
            store(caller, checked);
        }
        return before == checked.isEmpty();
    }

    private void store(Caller caller, MailDraft draft) {
        UUID id = RandomId.next(random);
        Root person = caller.keyring().root(caller.person());
        try (Root root = Root.random(random);
                var key = SealedFile.open(id, root, random).newItem(id)) {
            statements.run(
                    "INSERT INTO mail_draft (id, person_id, wrap, body, erase_on) VALUES (?, ?, ?, ?, ?)",
                    id,
                    caller.person(),
                    key.wrap(),
                    key.seal(Part.BODY, draft.bytes()),
                    deadlines.today().plusDays(DAYS));
            seals.put(sealer.seal(root, id, new ReaderKey(caller.person(), person.sealingKey())));
        }
    }

    /** The caller's unsent mail. */
    Optional<MailDraft> of(Caller caller) {
        String sql = "SELECT id, wrap, body FROM mail_draft WHERE person_id = ?";
        return statements
                .list(
                        sql,
                        row -> new Stored(row.getObject(1, UUID.class), row.getBytes(2), row.getBytes(3)),
                        caller.person())
                .stream()
                .findFirst()
                .flatMap(stored -> open(caller, stored));
    }

    private Optional<MailDraft> open(Caller caller, Stored stored) {
        return seals.find(stored.id(), Set.of(caller.person())).map(seal -> {
            try (Root root = sealer.open(seal, caller.keyring().root(caller.person()));
                    var key = SealedFile.open(stored.id(), root, random).item(stored.id(), stored.wrap())) {
                return MailDraft.of(key.open(Part.BODY, stored.body()));
            }
        });
    }

    /** True where there was one. */
    boolean discard(Caller caller) {
        return erase("DELETE FROM mail_draft WHERE person_id = ? RETURNING id", caller.person()) > 0;
    }

    /** How many the caller has; needs no key. */
    long count(UUID person) {
        return statements
                .list("SELECT count(*) FROM mail_draft WHERE person_id = ?", row -> row.getLong(1), person)
                .get(0);
    }

    private int erase(String sql, Object argument) {
        List<UUID> erased = statements.list(sql, row -> row.getObject(1, UUID.class), argument);
        erased.forEach(seals::removeAll);
        erased.forEach(id -> superseded.fire(new FileSuperseded(id)));
        return erased.size();
    }
}
