package org.obhut.allocation;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.obhut.allocation.Ground.Kind;

/**
 * Finds whose turn it is. In this order: who speaks the language and is at work, else the deputy of one who does and is away; among
 * them, who knows most of the topic; among those, who has the least to do; and of those with as little, whose turn is longest
 * ago. The same facts always lead to the same person.
 */
public final class Rota {

    /** So long whoever is new, or has come back, counts as having no less to do than those who were there before: an even share, no flood. */
    private static final int DAYS_OF_GRACE = 28;

    private final Enquiry enquiry;
    private final List<Candidate> candidates;
    private final List<Ground> grounds = new ArrayList<>();

    private Rota(Enquiry enquiry, List<Candidate> candidates) {
        this.enquiry = enquiry;
        this.candidates = candidates;
    }

    /** Empty where nobody can take it. */
    public static Optional<Choice> choose(Enquiry enquiry, List<Candidate> candidates) {
        return new Rota(enquiry, candidates).choice();
    }

    private Optional<Choice> choice() {
        List<Candidate> left = knowing(able());
        if (left.isEmpty()) {
            return Optional.empty();
        }
        boolean alone = left.size() == 1;
        if (alone && grounds.isEmpty()) {
            grounds.add(Ground.of(Kind.ONLY));
        }
        left = least(left);
        if (!alone) {
            grounds.add(Ground.of(left.size() == 1 ? Kind.LOAD : Kind.TURN));
        }
        return left.stream()
                .min(Comparator.comparingLong(Candidate::turn).thenComparing(Candidate::person))
                .map(chosen -> new Choice(chosen.person(), List.copyOf(grounds)));
    }

    private List<Candidate> able() {
        List<Candidate> speaking = only(
                candidates, each -> !enquiry.knownLanguage() || each.profile().speaks(enquiry.language()));
        List<Candidate> present = only(speaking, each -> each.worksOn(enquiry.day()));
        if (present.isEmpty()) {
            present = deputies(speaking);
            if (!present.isEmpty()) {
                grounds.add(Ground.of(Kind.DEPUTY));
            }
        } else if (enquiry.knownLanguage()) {
            grounds.add(new Ground(Kind.LANGUAGE, enquiry.language()));
        }
        return present;
    }

    private List<Candidate> deputies(List<Candidate> speaking) {
        List<UUID> named = speaking.stream()
                .filter(Candidate::away)
                .map(Candidate::deputy)
                .filter(Objects::nonNull)
                .toList();
        return only(candidates, each -> named.contains(each.person()) && each.worksOn(enquiry.day()));
    }

    private List<Candidate> knowing(List<Candidate> present) {
        for (String topic : new TreeSet<>(enquiry.topics())) {
            List<Candidate> knowing =
                    only(present, each -> each.profile().topics().contains(topic));
            if (!knowing.isEmpty()) {
                grounds.add(new Ground(Kind.TOPIC, topic));
                return knowing;
            }
        }
        return present;
    }

    private List<Candidate> least(List<Candidate> present) {
        int least =
                present.stream().mapToInt(each -> burden(each, present)).min().orElse(0);
        return only(present, each -> burden(each, present) == least);
    }

    private int burden(Candidate person, List<Candidate> present) {
        long days = ChronoUnit.DAYS.between(person.since(), enquiry.day());
        if (days >= DAYS_OF_GRACE) {
            return person.load();
        }
        int least = present.stream()
                .filter(each -> each.since().isBefore(person.since()))
                .mapToInt(Candidate::load)
                .min()
                .orElse(0);
        return Math.max(person.load(), least);
    }

    private static List<Candidate> only(List<Candidate> all, Predicate<Candidate> which) {
        return all.stream().filter(which).toList();
    }
}
