package org.obhut.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obhut.envelope.BlindIndex;
import org.obhut.platform.Statements;

/** The rows of invitations. Part of the caller's transaction. */
@Dependent
class InvitationRows {

    private static final String SELECT = "SELECT id, name, display_name, roles, expires_at FROM invitation ";

    private final Statements statements;
    private final DisplayNames displayNames;
    private final BlindIndex index;

    @Inject
    InvitationRows(Statements statements, DisplayNames displayNames, BlindIndex index) {
        this.statements = statements;
        this.displayNames = displayNames;
        this.index = index;
    }

    void add(UUID id, String token, Newcomer newcomer, Instant expiresAt) {
        statements.run(
                "INSERT INTO invitation (id, link, name, display_name, roles, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
                id,
                link(token),
                newcomer.name(),
                displayNames.sealed(id, newcomer.displayName()),
                Role.text(newcomer.roles()),
                expiresAt.atOffset(ZoneOffset.UTC));
    }

    boolean named(String name) {
        return !statements
                .list("SELECT 1 FROM invitation WHERE name = ?", row -> true, name)
                .isEmpty();
    }

    List<Invitations.Pending> all(Instant now) {
        return statements.list(SELECT + "ORDER BY name", row -> pending(row, now));
    }

    /** One that still works. */
    Optional<Invitations.Pending> byToken(String token, Instant now) {
        return statements.list(SELECT + "WHERE link = ?", row -> pending(row, now), link(token)).stream()
                .filter(invitation -> !invitation.over())
                .findFirst();
    }

    boolean remove(UUID id) {
        return statements.run("DELETE FROM invitation WHERE id = ?", id) == 1;
    }

    /** Forgets those whose links work no more. */
    void removeOver(Instant now) {
        statements.run("DELETE FROM invitation WHERE expires_at <= ?", now.atOffset(ZoneOffset.UTC));
    }

    private Invitations.Pending pending(ResultSet row, Instant now) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        Instant expiresAt = row.getObject(5, OffsetDateTime.class).toInstant();
        return new Invitations.Pending(
                id,
                row.getString(2),
                displayNames.opened(id, row.getBytes(3), row.getString(2)),
                Role.of(row.getString(4)),
                expiresAt,
                !now.isBefore(expiresAt));
    }

    private UUID link(String token) {
        return index.id("invitation", token);
    }
}
