package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.orrery.data.ColumnBlocks;
import org.orrery.data.DataException;
import org.orrery.data.Dataset;
import org.orrery.data.GatheredRows;
import org.orrery.data.Progress;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TextVector;

/** Some rows out of all: what {@link org.orrery.data.DataStore#table} holds at their places. */
class GatheredRowsTest extends StoreFixture {
    private static final int ROWS = 60_000;

    /** Each type, with gaps; texts whose dictionaries differ from block to block. */
    private Dataset mixed() throws Exception {
        StringBuilder text = new StringBuilder("whole,real,price,word,yes,day\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(i % 11 == 0 ? "" : Integer.toString(i * 31 % 100_003)).append(',').append(i % 7 == 0 ? "" : Double.toString(Math.sin(i)))
                    .append(',').append(i * 7 % 1000 / 100.0).append(',').append(i % 13 == 0 ? "" : "w" + i / 900).append(',')
                    .append(i % 3 == 0).append(",2024-0").append(1 + i % 9).append("-11\n");
        }
        return read(text.toString());
    }

    /** Counts the rows that a pass has handed out and not taken back. */
    private static final class Counting implements ColumnBlocks {
        private final ColumnBlocks blocks;
        private int largest;
        private int passed;

        Counting(ColumnBlocks blocks) {
            this.blocks = blocks;
        }

        @Override
        public Schema schema() {
            return blocks.schema();
        }

        @Override
        public Table next() throws DataException {
            Table block = blocks.next();
            largest = block == null ? largest : Math.max(largest, block.rows());
            passed += block == null ? 0 : block.rows();
            return block;
        }

        @Override
        public void close() {
            blocks.close();
        }
    }

    @Test
    void theyAreThoseOfTheWholeTableAndOneBlockAtATimeIsHeld() throws Exception {
        Dataset data = mixed();
        int[] rows = new Random(7).ints(0, ROWS).distinct().limit(500).sorted().toArray();
        List<String> columns = List.of("word", "whole", "real", "price", "yes", "day");
        Table whole = store.table(data, columns, Progress.NONE);
        try (Counting blocks = new Counting(store.blocks(data, columns))) {
            Table some = GatheredRows.of(blocks, rows, ROWS, Progress.NONE);
            assertEquals(rows.length, some.rows());
            assertEquals(whole.schema(), some.schema());
            for (int i = 0; i < rows.length; i++) {
                for (int c = 0; c < columns.size(); c++) {
                    assertEquals(whole.value(rows[i], c), some.value(i, c), columns.get(c) + " of row " + rows[i]);
                }
            }
            assertTrue(blocks.largest < ROWS / 5, blocks.largest + " rows in a block");
            TextVector words = (TextVector) some.column("word");
            List<String> order = new ArrayList<>();
            for (int i = 0; i < words.rows(); i++) {
                if (!words.isMissing(i) && !order.contains(words.get(i))) {
                    order.add(words.get(i));
                }
            }
            assertEquals(order, words.dictionary(), "a dictionary is in order of first appearance and holds what is used");
        }
    }

    @Test
    void itEndsWithTheLastRowWantedAndFindsNoneBehindTheEnd() throws Exception {
        Dataset data = mixed();
        try (Counting blocks = new Counting(store.blocks(data, List.of("whole")))) {
            Table first = GatheredRows.of(blocks, new int[] {0, 1}, ROWS, Progress.NONE);
            assertNull(first.value(0, 0));
            assertEquals(31L, first.value(1, 0));
            assertEquals(blocks.largest, blocks.passed, "one block was enough");
        }
        try (ColumnBlocks blocks = store.blocks(data, List.of("whole"))) {
            assertEquals(0, GatheredRows.of(blocks, new int[0], ROWS, Progress.NONE).rows());
        }
        try (ColumnBlocks blocks = store.blocks(data, List.of("whole"))) {
            assertThrows(IllegalArgumentException.class, () -> GatheredRows.of(blocks, new int[] {ROWS}, ROWS, Progress.NONE));
        }
    }
}
