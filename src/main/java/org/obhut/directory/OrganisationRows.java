package org.obhut.directory;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.obhut.directory.Organisation.Offer;
import org.obhut.directory.Organisation.Reach;
import org.obhut.directory.Organisation.Terms;
import org.obhut.platform.Statements;

/** The table {@code organisation}. Part of the caller's transaction. */
@Dependent
class OrganisationRows {

    private static final String COLUMNS =
            "name, kind, town, street, regions, services, languages, audience, hours, phone,"
                    + " mail, web, access, free, anonymous, walk_in, note, checked_on";

    private final Statements statements;

    @Inject
    OrganisationRows(Statements statements) {
        this.statements = statements;
    }

    List<DirectoryEntry> all() {
        return statements.list(
                "SELECT id, version, " + COLUMNS + " FROM organisation ORDER BY lower(name), id",
                OrganisationRows::entry);
    }

    Optional<DirectoryEntry> find(UUID id) {
        return statements
                .list("SELECT id, version, " + COLUMNS + " FROM organisation WHERE id = ?", OrganisationRows::entry, id)
                .stream()
                .findFirst();
    }

    void add(UUID id, Organisation organisation) {
        List<Object> values = values(organisation);
        values.add(0, id);
        statements.run(
                "INSERT INTO organisation (id, version, " + COLUMNS
                        + ") VALUES (?, 1, ?, ?, ?, ?, string_to_array(?, ' '),"
                        + " string_to_array(?, ' '), string_to_array(?, ' '), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values.toArray());
    }

    /** Whether it was there, in this version. */
    boolean change(UUID id, Organisation organisation, long version) {
        List<Object> values = values(organisation);
        values.add(id);
        values.add(version);
        return statements.run(
                        "UPDATE organisation SET version = version + 1, (" + COLUMNS + ") = (?, ?, ?, ?,"
                                + " string_to_array(?, ' '), string_to_array(?, ' '), string_to_array(?, ' '),"
                                + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ? AND version = ?",
                        values.toArray())
                == 1;
    }

    boolean remove(UUID id, long version) {
        return statements.run("DELETE FROM organisation WHERE id = ? AND version = ?", id, version) == 1;
    }

    /** Lets no two imports plan on the same state. */
    void lock() {
        statements.run("LOCK TABLE organisation IN SHARE ROW EXCLUSIVE MODE");
    }

    private static List<Object> values(Organisation organisation) {
        Offer offer = organisation.offer();
        Reach reach = organisation.reach();
        Terms terms = organisation.terms();
        return new ArrayList<>(List.of(
                organisation.name(),
                organisation.kind(),
                organisation.town(),
                reach.street(),
                String.join(" ", offer.regions()),
                String.join(" ", offer.services()),
                String.join(" ", offer.languages()),
                offer.audience(),
                organisation.hours(),
                reach.phone(),
                reach.mail(),
                reach.web(),
                reach.access(),
                terms.free(),
                terms.anonymous(),
                terms.walkIn(),
                organisation.note(),
                organisation.checkedOn()));
    }

    private static DirectoryEntry entry(ResultSet row) throws SQLException {
        Organisation organisation = new Organisation(
                row.getString("name"),
                row.getString("kind"),
                row.getString("town"),
                new Offer(
                        list(row, "regions"), list(row, "services"), list(row, "languages"), row.getString("audience")),
                new Reach(
                        row.getString("street"),
                        row.getString("phone"),
                        row.getString("mail"),
                        row.getString("web"),
                        row.getString("access")),
                row.getString("hours"),
                new Terms(row.getBoolean("free"), row.getBoolean("anonymous"), row.getBoolean("walk_in")),
                row.getString("note"),
                row.getObject("checked_on", LocalDate.class));
        return new DirectoryEntry(row.getObject("id", UUID.class), organisation, row.getLong("version"));
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
