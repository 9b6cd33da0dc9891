package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.ItemKey;
import org.obhut.envelope.Part;
import org.obhut.envelope.RandomId;
import org.obhut.platform.Statements;

/** Unsent texts, one for each person and ticket, sealed into the ticket. */
@Dependent
class Drafts {

    private record Stored(
            UUID item,
            byte[] wrap,
            byte[] body,
            boolean discarded,
            @Nullable UUID forTeam) {}

    /**
     * What is kept.
     *
     * @param at null in drafts of before this was kept
     * @param origin which window kept it
     * @param then where the ticket is to stand once it is approved and sent
     * @param returned with which words a second reader gave it back, empty where none did
     * @param forTeam in which team it waits for a second reader, null where it does not
     */
    record Sealed(
            UUID revision,
            Draft words,
            @Nullable Instant at,
            DraftOrigin origin,
            Status then,
            String returned,
            boolean discarded,
            @Nullable UUID forTeam) {

        boolean waitsIn(UUID team) {
            return team.equals(forTeam);
        }

        Sealed with(Draft other) {
            return new Sealed(revision, other, at, origin, then, returned, discarded, forTeam);
        }

        Sealed submitted(Status wanted) {
            return new Sealed(revision, words, at, origin, wanted, "", discarded, forTeam);
        }

        Sealed returned(String note) {
            return new Sealed(revision, words, at, origin, then, note, discarded, forTeam);
        }

        /** What is left once its reply has gone. */
        Sealed left() {
            return new Sealed(revision, words.replying(Draft.NONE), at, origin, Status.WAITING, "", false, null);
        }
    }

    private final Statements statements;
    private final DraftFiles files;
    private final Deadlines deadlines;
    private final SecureRandom random;

    @Inject
    Drafts(Statements statements, DraftFiles files, Deadlines deadlines, SecureRandom random) {
        this.statements = statements;
        this.files = files;
        this.deadlines = deadlines;
        this.random = random;
    }

    /** Keeps the words in place of those before; the draft's files stay. Returns the new revision. */
    UUID save(OpenTicket open, Draft words, DraftOrigin origin, String returned) {
        return put(
                open,
                open.person(),
                new Sealed(new UUID(0, 0), words, null, origin, Status.WAITING, returned, false, null));
    }

    /** Keeps a person's draft in place of the one before, under a new revision, which is returned. */
    UUID put(OpenTicket open, UUID person, Sealed draft) {
        String sql = """
                INSERT INTO draft (ticket_id, person_id, item_id, wrap, body) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (ticket_id, person_id) DO UPDATE
                SET item_id = excluded.item_id, wrap = excluded.wrap, body = excluded.body, discarded = false""";
        UUID item = RandomId.next(random);
        try (ItemKey key = open.file().newItem(item)) {
            byte[] clear = draft.words()
                    .write(ClearWriter.begin())
                    .put("at", deadlines.now())
                    .put("window", draft.origin().window())
                    .put("sequence", draft.origin().sequence())
                    .put("then", draft.then())
                    .put("returned", draft.returned())
                    .bytes();
            statements.run(sql, open.id(), person, item, key.wrap(), key.seal(Part.BODY, clear));
        }
        return item;
    }

    /** Deletes a person's draft with its files. True where there was one. */
    boolean remove(OpenTicket open, UUID person) {
        return statements.run("DELETE FROM draft WHERE ticket_id = ? AND person_id = ?", open.id(), person) > 0;
    }

    /** Hides the caller's draft, or brings a hidden one back. True where that was to be done. */
    boolean discarded(OpenTicket open, boolean discarded) {
        return statements.run(
                        "UPDATE draft SET discarded = ?, for_team = NULL WHERE ticket_id = ? AND person_id = ? AND discarded <> ?",
                        discarded,
                        open.id(),
                        open.person(),
                        discarded)
                > 0;
    }

    /** Lets a person's draft wait for a second reader of this team, or no more. True where that is new. */
    boolean waits(OpenTicket open, UUID person, @Nullable UUID team) {
        return team == null
                ? statements.run(
                                "UPDATE draft SET for_team = NULL WHERE ticket_id = ? AND person_id = ? AND for_team IS NOT NULL",
                                open.id(),
                                person)
                        > 0
                : statements.run(
                                "UPDATE draft SET for_team = ? WHERE ticket_id = ? AND person_id = ?",
                                team,
                                open.id(),
                                person)
                        > 0;
    }

    /** Whose drafts wait for a second reader of the ticket's team. */
    List<UUID> waiting(OpenTicket open) {
        return statements.list(
                "SELECT person_id FROM draft WHERE ticket_id = ? AND for_team = ? AND NOT discarded ORDER BY person_id",
                row -> row.getObject(1, UUID.class),
                open.id(),
                open.ticket().team());
    }

    /** The caller's draft. */
    KeptDraft of(OpenTicket open) {
        return find(open, open.person()).map(found -> kept(open, found)).orElse(KeptDraft.NONE);
    }

    private KeptDraft kept(OpenTicket open, Sealed found) {
        return found.discarded()
                ? new KeptDraft(null, null, Draft.NONE, List.of(), true)
                : new KeptDraft(found.revision(), found.at(), found.words(), files.of(open, open.person()), false);
    }

    /** What lies there, discarded or not, and nobody else can change until the transaction ends. */
    Optional<Sealed> locked(OpenTicket open, UUID person) {
        return find(open, person, " FOR UPDATE");
    }

    Optional<Sealed> find(OpenTicket open, UUID person) {
        return find(open, person, "");
    }

    private Optional<Sealed> find(OpenTicket open, UUID person, String lock) {
        String sql = "SELECT item_id, wrap, body, discarded, for_team FROM draft WHERE ticket_id = ? AND person_id = ?";
        return statements
                .list(
                        sql + lock,
                        row -> new Stored(
                                row.getObject(1, UUID.class),
                                row.getBytes(2),
                                row.getBytes(3),
                                row.getBoolean(4),
                                row.getObject(5, UUID.class)),
                        open.id(),
                        person)
                .stream()
                .map(stored -> open(open, stored))
                .findFirst();
    }

    private static Sealed open(OpenTicket open, Stored stored) {
        try (ItemKey key = open.file().item(stored.item(), stored.wrap())) {
            ClearReader from = ClearReader.of(key.open(Part.BODY, stored.body()));
            Instant at = from.instantOrNull("at");
            Status then = from.valueOrNull("then", Status::valueOf);
            return new Sealed(
                    stored.item(),
                    Draft.read(from),
                    at,
                    new DraftOrigin(null, from.text("window"), at == null ? 0 : from.number("sequence")),
                    then == null ? Status.WAITING : then,
                    from.text("returned"),
                    stored.discarded(),
                    stored.forTeam());
        }
    }
}
