package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.orrery.data.ColumnType;
import org.orrery.data.Dataset;
import org.orrery.data.Table;

/** Random values written as CSV come back the same to the bit, whatever the delimiter, quoting and line ends. */
class RandomTablesTest extends StoreFixture {
    private static final ColumnType[] TYPES = {ColumnType.INTEGER, ColumnType.REAL, ColumnType.TEXT, ColumnType.BOOLEAN, ColumnType.DATE,
            ColumnType.TIMESTAMP, ColumnType.DURATION};
    private static final String LETTERS = "abcXYZ \u00E9\u4E2D\uD83D\uDE00\",;'|\n\t=-+@#1";

    @Test
    void whatGoesInComesOut() throws Exception {
        for (int seed = 0; seed < 120; seed++) {
            roundTrip(new Random(seed), seed);
        }
    }

    private void roundTrip(Random random, int seed) throws Exception {
        int columns = 1 + random.nextInt(9);
        int rows = 1 + random.nextInt(random.nextInt(10) == 0 ? 3000 : 40);
        String delimiter = List.of(",", ";", "\t", "|").get(random.nextInt(4));
        String end = List.of("\n", "\r\n").get(random.nextInt(2));
        List<ColumnType> types = new ArrayList<>();
        Map<String, ColumnType> asked = new TreeMap<>();
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            types.add(TYPES[random.nextInt(TYPES.length)]);
            asked.put("column " + column, types.get(column));
            text.append(column > 0 ? delimiter : "").append("column ").append(column);
        }
        text.append(end);
        Object[][] values = new Object[rows][columns];
        for (Object[] row : values) {
            for (int column = 0; column < columns; column++) {
                row[column] = random.nextInt(8) == 0 ? null : value(types.get(column), random);
                boolean quoted = row[column] instanceof String || columns == 1 || random.nextInt(6) == 0;
                String cell = row[column] == null ? "" : row[column].toString();
                text.append(column > 0 ? delimiter : "").append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
            }
            text.append(end);
        }
        // Types are asked for, since ten random booleans may all be missing; the delimiter is always detected.
        org.orrery.data.ReadOptions options = with(asked);
        Dataset dataset = store.importFile(file("random.csv", text.toString()), columns > 1 ? options
                : org.orrery.data.ReadOptions.DETECT.change().delimiter(delimiter).quote('"').header(true).types(asked).options(),
                org.orrery.data.Progress.NONE);
        Table table = values(dataset);
        assertEquals(rows, table.rows(), "seed " + seed);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                assertEquals(values[row][column], table.value(row, column), "seed " + seed + ", row " + row + ", column " + column);
            }
        }
    }

    private static Object value(ColumnType type, Random random) {
        return switch (type) {
            case INTEGER -> random.nextBoolean() ? random.nextLong() : Long.valueOf(random.nextInt(300) - 150);
            case REAL -> {
                double value = Double.longBitsToDouble(random.nextLong());
                yield Double.isFinite(value) ? value : random.nextGaussian();
            }
            case BOOLEAN -> random.nextBoolean();
            case DATE -> LocalDate.ofEpochDay(random.nextInt(80_000) - 40_000);
            case TIMESTAMP -> Instant.EPOCH.plus(random.nextLong(4_000_000_000_000_000L) - 1_000_000_000_000_000L, ChronoUnit.MICROS);
            case DURATION -> Duration.of(random.nextLong(4_000_000_000_000L) - 2_000_000_000_000L, ChronoUnit.MICROS);
            default -> text(random);
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("t");
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            int[] points = LETTERS.codePoints().toArray();
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
