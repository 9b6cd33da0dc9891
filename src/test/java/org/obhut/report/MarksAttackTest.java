package org.obhut.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Attacks a row by somebody who knows all but the lots: the order of the cells in every table, how marks are drawn, and between which marks
 * each border of a cell lies. All of that are bounds on differences of two whole numbers, so that the least and the greatest value of a
 * cell are lengths of shortest paths, exactly.
 */
class MarksAttackTest {

    private static final Period QUARTER = Period.parse("2026-Q1").orElseThrow();
    private static final int ROUNDS = 400;
    private static final int FAR = 1_000_000;

    /** Places of a row in order; each but the first ends a cell. */
    private record Table(List<Long> borders) {}

    private record Left(long least, long most) {}

    @Test
    void whoKnowsAllButTheLotsIsLeftWithFive() {
        assertEquals(5, smallest(Marks.PLAY));
    }

    /** The guard out: marks five apart. */
    @Test
    void withoutPlayFourAreLeft() {
        assertEquals(4, smallest(0));
    }

    private static long smallest(int play) {
        Random random = new Random(11);
        long smallest = FAR;
        int cells = 0;
        int small = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long length = random.nextInt(45);
            Marks marks = new Marks(new Lots(new UUID(random.nextLong(), random.nextLong()), QUARTER), "row", play);
            List<Table> tables =
                    List.of(whole(random, length), whole(random, length), whole(random, length), part(random, length));
            // Whether the first mark fell before the row is not known to the attacker.
            Knowledge inside = new Knowledge(tables, marks, length, play, true);
            Knowledge before = new Knowledge(tables, marks, length, play, false);
            for (int table = 0; table < tables.size(); table++) {
                List<Long> borders = tables.get(table).borders();
                for (int i = 1; i < borders.size(); i++) {
                    long count = borders.get(i) - borders.get(i - 1);
                    Left left = hull(inside.left(table, i), before.left(table, i));
                    assertTrue(left.least() <= count && count <= left.most(), () -> count + " is not in " + left);
                    cells++;
                    if (count < SmallCells.BASE) {
                        small++;
                        smallest = Math.min(smallest, left.most() - left.least());
                    }
                }
            }
        }
        System.out.println("row with play " + play + ": " + ROUNDS + " rows, " + 4 * ROUNDS + " tables, " + cells
                + " cells, " + small + " of them under 5; smallest interval left: " + smallest);
        return smallest;
    }

    private static Left hull(Left one, Left other) {
        return new Left(Math.min(one.least(), other.least()), Math.max(one.most(), other.most()));
    }

    private static Table whole(Random random, long length) {
        List<Long> borders = new ArrayList<>(List.of(0L, length));
        for (int i = random.nextInt(8); i > 0; i--) {
            borders.add(random.nextLong(length + 1));
        }
        borders.sort(null);
        return new Table(borders);
    }

    private static Table part(Random random, long length) {
        List<Long> borders = new ArrayList<>();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            borders.add(random.nextLong(length + 1));
        }
        borders.sort(null);
        return new Table(borders);
    }

    /** What is known, as bounds on differences: {@code bound[a][b]} is the greatest value of b - a. */
    private static final class Knowledge {

        /** Node 0 is place 0, node 1 the row's end, node 2 where the first mark would be without its play. */
        private static final int ORIGIN = 0;

        private static final int END = 1;
        private static final int START = 2;
        private static final int MARKS = 3;

        private final long[][] bound;
        private final int[] firstNode;

        Knowledge(List<Table> tables, Marks marks, long length, int play, boolean firstInside) {
            int numbered = (int) length / SmallCells.BASE + 4;
            firstNode = new int[tables.size()];
            int nodes = MARKS + numbered;
            for (int table = 0; table < tables.size(); table++) {
                firstNode[table] = nodes;
                nodes += tables.get(table).borders().size();
            }
            bound = new long[nodes][nodes];
            for (int i = 0; i < nodes; i++) {
                Arrays.fill(bound[i], FAR);
                bound[i][i] = 0;
            }
            within(ORIGIN, START, -(SmallCells.BASE - 1), 0);
            for (int mark = 0; mark < numbered; mark++) {
                within(START, MARKS + mark, SmallCells.BASE * mark, SmallCells.BASE * mark + play);
            }
            within(ORIGIN, MARKS, firstInside ? 1 : -FAR, firstInside ? FAR : 0);
            within(ORIGIN, END, 0, FAR);
            between(END, marks.upTo(length), firstInside);
            for (int table = 0; table < tables.size(); table++) {
                List<Long> borders = tables.get(table).borders();
                for (int i = 0; i < borders.size(); i++) {
                    int node = firstNode[table] + i;
                    between(node, marks.upTo(borders.get(i)), firstInside);
                    within(i == 0 ? ORIGIN : node - 1, node, 0, FAR);
                }
                within(firstNode[table] + borders.size() - 1, END, 0, FAR);
                if (table < tables.size() - 1) {
                    within(ORIGIN, firstNode[table], 0, 0);
                    within(firstNode[table] + borders.size() - 1, END, 0, 0);
                }
            }
            close();
        }

        /** So many marks are up to this place. */
        private void between(int node, long marks, boolean firstInside) {
            int last = (int) marks - (firstInside ? 1 : 0);
            if (last >= 0) {
                within(MARKS + last, node, 0, FAR);
            }
            within(node, MARKS + last + 1, 1, FAR);
        }

        private void within(int from, int to, long least, long most) {
            bound[from][to] = Math.min(bound[from][to], most);
            bound[to][from] = Math.min(bound[to][from], -least);
        }

        private void close() {
            for (int via = 0; via < bound.length; via++) {
                for (long[] row : bound) {
                    if (row[via] < FAR) {
                        for (int to = 0; to < bound.length; to++) {
                            row[to] = Math.min(row[to], row[via] + bound[via][to]);
                        }
                    }
                }
            }
        }

        /** What is left to the cell that ends at this border; nothing where this knowledge contradicts itself. */
        Left left(int table, int border) {
            for (int i = 0; i < bound.length; i++) {
                if (bound[i][i] < 0) {
                    return new Left(FAR, -FAR);
                }
            }
            int node = firstNode[table] + border;
            return new Left(-bound[node][node - 1], bound[node - 1][node]);
        }
    }
}
