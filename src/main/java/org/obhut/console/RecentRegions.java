package org.obhut.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.obhut.account.SessionEnded;

/** The regions that somebody chose last, in memory until the session ends: calls of one day often come from near each other. */
@ApplicationScoped
public class RecentRegions {

    private static final int MOST = 3;

    private final Map<UUID, List<String>> chosen = new ConcurrentHashMap<>();

    void chose(UUID person, String region) {
        chosen.merge(person, List.of(region), (before, next) -> Stream.concat(next.stream(), before.stream())
                .distinct()
                .limit(MOST)
                .toList());
    }

    /** Keys of regions, the latest first. */
    List<String> of(UUID person) {
        return chosen.getOrDefault(person, List.of());
    }

    void ended(@Observes SessionEnded ended) {
        chosen.remove(ended.caller().person());
    }
}
