package org.obhut.acceptance;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What has become of a mailbox's mails so far, as the database has it. */
record IntakeCounts(long stored, long duplicates, long quarantined) {

    static IntakeCounts of(Connection database, String mailbox) throws SQLException {
        try (var query =
                database.prepareStatement("SELECT stored, duplicates, quarantined FROM mailbox WHERE address = ?")) {
            query.setString(1, mailbox);
            try (var rows = query.executeQuery()) {
                return rows.next()
                        ? new IntakeCounts(rows.getLong(1), rows.getLong(2), rows.getLong(3))
                        : new IntakeCounts(0, 0, 0);
            }
        }
    }

    /** All mails that have been dealt with. */
    long taken() {
        return stored + duplicates + quarantined;
    }

    /** The newest entries of any tickets, oldest of them first. */
    static List<Entry> newest(Connection database, int count) throws SQLException {
        String sql =
                "SELECT ticket_id, id FROM (SELECT ticket_id, id, rank FROM ticket_item ORDER BY rank DESC LIMIT ?) newest"
                        + " ORDER BY rank";
        try (var query = database.prepareStatement(sql)) {
            query.setInt(1, count);
            List<Entry> entries = new ArrayList<>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Entry(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
                }
            }
            return entries;
        }
    }

    /** An entry and its ticket. */
    record Entry(UUID ticket, UUID id) {}
}
