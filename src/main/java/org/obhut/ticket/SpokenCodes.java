package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.obhut.envelope.BlindIndex.Label;
import org.obhut.envelope.Lookups;
import org.obhut.envelope.Part;
import org.obhut.envelope.SealedFile;
import org.obhut.platform.Statements;

/** The codes of tickets: the words sealed into the ticket, and a keyed hash of them that leads to it. */
@Dependent
class SpokenCodes {

    private final Statements statements;
    private final Lookups lookups;
    private final SecureRandom random;

    @Inject
    SpokenCodes(Statements statements, Lookups lookups, SecureRandom random) {
        this.statements = statements;
        this.lookups = lookups;
        this.random = random;
    }

    /** Gives a ticket, whose row is there, a code that no other has; the one that it has stays. */
    String give(UUID ticket, SealedFile file) {
        Optional<String> before = of(ticket, file);
        if (before.isPresent()) {
            return before.get();
        }
        SpokenCode code = unused();
        lookups.add(Label.SPOKEN, ticket, ticket, null, code.canonical());
        try (var key = file.newItem(ticket)) {
            statements.run(
                    "INSERT INTO spoken_code (ticket_id, wrap, body) VALUES (?, ?, ?)",
                    ticket,
                    key.wrap(),
                    key.seal(Part.BODY, code.text().getBytes(StandardCharsets.UTF_8)));
        }
        return code.text();
    }

    private SpokenCode unused() {
        // One at a time, so that no two find the same code unused.
        statements.list("SELECT pg_advisory_xact_lock(hashtextextended('spoken_code', 0))", row -> true);
        SpokenCode code = SpokenCode.random(random);
        while (find(code).isPresent()) {
            code = SpokenCode.random(random);
        }
        return code;
    }

    /** The ticket's code, where it has one. */
    Optional<String> of(UUID ticket, SealedFile file) {
        return statements
                .list(
                        "SELECT wrap, body FROM spoken_code WHERE ticket_id = ?",
                        row -> new byte[][] {row.getBytes(1), row.getBytes(2)},
                        ticket)
                .stream()
                .findFirst()
                .map(stored -> {
                    try (var key = file.item(ticket, stored[0])) {
                        return new String(key.open(Part.BODY, stored[1]), StandardCharsets.UTF_8);
                    }
                });
    }

    /** The ticket that a code leads to. */
    Optional<UUID> find(SpokenCode code) {
        return lookups.find(Label.SPOKEN, code.canonical()).stream()
                .map(Lookups.Hit::file)
                .findFirst();
    }
}
