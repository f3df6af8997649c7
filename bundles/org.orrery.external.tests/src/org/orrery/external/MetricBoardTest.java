package org.orrery.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.UnitProgress;
import org.orrery.data.Table;

class MetricBoardTest {
    private static final int VALUES = 100_000;
    private final List<String> said = new ArrayList<>();
    private final UnitProgress progress = new UnitProgress() {
        @Override
        public void worked(long done, long total, String what) {
            // Not asked here.
        }

        @Override
        public void metric(String name, long step, double value) {
            // Not asked here.
        }

        @Override
        public void log(Level level, String message) {
            said.add(message);
        }
    };

    private MetricBoard board(int values) {
        MetricBoard board = new MetricBoard(progress, "step", 0);
        for (int i = 1; i <= values; i++) {
            board.take(new Readings(OptionalDouble.of(i), Map.of("loss", value(i))), i / 8.0);
        }
        return board;
    }

    private static double value(int i) {
        return i % 1_000 == 0 ? Double.NaN : 1.0 / i;
    }

    @Test
    void ofManyValuesOnlyABlockIsInMemoryAndAllComeBackInTheirOrder() throws Exception {
        try (MetricBoard board = board(VALUES)) {
            assertTrue(board.inMemory() <= ValueFile.BLOCK, board.inMemory() + " values in memory");
            List<Integer> sizes = new ArrayList<>();
            int[] next = {1};
            board.tables(table -> {
                sizes.add(table.rows());
                for (int row = 0; row < table.rows(); row++) {
                    assertRow(table, row, next[0]++);
                }
            });
            assertEquals(VALUES + 1, next[0]);
            assertTrue(sizes.stream().allMatch(size -> size <= ValueFile.BLOCK), sizes::toString);
            assertEquals(VALUES, board.table().rows());
            assertEquals(VALUES, board.summaries().get(0).count());
            assertEquals(VALUES / 1_000, board.summaries().get(0).notFinite());
        }
    }

    private static void assertRow(Table table, int row, int i) {
        assertEquals("loss", table.value(row, 0));
        assertEquals((double) i, table.value(row, 1));
        assertEquals(i / 8.0, table.value(row, 2));
        assertEquals(Double.isNaN(value(i)) ? null : value(i), table.value(row, 3));
    }

    @Test
    void aProgramThatGoesOnGetsTheNewestAndTheLogSaysWhatItDoesNotGet() throws Exception {
        try (MetricBoard before = board(20_000); MetricBoard all = board(0); MetricBoard newest = board(0)) {
            all.takeBefore(before.bytes());
            assertEquals(20_000, all.table().rows());
            assertEquals(List.of(), said);
            newest.takeBefore(before.bytes(300));
            Table table = newest.table();
            assertEquals(300, table.rows());
            assertRow(table, 0, 19_701);
            assertRow(table, 299, 20_000);
            assertTrue(said.size() == 1 && said.get(0).contains("19700"), said::toString);
        }
    }

    @Test
    void withoutValuesThereIsOneTableWithoutRows() throws Exception {
        try (MetricBoard board = board(0)) {
            List<Integer> sizes = new ArrayList<>();
            board.tables(table -> sizes.add(table.rows()));
            assertEquals(List.of(0), sizes);
        }
    }
}
