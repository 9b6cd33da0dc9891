package org.obhut.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.EpochOverview;
import org.obhut.account.Refused;
import org.obhut.account.Role;
import org.obhut.account.Teams;
import org.obhut.audit.Act;
import org.obhut.audit.AuditLine;
import org.obhut.audit.AuditSearch;
import org.obhut.audit.AuditTrail;

/**
 * Proof for the file that a ticket was erased before its day. It is kept as long as its line of the audit trail, 12 months, and is for
 * those who decided, the team's leads and administrators.
 */
@ApplicationScoped
@Transactional
public class ErasureProofs {

    private static final int MANY = 1_000;

    private final ErasureProofRows rows;
    private final AuditTrail audit;
    private final AuditSearch search;
    private final EpochOverview epochs;
    private final Teams teams;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected ErasureProofs() {
        this(null, null, null, null, null);
    }

    @Inject
    ErasureProofs(ErasureProofRows rows, AuditTrail audit, AuditSearch search, EpochOverview epochs, Teams teams) {
        this.rows = rows;
        this.audit = audit;
        this.search = search;
        this.epochs = epochs;
        this.teams = teams;
    }

    /** Part of the transaction that erases, at its end. Returns the erasure's number. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long add(ErasureDecision decision) {
        long position = audit.count(
                Act.TICKET_ERASED_AT_ONCE,
                decision.decided(),
                decision.team(),
                decision.contents().entries());
        rows.add(position, decision, epochs.current());
        return position;
    }

    /** @throws TicketNotFound where there is none of this number that the caller may see */
    public ErasureProof of(Caller caller, long number) {
        return rows.at(number)
                .flatMap(row ->
                        search.at(number).filter(line -> may(caller, row, line)).map(line -> proof(row, line)))
                .orElseThrow(TicketNotFound::new);
    }

    /** Those that the caller may see, the newest first. @throws Refused where the caller leads no team and is no administrator */
    public List<ErasureProof> all(Caller caller) {
        if (caller.leads().isEmpty() && !caller.has(Role.ADMINISTRATOR)) {
            throw new Refused("lead of a team");
        }
        var wish = new AuditSearch.Wish(Act.TICKET_ERASED_AT_ONCE.name(), null, null, null, null);
        Map<Long, AuditLine> lines =
                search.lines(wish, MANY).stream().collect(Collectors.toMap(AuditLine::position, Function.identity()));
        return rows.all().stream()
                .filter(row -> lines.containsKey(row.position()))
                .filter(row -> may(caller, row, lines.get(row.position())))
                .map(row -> proof(row, lines.get(row.position())))
                .toList();
    }

    private static boolean may(Caller caller, ErasureProofRows.Row row, AuditLine line) {
        UUID team = line.subject();
        return caller.has(Role.ADMINISTRATOR)
                || team != null && caller.leadOf(team)
                || caller.person().equals(line.actor())
                || caller.person().equals(row.asked());
    }

    private ErasureProof proof(ErasureProofRows.Row row, AuditLine line) {
        UUID team = Optional.ofNullable(line.subject()).orElseThrow();
        Optional<Instant> ends = epochs.ends(row.epoch());
        Instant shut = ends.or(() -> destroyed(row.epoch())).orElse(null);
        return new ErasureProof(
                row.position(),
                line.at(),
                team,
                teams.name(team),
                row.ground(),
                row.asked() == null ? null : name(row.asked()),
                name(line.actor()),
                row.contents(),
                row.epoch(),
                shut,
                ends.isEmpty(),
                search.keptUntil(line),
                row.authentic() && audit.authentic(line) && line.act().equals(Act.TICKET_ERASED_AT_ONCE.name()));
    }

    private Optional<Instant> destroyed(int epoch) {
        var wish = new AuditSearch.Wish(Act.EPOCH_DESTROYED.name(), null, null, null, null);
        return search.lines(wish, MANY).stream()
                .filter(line -> line.number() != null && line.number() == epoch)
                .map(AuditLine::at)
                .findFirst();
    }

    private String name(@Nullable UUID person) {
        return person == null ? "" : teams.personName(person);
    }
}
