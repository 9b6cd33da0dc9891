package org.obhut.report;

/** What stands in a cell of a published table. */
public sealed interface Cell {

    /** A withheld cell. */
    Cell WITHHELD = new Withheld();

    /** How often something came up: a multiple of five. Negative only as a change against the period before. */
    record Count(int value) implements Cell {
        public Count {
            if (value % SmallCells.BASE != 0) {
                throw new IllegalArgumentException("a count that is not rounded");
            }
        }
    }

    /** A share in percent of published counts. */
    record Share(int percent) implements Cell {}

    /** A mean in the unit that its column names, computed from published counts. */
    record Mean(int value) implements Cell {}

    /** Nothing is said, since it would rest on too few cases. */
    record Withheld() implements Cell {}

    /** Words. */
    record Words(Label text) implements Cell {}
}
