package org.obhut.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The five numbers at the head of a report. */
final class KeyFigures {

    /** Where each band of answering times ends, in hours, in the order of their list. */
    private record Band(String key, int from, int to) {}

    private static final List<Band> BANDS = List.of(
            new Band("up-to-4-hours", 0, 4),
            new Band("4-to-8-hours", 4, 8),
            new Band("8-to-24-hours", 8, 24),
            new Band("1-to-3-days", 24, 72),
            new Band("3-to-7-days", 72, 168),
            new Band("over-7-days", 168, 336));

    private final Period period;
    private final Numbers now;
    private final @Nullable Numbers before;

    KeyFigures(Period period, Numbers now, @Nullable Numbers before) {
        this.period = period;
        this.now = now;
        this.before = before;
    }

    List<KeyFigure> all() {
        return List.of(contacts(), languages(), referrals(), answers(), others());
    }

    private KeyFigure contacts() {
        int contacts = now.sum(Published.CONTACTS);
        int earlier = before == null ? 0 : before.sum(Published.CONTACTS);
        Label hint = earlier < Shares.LEAST
                ? null
                : Wording.of("hint.change." + period.kind(), signed(Shares.percent(contacts - earlier, earlier)));
        return figure("contacts", new Cell.Count(contacts), null, hint);
    }

    private static String signed(int percent) {
        return percent == 0 ? "± 0" : (percent > 0 ? "+ " : "− ") + Math.abs(percent);
    }

    private KeyFigure languages() {
        int all = now.sum(Published.LANGUAGES);
        long spoken = now.cells(Published.LANGUAGES).keySet().stream()
                .map(cell -> cell.get(1))
                .filter(language -> !language.equals("und") && !language.equals("unknown"))
                .distinct()
                .count();
        int german = now.sum(Published.LANGUAGES, cell -> cell.get(1).equals("de"));
        Label hint = all < Shares.LEAST ? null : Wording.of("hint.not-german", Shares.percent(all - german, all));
        return figure("languages", new Cell.Words(Label.same(String.valueOf(spoken))), null, hint);
    }

    private KeyFigure referrals() {
        return figure(
                "referrals",
                new Cell.Count(now.sum(Published.REFERRALS)),
                null,
                Wording.of("hint.failed", now.sum(Published.FAILED_REFERRALS)));
    }

    private KeyFigure answers() {
        int answered = BANDS.stream().mapToInt(this::of).sum();
        if (answered < Shares.LEAST_ANSWERS) {
            return figure("answer", Cell.WITHHELD, null, null);
        }
        int withinADay = BANDS.stream()
                .filter(band -> band.to() <= 24)
                .mapToInt(this::of)
                .sum();
        Label hint =
                answered < Shares.LEAST ? null : Wording.of("hint.within-a-day", Shares.percent(withinADay, answered));
        return figure("answer", new Cell.Mean(median(answered)), Wording.of("unit.hours"), hint);
    }

    /** The hours within which half of the answers came, as if those of a band were spread evenly. */
    private int median(int answered) {
        double half = answered / 2.0;
        for (Band band : BANDS) {
            int count = of(band);
            if (count >= half) {
                return (int) Math.round(band.from() + (band.to() - band.from()) * half / count);
            }
            half -= count;
        }
        throw new IllegalStateException("half of the answers are more than all of them");
    }

    private int of(Band band) {
        return now.of(Published.FIRST_ANSWERS, band.key());
    }

    private KeyFigure others() {
        return figure("others", new Cell.Count(now.sum(Published.NON_COUNSELLING)), null, Wording.of("hint.others"));
    }

    private static KeyFigure figure(String key, Cell value, @Nullable Label unit, @Nullable Label hint) {
        return new KeyFigure(key, Wording.of("figure." + key), value, unit, hint);
    }
}
