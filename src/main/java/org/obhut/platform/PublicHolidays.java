package org.obhut.platform;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** The public holidays of North Rhine-Westphalia (Feiertagsgesetz NW, section 2): six by the calendar, five that follow Easter. */
public final class PublicHolidays {

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(10, 3),
            MonthDay.of(11, 1),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26));

    /** Days from Easter Sunday: Good Friday, Easter Monday, Ascension, Whit Monday, Corpus Christi. */
    private static final Set<Long> BY_EASTER = Set.of(-2L, 1L, 39L, 50L, 60L);

    private PublicHolidays() {}

    /** Whether nobody has to work on this day, Sundays apart. */
    public static boolean on(LocalDate day) {
        long fromEaster = day.toEpochDay() - easter(day.getYear()).toEpochDay();
        return FIXED.contains(MonthDay.from(day)) || BY_EASTER.contains(fromEaster);
    }

    /**
     * Easter Sunday of the Gregorian calendar: the Sunday after the first ecclesiastical full moon from 21 March on (Council of
     * Nicaea; the moon by Clavius' epact with its two corrections, which keep it within 29 days).
     */
    static LocalDate easter(int year) {
        int century = year / 100 + 1;
        int solar = 3 * century / 4 - 12;
        int lunar = (8 * century + 5) / 25 - 5;
        int golden = year % 19 + 1;
        int epact = Math.floorMod(11 * golden + 20 + lunar - solar, 30);
        if (epact == 24 || epact == 25 && golden > 11) {
            epact++;
        }
        int moonInMarch = epact > 23 ? 74 - epact : 44 - epact;
        LocalDate moon = LocalDate.of(year, 3, 1).plusDays(moonInMarch - 1L);
        return moon.plusDays(7 - moon.getDayOfWeek().getValue() % 7);
    }
}
