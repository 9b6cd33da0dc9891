package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obhut.audit.AuditKeeping;
import org.obhut.audit.AuditLine;
import org.obhut.audit.AuditSearch;
import org.obhut.audit.AuditSearch.Wish;
import org.obhut.audit.Verdict;

/** The audit trail as an administrator reads it, with names. Whoever is none is refused. */
@ApplicationScoped
@Transactional
public class AuditReading {

    /** Lines on one page. */
    public static final int PAGE = 50;

    /**
     * A line with names.
     *
     * @param act name of the act
     * @param actor sign-in name of the person who did it; null where a job did, an id where the person is gone
     * @param subject name of the team or person it was done to; null where there is none or it is the actor
     */
    public record Entry(
            long position,
            Instant at,
            String act,
            @Nullable String actor,
            @Nullable String subject,
            long number) {}

    /** @param next the number below which the next page begins; null on the last one */
    public record Page(List<Entry> entries, @Nullable Long next) {}

    /** Somebody whose lines can be asked for. */
    public record Named(UUID person, String name) {}

    private final AuditSearch search;
    private final AuditKeeping keeping;
    private final People people;
    private final Teams teams;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected AuditReading() {
        this(null, null, null, null);
    }

    @Inject
    public AuditReading(AuditSearch search, AuditKeeping keeping, People people, Teams teams) {
        this.search = search;
        this.keeping = keeping;
        this.people = people;
        this.teams = teams;
    }

    /** @throws Refused where the caller is no administrator */
    public Page page(Caller administrator, Wish wish) {
        administrator.requireAdministrator();
        List<AuditLine> lines = search.lines(wish, PAGE + 1);
        Map<UUID, String> names =
                teams.all().stream().collect(Collectors.toMap(team -> team, teams::name, (a, b) -> a, HashMap::new));
        people.all().forEach(person -> names.put(person.id(), person.name()));
        List<Entry> entries =
                lines.stream().limit(PAGE).map(line -> entry(line, names)).toList();
        return new Page(entries, lines.size() > PAGE ? entries.get(PAGE - 1).position() : null);
    }

    /** Everybody, by name. @throws Refused where the caller is no administrator */
    public List<Named> people(Caller administrator) {
        administrator.requireAdministrator();
        return people.all().stream()
                .map(person -> new Named(person.id(), person.name()))
                .toList();
    }

    /** When the oldest line was written. @throws Refused where the caller is no administrator */
    public Optional<Instant> oldest(Caller administrator) {
        administrator.requireAdministrator();
        return search.oldest();
    }

    /** Reads the whole chain. @throws Refused where the caller is no administrator */
    public Verdict check(Caller administrator) {
        administrator.requireAdministrator();
        return keeping.check();
    }

    /** See {@link AuditKeeping#resume}. @throws Refused where the caller is no administrator */
    public void resume(Caller administrator) {
        administrator.requireAdministrator();
        keeping.resume(administrator.person());
    }

    private static Entry entry(AuditLine line, Map<UUID, String> names) {
        UUID subject = line.actor() != null && line.actor().equals(line.subject()) ? null : line.subject();
        return new Entry(
                line.position(),
                line.at(),
                line.act(),
                name(line.actor(), names),
                name(subject, names),
                line.number() == null ? 0 : line.number());
    }

    private static @Nullable String name(@Nullable UUID id, Map<UUID, String> names) {
        return id == null ? null : names.getOrDefault(id, id.toString());
    }
}
