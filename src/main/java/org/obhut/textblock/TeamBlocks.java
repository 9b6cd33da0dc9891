package org.obhut.textblock;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.obhut.platform.Statements;

/** The tables of what teams share: blocks and links. */
@Dependent
class TeamBlocks {

    private final Statements statements;

    @Inject
    TeamBlocks(Statements statements) {
        this.statements = statements;
    }

    List<TextBlock> of(Collection<UUID> teams) {
        return statements.list(
                "SELECT id, prefix, language, title, body FROM team_block WHERE team_id = ANY (?) ORDER BY prefix, language",
                TeamBlocks::block,
                teams);
    }

    private static TextBlock block(ResultSet row) throws SQLException {
        return new TextBlock(
                row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
    }

    /** Puts it in the place of the one with its id, or of its prefix and language. */
    void put(UUID team, TextBlock block) {
        remove(team, block.id());
        statements.run("""
                INSERT INTO team_block (id, team_id, prefix, language, title, body) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (team_id, prefix, language) DO UPDATE SET title = excluded.title, body = excluded.body""", block.id(), team, block.prefix(), block.language(), block.title(), block.text());
    }

    /** False where there is one of this prefix and language. */
    boolean putNew(UUID team, TextBlock block) {
        return statements.run("""
                INSERT INTO team_block (id, team_id, prefix, language, title, body) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (team_id, prefix, language) DO NOTHING""", block.id(), team, block.prefix(), block.language(), block.title(), block.text()) > 0;
    }

    void remove(UUID team, UUID block) {
        statements.run("DELETE FROM team_block WHERE id = ? AND team_id = ?", block, team);
    }

    List<PortalLink> links(Collection<UUID> teams) {
        return statements.list(
                "SELECT id, language, title, url FROM portal_link WHERE team_id = ANY (?) ORDER BY title, language",
                row -> new PortalLink(
                        row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4)),
                teams);
    }

    void put(UUID team, PortalLink link) {
        statements.run("""
                INSERT INTO portal_link (id, team_id, language, title, url) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (team_id, url, language) DO UPDATE SET title = excluded.title""", link.id(), team, link.language(), link.title(), link.url());
    }

    void removeLink(UUID team, UUID link) {
        statements.run("DELETE FROM portal_link WHERE id = ? AND team_id = ?", link, team);
    }
}
