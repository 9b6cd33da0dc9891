package org.obhut.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obhut.envelope.Epochs;
import org.obhut.envelope.Rotation;
import org.obhut.platform.ClockDoubt;
import org.obhut.platform.ClockGuard;

/** The weekly change of keys as administrators see it: what is kept, until when, and from which day old copies stay shut. */
@ApplicationScoped
public class EpochOverview {

    private static final Duration LATE = Duration.ofHours(3);

    private final Epochs epochs;

    /** For the container's proxy, which has no state. */
    @SuppressWarnings("NullAway")
    protected EpochOverview() {
        this(null);
    }

    @Inject
    public EpochOverview(Epochs epochs) {
        this.epochs = epochs;
    }

    /**
     * An epoch whose secret is kept.
     *
     * @param begun when it became the current one; null where it has not yet
     * @param ends when its secret is destroyed, if each change comes when it is due
     * @param rows how many rows of the database are under it
     */
    public record Epoch(
            int number, Instant made, @Nullable Instant begun, Instant ends, long rows, boolean acknowledged) {}

    /**
     * @param kept the epochs that are over or go on, oldest first
     * @param next the one to come; null where its secret is not made yet
     * @param due when the next one begins, if key store and copy have its secret by then
     * @param closedBefore copies of the database from before open for nobody; null as long as no secret was destroyed
     * @param closing when that comes to hold for copies from before {@code closedThen}
     * @param stuck how many rows are still under an epoch before the current one
     * @param late whether the hourly run has not come
     */
    public record Standing(
            int current,
            List<Epoch> kept,
            @Nullable Epoch next,
            @Nullable Instant due,
            @Nullable Instant closedBefore,
            @Nullable Instant closing,
            @Nullable Instant closedThen,
            long stuck,
            Instant lastRun,
            boolean late,
            ClockGuard.Reading clocks,
            boolean together) {

        /** Whether nothing needs to be done. */
        public boolean well() {
            return stuck == 0
                    && !late
                    && clocks.doubt() == null
                    && kept.stream().allMatch(Epoch::acknowledged)
                    && next != null
                    && next.acknowledged();
        }
    }

    /** @throws Refused where the caller does not administer the system */
    public Standing of(Caller administrator) {
        administrator.requireAdministrator();
        return standing(epochs.now());
    }

    /**
     * Does what is due.
     *
     * @return false where the clocks disagree, so that nothing was done
     * @throws Refused where the caller does not administer the system
     */
    public boolean run(Caller administrator) {
        administrator.requireAdministrator();
        try {
            epochs.run();
            return true;
        } catch (ClockDoubt doubt) {
            return false;
        }
    }

    /** The number of the epoch under which everything is sealed now. */
    public int current() {
        return epochs.current();
    }

    /** When the secret of an epoch is destroyed, if each change comes when it is due; empty where it is gone already. */
    public Optional<Instant> ends(int epoch) {
        Map<Integer, Epochs.Secret> secrets = byNumber(epochs.secrets());
        return secrets.containsKey(epoch) ? Optional.of(ends(secrets, epochs.current(), epoch)) : Optional.empty();
    }

    private static Map<Integer, Epochs.Secret> byNumber(List<Epochs.Secret> secrets) {
        return secrets.stream().collect(Collectors.toMap(Epochs.Secret::number, Function.identity()));
    }

    static Standing standing(Epochs.State state) {
        int current = state.current();
        Map<Integer, Epochs.Secret> secrets = byNumber(state.secrets());
        List<Epoch> all = state.secrets().stream()
                .map(secret -> new Epoch(
                        secret.number(),
                        secret.made(),
                        begun(secrets, secret.number()),
                        ends(secrets, current, secret.number()),
                        state.rows().getOrDefault(secret.number(), 0L),
                        secret.acknowledged()))
                .toList();
        List<Epoch> kept =
                all.stream().filter(epoch -> epoch.number() <= current).toList();
        Epoch next = all.stream()
                .filter(epoch -> epoch.number() > current)
                .findFirst()
                .orElse(null);
        Epoch oldest = kept.get(0);
        Instant due = next == null ? null : next.made().plus(Rotation.EPOCH);
        Instant second = begun(secrets, oldest.number() + 1);
        long stuck = state.rows().entrySet().stream()
                .filter(rows -> rows.getKey() < current)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new Standing(
                current,
                kept,
                next,
                due,
                oldest.number() == 1 ? null : oldest.begun(),
                oldest.ends(),
                second == null ? due : second,
                stuck,
                state.lastRun(),
                state.lastRun().plus(LATE).isBefore(state.clocks().application()),
                state.clocks(),
                state.together());
    }

    /** The secret of the next epoch is made as soon as an epoch has begun. */
    private static @Nullable Instant begun(Map<Integer, Epochs.Secret> secrets, int number) {
        Epochs.Secret after = secrets.get(number + 1);
        return after == null ? null : after.made();
    }

    /** As many epochs after it was replaced as it is kept; each takes a week. */
    private static Instant ends(Map<Integer, Epochs.Secret> secrets, int current, int number) {
        Epochs.Secret next = secrets.get(current + 1);
        Instant begun = next == null ? secrets.get(current).made() : next.made();
        return begun.plus(Rotation.EPOCH.multipliedBy((long) number + Rotation.KEPT_EPOCHS + 1 - current));
    }
}
