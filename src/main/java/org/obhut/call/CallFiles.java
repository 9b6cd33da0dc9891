package org.obhut.call;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.envelope.ItemKey;
import org.obhut.envelope.Part;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.Root;
import org.obhut.envelope.Seal;
import org.obhut.envelope.SealedFile;
import org.obhut.envelope.Sealer;
import org.obhut.envelope.Seals;
import org.obhut.platform.Statements;
import org.obhut.retention.FileSuperseded;

/**
 * What is kept of calls beside tickets and counts: each call a sealed file whose only reader is who took it. Each method is part of the
 * caller's transaction.
 */
@Dependent
class CallFiles {

    /** A call that nobody went on with for so long is forgotten. */
    static final int DAYS = 7;

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final JsonProvider JSON = JsonProvider.provider();

    /** Contents are filled up with blanks to whole blocks, so that the size of an envelope says little. */
    private static final int BLOCK = 1024;

    private static final String ROWS = "SELECT id, wrap, body, saved_until FROM call_draft WHERE person_id = ?";

    /** What one holds. @param savedUntil until when the logged call can be taken back, null where it is not logged */
    record Opened(UUID id, JsonObject content, @Nullable Instant savedUntil) {}

    private record Row(
            UUID id, byte[] wrap, byte[] body, @Nullable Instant savedUntil) {}

    private final Statements statements;
    private final Sealer sealer;
    private final Seals seals;
    private final Event<FileSuperseded> superseded;
    private final SecureRandom random;
    private final Clock clock;

    @Inject
    CallFiles(
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

    /** Two windows that write the same person's calls wait for each other, until the transaction ends. */
    void serialise(Caller caller) {
        statements.list(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, "call_draft " + caller.person());
    }

    /** All that open for the caller. */
    List<Opened> all(Caller caller) {
        List<Row> rows = statements.list(ROWS, CallFiles::row, caller.person());
        Map<UUID, Seal> keys = seals.find(rows.stream().map(Row::id).toList(), Set.of(caller.person()));
        return rows.stream()
                .filter(row -> keys.containsKey(row.id()))
                .map(row -> open(caller, keys.get(row.id()), row))
                .toList();
    }

    /** One of the caller's; empty where it is another's or there is none. */
    Optional<Opened> find(Caller caller, UUID id) {
        return statements.list(ROWS + " AND id = ?", CallFiles::row, caller.person(), id).stream()
                .findFirst()
                .flatMap(row -> seals.find(id, Set.of(caller.person())).map(seal -> open(caller, seal, row)));
    }

    private static Row row(ResultSet row) throws SQLException {
        OffsetDateTime until = row.getObject(4, OffsetDateTime.class);
        return new Row(
                row.getObject(1, UUID.class),
                row.getBytes(2),
                row.getBytes(3),
                until == null ? null : until.toInstant());
    }

    private Opened open(Caller caller, Seal seal, Row row) {
        try (Root root = sealer.open(seal, caller.keyring().root(caller.person()));
                ItemKey key = SealedFile.open(row.id(), root, random).item(row.id(), row.wrap());
                var reader = JSON.createReaderFactory(Map.of())
                        .createReader(
                                new ByteArrayInputStream(key.open(Part.BODY, row.body())), StandardCharsets.UTF_8)) {
            return new Opened(row.id(), reader.readObject(), row.savedUntil());
        }
    }

    /** Whether somebody has a file of this id. */
    boolean taken(UUID id) {
        return !statements
                .list("SELECT 1 FROM call_draft WHERE id = ?", row -> true, id)
                .isEmpty();
    }

    /** Puts this in the place of what the caller's file holds; begins one where there is none. */
    void put(Caller caller, UUID id, JsonObject content, @Nullable Instant savedUntil) {
        Optional<Seal> seal = seals.find(id, Set.of(caller.person()));
        Root person = caller.keyring().root(caller.person());
        try (Root root = seal.isPresent() ? sealer.open(seal.get(), person) : Root.random(random);
                ItemKey key = SealedFile.open(id, root, random).newItem(id)) {
            int there = statements.run(
                    "UPDATE call_draft SET wrap = ?, body = ?, erase_on = ?, saved_until = ? WHERE id = ? AND person_id = ?",
                    key.wrap(),
                    key.seal(Part.BODY, padded(content)),
                    eraseOn(),
                    time(savedUntil),
                    id,
                    caller.person());
            if (there == 0) {
                statements.run(
                        "INSERT INTO call_draft (id, person_id, wrap, body, erase_on, saved_until) VALUES (?, ?, ?, ?, ?, ?)",
                        id,
                        caller.person(),
                        key.wrap(),
                        key.seal(Part.BODY, padded(content)),
                        eraseOn(),
                        time(savedUntil));
            }
            if (seal.isEmpty()) {
                seals.put(sealer.seal(root, id, new ReaderKey(caller.person(), person.sealingKey())));
            }
        }
    }

    private static byte[] padded(JsonObject content) {
        byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(bytes, (bytes.length + BLOCK - 1) / BLOCK * BLOCK);
        Arrays.fill(padded, bytes.length, padded.length, (byte) ' ');
        return padded;
    }

    private LocalDate eraseOn() {
        return LocalDate.ofInstant(clock.instant(), ZONE).plusDays(DAYS);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** Ends one of the caller's that is not logged; nothing happens where there is none. */
    void discard(Caller caller, UUID id) {
        String sql = "DELETE FROM call_draft WHERE id = ? AND person_id = ? AND saved_until IS NULL";
        if (statements.run(sql, id, caller.person()) == 1) {
            end(id);
        }
    }

    /** Ends those of logged calls that can't be taken back any more. Returns how many. */
    int endSaved() {
        List<UUID> over = statements.list(
                "DELETE FROM call_draft WHERE saved_until <= ? RETURNING id",
                row -> row.getObject(1, UUID.class),
                time(clock.instant()));
        over.forEach(this::end);
        return over.size();
    }

    private void end(UUID id) {
        seals.removeAll(id);
        superseded.fire(new FileSuperseded(id));
    }
}
