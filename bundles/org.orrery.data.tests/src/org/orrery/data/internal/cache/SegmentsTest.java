package org.orrery.data.internal.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.ColumnVector;
import org.orrery.data.DoubleVector;
import org.orrery.data.LongVector;
import org.orrery.data.Progress;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TextVector;
import org.orrery.data.internal.ColumnBuffer;
import org.orrery.data.internal.RowSink;

/** What goes into the segments of the cache comes out of them bit for bit: as a whole, in blocks, and from anywhere. */
class SegmentsTest {
    private static final List<ColumnType> TYPES = List.of(ColumnType.INTEGER, ColumnType.REAL, ColumnType.TEXT, ColumnType.TIMESTAMP,
            ColumnType.DATE, ColumnType.BOOLEAN, ColumnType.DECIMAL, ColumnType.REAL);
    private static final long[] EDGES = {Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, 255, 256, 65_535, 65_536, 4_294_967_295L, 4_294_967_296L};
    private static final double[] REALS = {Double.NaN, -0.0, 0.0, Double.MIN_VALUE, Double.MAX_VALUE, Double.NEGATIVE_INFINITY, 0.1, 1e22};

    @TempDir
    Path folder;

    private final List<List<Object>> wanted = new ArrayList<>();

    private void put(ColumnBuffer buffer, int column, Object value) {
        wanted.get(column).add(value);
        switch (value) {
            case null -> buffer.addMissing();
            case Long whole -> buffer.add(whole);
            case Double real -> buffer.add(real);
            default -> buffer.add((String) value);
        }
    }

    /** A block of one character: small or large ranges, few or many texts, exact fractions or any bits. */
    private void fill(List<ColumnBuffer> buffers, Random random) {
        int rows = random.nextInt(random.nextInt(5) == 0 ? 1_200 : 40);
        for (int column = 0; column < TYPES.size(); column++) {
            ColumnBuffer buffer = buffers.get(column);
            buffer.clear();
            int character = random.nextInt(6);
            long base = random.nextLong() >> random.nextInt(64);
            int bits = 1 + random.nextInt(40);
            int places = random.nextInt(8);
            for (int row = 0; row < rows; row++) {
                if (character == 0 || random.nextInt(4) == 0 && character != 5) {
                    put(buffer, column, null);
                } else if (TYPES.get(column) == ColumnType.REAL && character > 1) {
                    long unscaled = random.nextLong() >> 64 - bits;
                    int decimals = character == 2 ? random.nextInt(places + 1) : places;
                    wanted.get(column).add(unscaled / SegmentEncoder.POWERS[decimals]);
                    buffer.addScaled(unscaled, decimals);
                } else if (TYPES.get(column) == ColumnType.REAL) {
                    put(buffer, column, random.nextBoolean() ? REALS[random.nextInt(REALS.length)] : Double.longBitsToDouble(random.nextLong()));
                } else if (TYPES.get(column).isText()) {
                    put(buffer, column, character < 3 ? "level " + random.nextInt(5) : "é".repeat(random.nextInt(3)) + random.nextInt());
                } else if (TYPES.get(column) == ColumnType.TIMESTAMP) {
                    put(buffer, column, random.nextInt() * new long[] {1, 1_000, 1_000_000, 7_000_000, 86_400_000_000L, 500}[character]);
                } else {
                    put(buffer, column, character == 1 ? (Long) EDGES[random.nextInt(EDGES.length)] : (Long) (base + (random.nextLong() >>> 64 - bits)));
                }
            }
        }
    }

    private CacheEntry entry(Random random) throws Exception {
        wanted.clear();
        TYPES.forEach(type -> wanted.add(new ArrayList<>()));
        List<ColumnBuffer> buffers = TYPES.stream().map(type -> new ColumnBuffer(type, 0)).toList();
        ColumnarCache cache = new ColumnarCache(folder, Long.MAX_VALUE, Clock.systemUTC());
        try (CacheWriter writer = new CacheWriter(cache, folder)) {
            RowSink sink = writer.begin(TYPES);
            for (int i = random.nextInt(6); i >= 0; i--) {
                fill(buffers, random);
                sink.block(buffers);
            }
            return writer.commit("entry-" + random.nextLong(), TYPES.stream().map(type -> type == ColumnType.DECIMAL ? 2 : 0).toList());
        }
    }

    private void same(Table table, int first, int rows, String where) {
        assertEquals(rows, table.rows(), where);
        for (int column = 0; column < TYPES.size(); column++) {
            ColumnVector vector = table.column(column);
            int missing = 0;
            for (int row = 0; row < rows; row++) {
                Object value = wanted.get(column).get(first + row);
                assertEquals(value == null, vector.isMissing(row), where);
                missing += value == null ? 1 : 0;
                if (value != null) {
                    Object found = switch (vector) {
                        case LongVector longs -> longs.get(row);
                        case DoubleVector doubles -> doubles.get(row);
                        case TextVector texts -> texts.get(row);
                    };
                    assertEquals(value, found, where + ", column " + column + ", row " + row);
                }
            }
            assertEquals(missing, vector.missing(), where);
        }
    }

    @Test
    void whatGoesInComesOut() throws Exception {
        List<Column> columns = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < TYPES.size(); i++) {
            columns.add(Column.of("c" + i, TYPES.get(i)));
            positions.add(i);
        }
        Schema schema = new Schema(columns);
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            CacheEntry entry = entry(random);
            int rows = wanted.get(0).size();
            assertEquals(rows, entry.rows());
            CacheEntry read = CacheEntry.read(entry.folder()).orElseThrow();
            try (EntryReader reader = new EntryReader(read, schema, positions)) {
                same(reader.table(Progress.NONE), 0, rows, "seed " + seed);
                for (int i = 0; i < 5; i++) {
                    int first = random.nextInt(rows + 1);
                    int count = random.nextInt(rows + 10);
                    same(reader.window(first, count), first, Math.min(count, rows - first), "seed " + seed + ", window");
                }
                int at = 0;
                for (Table block = reader.next(); block != null; block = reader.next()) {
                    same(block, at, block.rows(), "seed " + seed + ", blocks");
                    at += block.rows();
                }
                assertEquals(rows, at);
                assertNull(reader.next());
            }
        }
    }
}
