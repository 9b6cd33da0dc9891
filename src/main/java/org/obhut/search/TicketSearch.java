package org.obhut.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obhut.account.Caller;
import org.obhut.account.Refused;
import org.obhut.account.Teams;
import org.obhut.platform.InvalidInput;
import org.obhut.search.Finding.Match;
import org.obhut.search.Finding.Matches;
import org.obhut.ticket.Folder;
import org.obhut.ticket.Readable;
import org.obhut.ticket.TicketRow;

/** Full text for console and API: what the caller may read now, and nothing else, is found, counted, suggested and marked. */
@ApplicationScoped
public class TicketSearch {

    private static final int MOST = 200;
    private static final int DEEPEST = 10_000;
    private static final int SUGGESTIONS = 8;

    /** So long a search waits for changes of this moment to be taken in. */
    private static final long PATIENCE_MILLIS = 100;

    private static final int HANDLE_BYTES = 16;

    private final Library library;
    private final Readable readable;
    private final Teams teams;
    private final Clock clock;
    private final SecureRandom random;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected TicketSearch() {
        this(null, null, null, null, null);
    }

    @Inject
    public TicketSearch(Library library, Readable readable, Teams teams, Clock clock, SecureRandom random) {
        this.library = library;
        this.readable = readable;
        this.teams = teams;
        this.clock = clock;
        this.random = random;
    }

    /** What the tickets that somebody may find are sorted by, for the filters' choices. */
    public record Choices(Set<String> teams, Set<String> assignees, Set<String> languages) {}

    /**
     * A page of what is found.
     *
     * @param skip how many stand on the pages before, at most 10,000
     * @param most 1 to 200
     * @throws Refused where the caller is in no team
     * @throws InvalidInput where a filter names what there is not, or a day is before the first
     */
    public Found find(Caller caller, Search search, int skip, int most) {
        Reading reading = reading(caller);
        if (most < 1 || most > MOST) {
            throw new InvalidInput("limit", "out-of-range");
        }
        if (skip < 0 || skip > DEEPEST) {
            throw new InvalidInput("after", "unknown-value");
        }
        @Nullable UUID team = team(search.filters().team());
        if (search.filters().from() != null
                && search.filters().to() != null
                && search.filters().to().isBefore(search.filters().from())) {
            throw new InvalidInput("to", "before-from");
        }
        Input input = Input.of(search.words());
        library.shelf().changes().await(PATIENCE_MILLIS);
        @Nullable Folder folder = search.filters().folder();
        @Nullable Set<Long> among = folder == null ? null : library.shelf().numbers(readable.in(caller, folder));
        Matches matches = library.index().use(searcher -> new Finding(reading, clock.instant())
                .find(searcher, search, input, team, among, skip, most));
        return new Found(matches.total(), hits(caller, matches.page()), input.hints());
    }

    /** The lines are of now, and asked of the seals once more. */
    private List<Found.Hit> hits(Caller caller, List<Match> matches) {
        Map<UUID, TicketRow> rows = readable
                .rows(caller, matches.stream().map(Match::ticket).toList())
                .stream()
                .collect(Collectors.toMap(TicketRow::id, Function.identity()));
        return matches.stream()
                .filter(match -> rows.containsKey(match.ticket()))
                .map(match -> new Found.Hit(
                        Objects.requireNonNull(rows.get(match.ticket())), match.subject(), match.excerpts()))
                .toList();
    }

    private @Nullable UUID team(@Nullable String name) {
        return name == null ? null : teams.byName(name).orElseThrow(() -> new InvalidInput("team", "unknown-value"));
    }

    /** Subjects and names of the caller's tickets that go on as the last word begins, at most eight. */
    public List<String> suggestions(Caller caller, String begun) {
        Reading reading = reading(caller);
        return List.copyOf(library.index()
                .use(searcher -> new Finding(reading, clock.instant()).suggestions(searcher, begun, SUGGESTIONS)));
    }

    public Progress progress(Caller caller) {
        return library.shelf().progress(reading(caller));
    }

    public Choices choices(Caller caller) {
        Set<Held.Facets> facets = library.shelf().facets(reading(caller));
        return new Choices(
                sorted(facets, each -> teams.name(each.team())),
                sorted(facets, Held.Facets::assignee),
                sorted(facets, Held.Facets::language));
    }

    private static Set<String> sorted(Set<Held.Facets> facets, Function<Held.Facets, String> value) {
        Set<String> values = new TreeSet<>();
        facets.stream().map(value).filter(each -> !each.isEmpty()).forEach(values::add);
        return values;
    }

    /** Keeps a search while its session lasts, for the page's address; the twenty last are kept. */
    public String remember(Caller caller, Search search) {
        byte[] handle = new byte[HANDLE_BYTES];
        random.nextBytes(handle);
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(handle);
        library.shelf().remember(reading(caller), name, search);
        return name;
    }

    /** A kept search; empty where it was forgotten or is another's. */
    public Optional<Search> remembered(Caller caller, String handle) {
        return library.shelf().remembered(reading(caller), handle);
    }

    private Reading reading(Caller caller) {
        if (!caller.counsellor()) {
            throw new Refused("member of a team");
        }
        // A session that ended in this moment finds nothing.
        return library.shelf().reading(caller.keyring()).orElseGet(() -> new Reading(caller, Set.of()));
    }
}
