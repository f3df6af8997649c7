package org.orrery.ui.data.internal.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Progress;
import org.orrery.data.Schema;

/** Orders of rows are those that a comparator gives, and texts are found where they are. */
class RowOrderingTest {
    private static final Schema SCHEMA = Schema.of(Column.of("n", ColumnType.INTEGER), Column.of("x", ColumnType.REAL), Column.of("t", ColumnType.TEXT));

    private final MemoryRows rows = random(1_000);

    private static MemoryRows random(int count) {
        Random random = new Random(11);
        List<Object[]> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(new Object[] {random.nextInt(10) == 0 ? null : random.nextLong() >> random.nextInt(64),
                random.nextInt(10) == 0 ? null : random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20),
                random.nextInt(10) == 0 ? null : "é" + random.nextInt(50)});
        }
        return new MemoryRows(SCHEMA, values);
    }

    private static int[] places(RowOrder order) {
        return IntStream.range(0, order.count()).map(i -> (int) order.row(i)).toArray();
    }

    @SuppressWarnings("unchecked")
    private int[] expected(List<SortKey> keys) {
        Comparator<Integer> all = (a, b) -> 0;
        for (SortKey key : keys) {
            Comparator<Object> values = (a, b) -> ((Comparable<Object>) a).compareTo(b);
            Comparator<Object> one = Comparator.nullsLast(key.descending() ? values.reversed() : values);
            all = all.thenComparing(row -> rows.values().get(row)[key.column()], one);
        }
        return IntStream.range(0, rows.values().size()).boxed().sorted(all).mapToInt(Integer::intValue).toArray();
    }

    private RowOrder order(List<Condition> conditions, List<SortKey> keys) throws Exception {
        return new RowOrdering(rows, conditions, keys, Progress.NONE).order();
    }

    @Test
    void anyColumnsSortAsAComparatorDoesAndMissingValuesComeLast() throws Exception {
        for (int column = 0; column < 3; column++) {
            for (boolean descending : new boolean[] {false, true}) {
                List<SortKey> keys = List.of(new SortKey(column, descending), new SortKey((column + 1) % 3, !descending));
                assertArrayEquals(expected(keys.subList(0, 1)), places(order(List.of(), keys.subList(0, 1))), "column " + column);
                assertArrayEquals(expected(keys), places(order(List.of(), keys)), "columns from " + column);
            }
        }
    }

    @Test
    void whatDoesNotFitIntoMemoryIsSortedTheSameWay() throws Exception {
        // 1,000 rows are runs of some dozens, and their order lies in a file.
        Condition condition = new Condition(SCHEMA.columns().get(0), Operator.PRESENT, "");
        for (List<SortKey> keys : List.of(List.of(new SortKey(1, true)), List.of(new SortKey(0, false), new SortKey(1, true)))) {
            RowOrder small = new RowOrdering(rows, List.of(condition), keys, Progress.NONE, 4_000).order();
            assertArrayEquals(places(order(List.of(condition), keys)), places(small));
        }
        assertArrayEquals(places(order(List.of(condition), List.of())),
                places(new RowOrdering(rows, List.of(condition), List.of(), Progress.NONE, 4_000).order()));
        assertThrows(RowOrdering.TooManyRows.class,
                () -> new RowOrdering(rows, List.of(), List.of(new SortKey(2, false)), Progress.NONE, 4_000).order());
    }

    @Test
    void aFilterKeepsTheRowsThatFitInTheirOrder() throws Exception {
        Condition condition = new Condition(SCHEMA.columns().get(2), Operator.EQUALS, "é7");
        int[] expected = IntStream.range(0, 1_000).filter(row -> "é7".equals(rows.values().get(row)[2])).toArray();
        assertArrayEquals(expected, places(order(List.of(condition), List.of())));
    }

    @Test
    void aCancelledOrderEndsAtTheNextBlock() {
        int[] asked = new int[1];
        RowOrdering ordering = new RowOrdering(rows, List.of(), List.of(new SortKey(0, false)), new Progress() {
            @Override
            public void worked(long done, long total) {
                // Only counts how often it is asked.
            }

            @Override
            public void checkCancelled() {
                if (++asked[0] == 3) {
                    throw new CancellationException();
                }
            }
        });
        assertThrows(CancellationException.class, ordering::order);
        assertEquals(3, asked[0]);
    }

    @Test
    void aTextIsFoundForwardsAndBackwardsFromACell() throws Exception {
        MemoryRows few = new MemoryRows(SCHEMA, List.of(new Object[] {1L, 2.5, "Apple"}, new Object[] {2L, null, "pear"}, new Object[] {3L, 4.0, "APPLE pie"}));
        RowSearch search = new RowSearch(few, RowOrder.section(0, 3), "apple", Progress.NONE);
        assertEquals(Optional.of(new RowSearch.Place(2, 0)), search.from(0, -1, true));
        assertEquals(Optional.of(new RowSearch.Place(2, 2)), search.from(0, 2, true));
        assertEquals(Optional.empty(), search.from(2, 2, true));
        assertEquals(Optional.of(new RowSearch.Place(2, 0)), search.from(2, 2, false));
        RowSearch reversed = new RowSearch(few, RowOrder.of(new int[] {2, 1, 0}), "apple", Progress.NONE);
        assertEquals(Optional.of(new RowSearch.Place(2, 2)), reversed.from(0, 2, true));
    }

    @Test
    void aColumnIsSummedUpByItsRangeOrByItsMostFrequentText() throws Exception {
        List<Object[]> values = new ArrayList<>();
        for (int i = 0; i < 160; i++) {
            values.add(new Object[] {(long) i, i == 0 ? null : 0.5, i % 4 == 0 ? "a" : i % 4 == 1 ? "b" : "c"});
        }
        MemoryRows even = new MemoryRows(new Schema(List.of(SCHEMA.columns().get(0), SCHEMA.columns().get(1),
                new Column("t", ColumnType.CATEGORY, 0, 3, false))), values);
        ColumnShape whole = ColumnShape.of(even, even.schema().columns().get(0), Progress.NONE);
        assertEquals(NLS.bind(Messages.ColumnShape_range, "0", "159"), whole.text());
        assertEquals(ColumnShape.BARS, whole.bars().length);
        for (double bar : whole.bars()) {
            assertEquals(1, bar, 1e-12);
        }
        ColumnShape constant = ColumnShape.of(even, even.schema().columns().get(1), Progress.NONE);
        assertEquals(0, constant.bars().length);
        ColumnShape texts = ColumnShape.of(even, even.schema().columns().get(2), Progress.NONE);
        assertArrayEquals(new double[] {1, 0.5, 0.5}, texts.bars(), 1e-12);
    }
}
