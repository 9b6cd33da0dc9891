package org.obhut.report;

/**
 * What is counted in a quarter, stood in a row, and every fifth of it marked: the first mark at a place that is drawn, each moved on by
 * one or not, which is drawn as well. So marks are four to six apart, every place is marked with a chance of one in five, and without
 * the lots nobody knows which.
 */
final class Marks {

    /** By how many places a mark may be moved. With none, a stretch without a mark had at most four in it, not five. */
    static final int PLAY = 1;

    private final Lots lots;
    private final String row;
    private final long start;
    private final int play;

    Marks(Lots lots, String row, int play) {
        this.lots = lots;
        this.row = row;
        this.play = play;
        this.start = lots.draw("start/" + row, SmallCells.BASE) - SmallCells.BASE + 1;
    }

    /** How many marks stand on the places from 1 to this one. */
    long upTo(long place) {
        // The last that can be this far, and all before it.
        long mark = Math.floorDiv(place - start, SmallCells.BASE);
        long count = mark + (mark >= 0 && at(mark) <= place ? 1 : 0);
        return count - (at(0) < 1 ? 1 : 0);
    }

    /** Where the mark of this number stands, from 0. */
    private long at(long mark) {
        return start + mark * SmallCells.BASE + lots.draw("mark/" + row + '/' + mark, play + 1);
    }
}
