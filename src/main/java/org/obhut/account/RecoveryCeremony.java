package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.obhut.envelope.RandomId;
import org.obhut.envelope.ReaderKey;
import org.obhut.envelope.Root;
import org.obhut.envelope.RootShares;
import org.obhut.platform.InvalidInput;

/**
 * How three people get their shares, in a lead's session: one share at a time is shown to its holder, and goes on to the next when
 * two of its words were typed back. Nothing is stored before the last is confirmed. The shares are in memory until then, and no
 * longer than the session.
 */
@ApplicationScoped
public class RecoveryCeremony {

    private static final int LONGEST_NAME = 60;

    private final RecoveryKeys keys;
    private final TeamRows teams;
    private final SecureRandom random;
    private final Map<UUID, Begun> begun = new HashMap<>();

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected RecoveryCeremony() {
        this(null, null, null);
    }

    @Inject
    public RecoveryCeremony(RecoveryKeys keys, TeamRows teams, SecureRandom random) {
        this.keys = keys;
        this.teams = teams;
        this.random = random;
    }

    /**
     * What is to be shown now.
     *
     * @param share its number, 1 to 3
     * @param words 28 words; empty while two of them are asked for
     * @param first which word is asked for first, counted from 1
     * @param second which one after that, a later one
     */
    public record Step(UUID team, int share, String holder, List<String> words, int first, int second) {

        /** Without the words. */
        @Override
        public String toString() {
            return "Step[" + share + "]";
        }
    }

    /** @param asked two places of words, from 1 */
    private record Begun(
            UUID team,
            ReaderKey key,
            List<String> holders,
            List<RecoveryShare> shares,
            int share,
            int[] asked,
            boolean hidden) {

        Begun hidden(boolean now) {
            return new Begun(team, key, holders, shares, share, asked, now);
        }

        Begun next(int[] places) {
            return new Begun(team, key, holders, shares, share + 1, places, false);
        }

        Step step() {
            List<String> words = hidden ? List.of() : shares.get(share).words();
            return new Step(team, share + 1, holders.get(share), words, asked[0], asked[1]);
        }

        void wipe() {
            shares.forEach(RecoveryShare::close);
        }
    }

    /**
     * Makes the key pair and its shares. A ceremony that the same person had begun before is given up.
     *
     * @param holders three names, each 1 to 60 characters in one line, no two alike
     * @throws Refused where the caller does not lead the team
     * @throws InvalidInput on {@code holder1} to {@code holder3}
     */
    public synchronized void begin(Caller lead, UUID team, List<String> holders) {
        requireLead(lead, team);
        List<String> names = requireNames(holders);
        giveUp(lead);
        try (Root root = Root.random(random)) {
            ReaderKey key = new ReaderKey(RandomId.next(random), root.sealingKey());
            byte[][] split = RootShares.split(root, random);
            int set = RecoveryShare.set(key.key().fingerprint().hex());
            List<RecoveryShare> shares = IntStream.range(0, RootShares.COUNT)
                    .mapToObj(at -> new RecoveryShare(at + 1, set, split[at]))
                    .toList();
            begun.put(lead.person(), new Begun(team, key, names, shares, 0, places(), false));
        }
    }

    /** What the caller is to be shown; empty where nothing was begun for this team. */
    public synchronized Optional<Step> step(Caller lead, UUID team) {
        return of(lead, team).map(Begun::step);
    }

    /**
     * The words are written down and put out of sight; or, if {@code hidden} is false, are to be seen once more.
     *
     * @throws Refused where the caller does not lead the team
     */
    public synchronized void hide(Caller lead, UUID team, boolean hidden) {
        requireLead(lead, team);
        of(lead, team).ifPresent(now -> begun.put(lead.person(), now.hidden(hidden)));
    }

    /**
     * Confirms the share that was shown last.
     *
     * @return whether it was the last one: the team has its recovery key now
     * @throws WrongShare on {@code first} or {@code second}, with the place of the word
     * @throws Refused where nothing was begun
     */
    public synchronized boolean confirm(Caller lead, UUID team, String first, String second) {
        Begun now = of(lead, team).orElseThrow(() -> new Refused("has begun to make shares"));
        List<String> words = now.shares().get(now.share()).words();
        require("first", first, words, now.asked()[0]);
        require("second", second, words, now.asked()[1]);
        if (now.share() + 1 < RootShares.COUNT) {
            begun.put(lead.person(), now.next(places()));
            return false;
        }
        keys.put(lead, team, now.key(), now.holders());
        giveUp(lead);
        return true;
    }

    /**
     * Ends it without a recovery key; shares that were written down open nothing.
     *
     * @throws Refused where the caller does not lead the team
     */
    public synchronized void giveUp(Caller lead, UUID team) {
        requireLead(lead, team);
        giveUp(lead);
    }

    private synchronized void giveUp(Caller lead) {
        Begun former = begun.remove(lead.person());
        if (former != null) {
            former.wipe();
        }
    }

    synchronized void ended(@Observes SessionEnded ended) {
        giveUp(ended.caller());
    }

    private void requireLead(Caller lead, UUID team) {
        teams.find(team).orElseThrow(() -> new Refused("lead of the team")).leadsRoot(lead.keyring());
    }

    private Optional<Begun> of(Caller lead, UUID team) {
        return Optional.ofNullable(begun.get(lead.person()))
                .filter(now -> now.team().equals(team));
    }

    private static void require(String field, String typed, List<String> words, int place) {
        if (!ShareWords.number(typed).equals(ShareWords.number(words.get(place - 1)))) {
            throw new WrongShare(field, "share-confirm", place);
        }
    }

    private int[] places() {
        return random.ints(1, RecoveryShare.WORDS + 1)
                .distinct()
                .limit(2)
                .sorted()
                .toArray();
    }

    private static List<String> requireNames(List<String> holders) {
        List<String> names = new ArrayList<>();
        for (int at = 0; at < RootShares.COUNT; at++) {
            String name = at < holders.size() ? holders.get(at).strip() : "";
            String field = "holder" + (at + 1);
            if (name.isEmpty()) {
                throw new InvalidInput(field, "required");
            }
            if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
                throw new InvalidInput(field, "share-holder");
            }
            if (names.stream().anyMatch(name::equalsIgnoreCase)) {
                throw new InvalidInput(field, "share-holder-twice");
            }
            names.add(name);
        }
        return List.copyOf(names);
    }
}
