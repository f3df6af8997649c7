package org.orrery.learning.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;

class EncoderTest {
    private static final Runnable QUIET = () -> {
    };

    @Test
    void missingNumbersGetTheMedianOrMeanOfTheTrainingRows() {
        Table table = table(ColumnType.REAL, 1.0, 2.0, 9.0, null, 1000.0);
        int[] train = {0, 1, 2, 3};
        assertArrayEquals(new double[] {2, 1000}, encode(table, train, Encoding.STANDARD, new int[] {3, 4}).column(0));
        Encoding mean = new Encoding(NumericImputation.MEAN, false, 25);
        assertArrayEquals(new double[] {4, 1000}, encode(table, train, mean, new int[] {3, 4}).column(0));
    }

    @Test
    void infiniteAndUndefinedNumbersCountAsMissing() {
        Table table = table(ColumnType.REAL, 1.0, 3.0, Double.NaN, Double.POSITIVE_INFINITY);
        assertArrayEquals(new double[] {1, 3, 2, 2}, encode(table, all(4), Encoding.STANDARD, all(4)).column(0));
    }

    @Test
    void aFlagTellsWhereANumberWasMissing() {
        Table table = table(ColumnType.INTEGER, 1L, null, 3L);
        DesignMatrix matrix = encode(table, all(3), new Encoding(NumericImputation.MEDIAN, true, 25), all(3));
        assertEquals(List.of("x", "x="), matrix.names());
        assertArrayEquals(new double[] {0, 1, 0}, matrix.column(1));
    }

    @Test
    void textBecomesOneColumnPerLevelInOrderOfTextAndOneForMissing() {
        Table table = table(ColumnType.CATEGORY, "zebra", "ä", null, "ant", "new");
        DesignMatrix matrix = encode(table, new int[] {0, 1, 2, 3}, Encoding.STANDARD, all(5));
        assertEquals(List.of("x=ant", "x=zebra", "x=ä", "x="), matrix.names());
        assertArrayEquals(new double[] {1, 0, 0, 0, 0}, matrix.column(1));
        assertArrayEquals(new double[] {0, 0, 1, 0, 0}, matrix.column(3));
        // The level that training did not know is 0 everywhere.
        for (int j = 0; j < 4; j++) {
            assertEquals(0, matrix.column(j)[4]);
        }
    }

    @Test
    void linearModelsMeasureLevelsAgainstTheFirst() {
        Table table = table(ColumnType.CATEGORY, "b", "a", "c", null);
        Encoder encoder = Encoder.fit(table, all(4), Encoding.STANDARD, new EncodingDemand(false, true), QUIET);
        assertEquals(List.of("x=b", "x=c", "x="), encoder.names());
        assertArrayEquals(new double[] {0, 0, 0, 1}, encoder.encode(table, all(4), QUIET).column(2));
    }

    @Test
    void moreLevelsThanAllowedBecomeTheirFrequencyAmongTheTrainingRows() {
        Table table = table(ColumnType.TEXT, "a", "a", "b", null, "c");
        DesignMatrix matrix = encode(table, new int[] {0, 1, 2, 3}, new Encoding(NumericImputation.MEDIAN, false, 2), all(5));
        assertEquals(List.of("x"), matrix.names());
        assertArrayEquals(new double[] {0.5, 0.5, 0.25, 0.25, 0}, matrix.column(0));
    }

    @Test
    void datesAndInstantsCountDaysAndTruthIsOne() {
        assertArrayEquals(new double[] {1}, encode(table(ColumnType.DATE, LocalDate.of(1970, 1, 2)), all(1), Encoding.STANDARD, all(1)).column(0));
        assertArrayEquals(new double[] {0.5}, encode(table(ColumnType.TIMESTAMP, Instant.parse("1970-01-01T12:00:00Z")), all(1),
                Encoding.STANDARD, all(1)).column(0));
        assertArrayEquals(new double[] {1, 0}, encode(table(ColumnType.BOOLEAN, true, false), all(2), Encoding.STANDARD, all(2)).column(0));
    }

    /** numpy 1.24.2: (x − mean(x[:4])) / std(x[:4]) for x = 1, 2, 3, 6, 10. */
    @Test
    void scaledColumnsHaveTrainingMeanZeroAndPopulationDeviationOne() {
        Table table = table(ColumnType.REAL, 1.0, 2.0, 3.0, 6.0, 10.0);
        Encoder encoder = Encoder.fit(table, all(4), Encoding.STANDARD, EncodingDemand.LINEAR, QUIET);
        double deviation = Math.sqrt(3.5);
        assertArrayEquals(new double[] {-2 / deviation, -1 / deviation, 0, 3 / deviation, 7 / deviation},
                encoder.encode(table, all(5), QUIET).column(0), 1e-15);
    }

    @Test
    void constantAndEmptyColumnsDoNoHarm() {
        Encoder constant = Encoder.fit(table(ColumnType.REAL, 0.1, 0.1, 0.1), all(3), Encoding.STANDARD, EncodingDemand.LINEAR, QUIET);
        assertArrayEquals(new double[3], constant.encode(table(ColumnType.REAL, 0.1, 0.1, 0.1), all(3), QUIET).column(0), 1e-15);
        Table nothing = table(ColumnType.REAL, null, null);
        assertArrayEquals(new double[2], encode(nothing, all(2), Encoding.STANDARD, all(2)).column(0));
        Table noText = table(ColumnType.CATEGORY, null, null);
        assertArrayEquals(new double[] {1, 1}, encode(noText, all(2), Encoding.STANDARD, all(2)).column(0));
        Encoder dropped = Encoder.fit(noText, all(2), Encoding.STANDARD, EncodingDemand.LINEAR, QUIET);
        assertEquals(1, dropped.encode(noText, all(2), QUIET).width());
    }

    private static DesignMatrix encode(Table table, int[] train, Encoding encoding, int[] rows) {
        return Encoder.fit(table, train, encoding, EncodingDemand.PLAIN, QUIET).encode(table, rows, QUIET);
    }

    private static Table table(ColumnType type, Object... values) {
        TableBuilder builder = Table.builder(Schema.of(Column.of("x", type)));
        for (Object value : values) {
            builder.row(value);
        }
        return builder.build();
    }

    private static int[] all(int rows) {
        return IntStream.range(0, rows).toArray();
    }
}
