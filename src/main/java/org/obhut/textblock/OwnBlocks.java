package org.obhut.textblock;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.obhut.account.AccountWasReset;
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
 * A person's own blocks: one sealed file whose only reader is the person. Each time it is changed it is a new file under a new root, and
 * the one before is gone.
 */
@Dependent
class OwnBlocks {

    private record Stored(UUID id, byte[] wrap, byte[] body) {}

    private final Statements statements;
    private final Sealer sealer;
    private final Seals seals;
    private final Event<FileSuperseded> superseded;
    private final SecureRandom random;

    @Inject
    OwnBlocks(
            Statements statements, Sealer sealer, Seals seals, Event<FileSuperseded> superseded, SecureRandom random) {
        this.statements = statements;
        this.sealer = sealer;
        this.seals = seals;
        this.superseded = superseded;
        this.random = random;
    }

    List<TextBlock> of(Caller caller) {
        return statements
                .list(
                        "SELECT id, wrap, body FROM own_blocks WHERE person_id = ?",
                        row -> new Stored(row.getObject(1, UUID.class), row.getBytes(2), row.getBytes(3)),
                        caller.person())
                .stream()
                .flatMap(stored -> open(caller, stored).stream())
                .toList();
    }

    private List<TextBlock> open(Caller caller, Stored stored) {
        return seals.find(stored.id(), Set.of(caller.person()))
                .map(seal -> {
                    try (Root root = sealer.open(seal, caller.keyring().root(caller.person()));
                            var key = SealedFile.open(stored.id(), root, random).item(stored.id(), stored.wrap())) {
                        return read(key.open(Part.BODY, stored.body()));
                    }
                })
                .orElse(List.of());
    }

    void put(Caller caller, List<TextBlock> blocks) {
        remove(caller.person());
        if (blocks.isEmpty()) {
            return;
        }
        UUID id = RandomId.next(random);
        Root person = caller.keyring().root(caller.person());
        try (Root root = Root.random(random);
                var key = SealedFile.open(id, root, random).newItem(id)) {
            statements.run(
                    "INSERT INTO own_blocks (id, person_id, wrap, body) VALUES (?, ?, ?, ?)",
                    id,
                    caller.person(),
                    key.wrap(),
                    key.seal(Part.BODY, write(blocks)));
            seals.put(sealer.seal(root, id, new ReaderKey(caller.person(), person.sealingKey())));
        }
    }

    /** They open for nobody any more. */
    void reset(@Observes AccountWasReset reset) {
        remove(reset.person());
    }

    private void remove(UUID person) {
        List<UUID> gone = statements.list(
                "DELETE FROM own_blocks WHERE person_id = ? RETURNING id", row -> row.getObject(1, UUID.class), person);
        gone.forEach(seals::removeAll);
        gone.forEach(id -> superseded.fire(new FileSuperseded(id)));
    }

    private static byte[] write(List<TextBlock> blocks) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        blocks.forEach(block -> array.add(Json.createObjectBuilder()
                .add("id", block.id().toString())
                .add("prefix", block.prefix())
                .add("language", block.language())
                .add("title", block.title())
                .add("text", block.text())));
        return Json.createObjectBuilder()
                .add("v", 1)
                .add("blocks", array)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<TextBlock> read(byte[] bytes) {
        try (var reader = Json.createReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
            return reader.readObject().getJsonArray("blocks").stream()
                    .map(JsonValue::asJsonObject)
                    .map(OwnBlocks::block)
                    .toList();
        }
    }

    private static TextBlock block(JsonObject json) {
        return new TextBlock(
                UUID.fromString(json.getString("id")),
                json.getString("prefix"),
                json.getString("language"),
                json.getString("title"),
                json.getString("text"));
    }
}
