package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.Names;
import org.orrery.analysis.StoredRows;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.ui.StoredModel;
import org.orrery.ui.TableModel;

/** Rows that were laid out anew on disk are the rows that were stored: cell by cell, and in the same order by every column. */
class StoredModelTest {
    private static final Schema SCHEMA = Schema.of(Column.of("n", ColumnType.INTEGER), Column.of("share", ColumnType.REAL),
            Column.of("model", ColumnType.CATEGORY), Column.of("note", ColumnType.TEXT), Column.of("nothing", ColumnType.TEXT),
            Column.of("yes", ColumnType.BOOLEAN), Column.of("day", ColumnType.DATE), Column.of("at", ColumnType.TIMESTAMP),
            Column.of("took", ColumnType.DURATION), Column.of("price", ColumnType.DECIMAL));

    /** Blocks of different lengths, each with a dictionary of its own. */
    private static final List<Table> BLOCKS = List.of(block(0, 700), block(700, 0), block(700, 1), block(701, 1_299));

    private static Table block(int first, int rows) {
        TableBuilder builder = Table.builder(SCHEMA);
        for (int i = first; i < first + rows; i++) {
            boolean gap = i % 11 == 3;
            Double share = i % 13 == 0 ? Double.valueOf(-0.0) : i % 17 == 0 ? Double.valueOf(Double.NaN) : i % 19 == 0 ? Double.valueOf(Double.NEGATIVE_INFINITY)
                    : Double.valueOf(Math.sin(i));
            builder.row(gap ? null : (i * 7_919L - 5_000_000L) * (i % 2 == 0 ? 1 : -1), gap ? null : share, gap ? null : i % 2 == 0 ? "Tree" : "forest", "note " + i % 301, null,
                    gap ? null : i % 3 == 0, gap ? null : LocalDate.of(1960, 1, 1).plusDays(i), gap ? null : Instant.ofEpochSecond(i * 86_399L - 10_000_000L),
                    gap ? null : Duration.ofMillis(i), gap ? null : BigDecimal.valueOf(i * 37L - 9_000, 2));
        }
        return builder.build();
    }

    private static StoredRows stored(List<Table> blocks) {
        return stored(blocks.stream().mapToLong(Table::rows).sum(), blocks::forEach);
    }

    private static StoredRows stored(long count, Consumer<Consumer<Table>> read) {
        return new StoredRows() {
            @Override
            public String name() {
                return "rows";
            }

            @Override
            public Schema schema() {
                return SCHEMA;
            }

            @Override
            public long count() {
                return count;
            }

            @Override
            public void forEachBlock(Consumer<Table> action) {
                read.accept(action);
            }
        };
    }

    private final TableModel expected = TableModel.ofResult(SCHEMA, BLOCKS, Map.of("n", "Number"), Names.NONE);

    @Test
    void everyCellIsThatWhichWasStored() throws Exception {
        StoredModel model = StoredModel.read(stored(BLOCKS), Map.of("n", "Number"), Names.NONE, () -> false);
        assertEquals(2_000, model.rows());
        assertEquals(expected.columns(), model.columns());
        for (int row = 0; row < model.rows(); row++) {
            for (int column = 0; column < SCHEMA.size(); column++) {
                assertEquals(expected.text(row, column), model.text(row, column), SCHEMA.names().get(column) + " of row " + row);
            }
        }
    }

    @Test
    void rowsAreInTheSameOrderByEveryColumnEitherWay() throws Exception {
        StoredModel model = StoredModel.read(stored(BLOCKS), Map.of(), Names.NONE, () -> false);
        for (int column = 0; column < SCHEMA.size(); column++) {
            for (boolean descending : new boolean[] {false, true}) {
                assertEquals(order(expected.keys(column, descending).orElseThrow()), order(model.keys(column, descending).orElseThrow()),
                        SCHEMA.names().get(column));
            }
        }
    }

    @Test
    void missingValuesComeLastWhicheverWayRowsAreSorted() throws Exception {
        StoredModel model = StoredModel.read(stored(BLOCKS), Map.of(), Names.NONE, () -> false);
        for (boolean descending : new boolean[] {false, true}) {
            List<Integer> order = order(model.keys(0, descending).orElseThrow());
            assertEquals("", model.text(order.get(order.size() - 1), 0));
        }
    }

    private static List<Integer> order(IntToLongFunction keys) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < 2_000; row++) {
            rows.add(row);
        }
        rows.sort((a, b) -> Long.compare(keys.applyAsLong(a), keys.applyAsLong(b)));
        return rows;
    }

    @Test
    void readingEndsWhenNobodyWantsTheRowsAnyMore() {
        assertThrows(CancellationException.class, () -> StoredModel.read(stored(BLOCKS), Map.of(), Names.NONE, () -> true));
    }

    @Test
    void whatCannotBeReadIsToldAsItIs() {
        IOException problem = assertThrows(IOException.class, () -> StoredModel.read(stored(1, action -> {
            throw new UncheckedIOException(new IOException("the disk is gone"));
        }), Map.of(), Names.NONE, () -> false));
        assertEquals("the disk is gone", problem.getMessage());
    }
}
