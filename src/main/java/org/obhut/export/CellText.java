package org.obhut.export;

import java.text.NumberFormat;
import java.util.Locale;
import org.obhut.report.Cell;

/** What stands in a cell, as people read it. */
public final class CellText {

    /** In place of a withheld number: unknown or not to be told, as the statistical offices write it (DIN 55301). */
    public static final String WITHHELD = ".";

    private CellText() {}

    /** @param language tag of BCP 47 */
    public static String of(Cell cell, String language) {
        if (cell instanceof Cell.Count count) {
            return number(count.value(), language);
        }
        if (cell instanceof Cell.Mean mean) {
            return number(mean.value(), language);
        }
        if (cell instanceof Cell.Share share) {
            return number(share.percent(), language) + (language.equals("de") ? "\u00a0%" : "%");
        }
        return cell instanceof Cell.Words words ? words.text().in(language) : WITHHELD;
    }

    private static String number(int value, String language) {
        return NumberFormat.getIntegerInstance(Locale.forLanguageTag(language)).format(value);
    }
}
