package org.obhut.export;

import java.text.NumberFormat;
import java.util.Locale;
import org.obhut.report.Cell;
import org.obhut.report.ReportTable;

/** What stands in a cell, as people read it. */
public final class CellText {

    /** In place of a withheld number. */
    public static final String WITHHELD = "–";

    /** The column whose counts are differences from the period before, and so have a sign. */
    private static final String CHANGE = "change";

    private CellText() {}

    /** A cell of a table. @param language tag of BCP 47 */
    public static String of(ReportTable.Column column, Cell cell, String language) {
        if (cell instanceof Cell.Count count && column.key().equals(CHANGE) && count.value() != 0) {
            return (count.value() > 0 ? "+ " : "− ") + number(Math.abs(count.value()), language);
        }
        return of(cell, language);
    }

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
