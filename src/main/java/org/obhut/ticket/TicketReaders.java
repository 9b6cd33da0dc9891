package org.obhut.ticket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Teams;
import org.obhut.platform.Statements;
import org.obhut.ticket.TicketReader.Ground;

/** Reads from a ticket's seals who can open it. A name stands only where the caller can check whose key it is. */
@Dependent
class TicketReaders {

    private static final String SELECT = """
            SELECT seal.reader, lower(seal.during), upper(seal.during), c.reason, EXISTS (
                SELECT 1 FROM absence a
                WHERE a.deputy_id = seal.reader AND a.person_id = t.assignee_id AND a.team_id = t.team_id), c.moved_from
            FROM seal JOIN ticket t ON t.id = seal.file
            LEFT JOIN co_reader c ON c.ticket_id = seal.file AND c.person_id = seal.reader
            WHERE seal.file = ? AND (upper_inf(seal.during) OR upper(seal.during) > ?)""";

    /** Where the team's keys are not the pinned ones, nothing can be said and nothing sealed. */
    private static final Sharing NOBODY_KNOWN =
            new Sharing(List.of(new TicketReader(Ground.UNKNOWN, null)), List.of(), List.of());

    private record Stored(
            UUID reader,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String reason,
            boolean deputy,
            @Nullable UUID movedFrom) {

        static Stored of(ResultSet row) throws SQLException {
            return new Stored(
                    row.getObject(1, UUID.class),
                    instant(row.getObject(2, OffsetDateTime.class)),
                    instant(row.getObject(3, OffsetDateTime.class)),
                    row.getString(4),
                    row.getBoolean(5),
                    row.getObject(6, UUID.class));
        }

        private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
            return time == null ? null : time.toInstant();
        }
    }

    private final Teams teams;
    private final Statements statements;
    private final Deadlines deadlines;

    @Inject
    TicketReaders(Teams teams, Statements statements, Deadlines deadlines) {
        this.teams = teams;
        this.statements = statements;
        this.deadlines = deadlines;
    }

    Sharing of(OpenTicket open) {
        return Circle.shown(teams, open.caller(), open.ticket().team())
                .map(circle -> of(open, circle))
                .orElse(NOBODY_KNOWN);
    }

    private Sharing of(OpenTicket open, Circle circle) {
        Set<UUID> former = teams.everyReader(circle.team());
        List<TicketReader> readers =
                statements.list(SELECT, Stored::of, open.id(), deadlines.now().atOffset(ZoneOffset.UTC)).stream()
                        .map(stored -> reader(open.ticket(), circle, former, stored))
                        .sorted(Comparator.comparing(TicketReader::ground)
                                .thenComparing(reader -> Objects.requireNonNullElse(reader.name(), "")))
                        .toList();
        Set<String> reading = readers.stream()
                .map(TicketReader::name)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new Sharing(
                readers,
                circle.colleagues().keySet().stream()
                        .filter(name -> !reading.contains(name))
                        .toList(),
                teams.all().stream()
                        .filter(team -> !team.equals(circle.team()))
                        .map(teams::name)
                        .toList());
    }

    private TicketReader reader(Ticket ticket, Circle circle, Set<UUID> former, Stored stored) {
        UUID reader = stored.reader();
        String team = teams.name(circle.team());
        if (reader.equals(circle.readers().teamKey().reader())) {
            return new TicketReader(Ground.TEAM, team);
        }
        if (reader.equals(circle.readers().leadsKey().reader())) {
            return new TicketReader(Ground.LEADS, team);
        }
        if (former.contains(reader)) {
            return new TicketReader(Ground.FORMER, team);
        }
        Optional<String> name = circle.name(reader);
        Ground ground = name.isEmpty() ? Ground.UNKNOWN : ground(ticket, stored);
        return new TicketReader(
                ground,
                name.orElse(null),
                stored.from(),
                stored.until(),
                stored.movedFrom() == null ? null : teams.name(stored.movedFrom()),
                name.isPresent() && stored.reason() != null);
    }

    private static Ground ground(Ticket ticket, Stored stored) {
        if (stored.reader().equals(ticket.assignee())) {
            return Ground.RESPONSIBLE;
        }
        if (stored.reason() != null) {
            return Ground.valueOf(stored.reason());
        }
        return stored.deputy() ? Ground.DEPUTY : Ground.UNKNOWN;
    }
}
