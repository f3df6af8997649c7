package org.orrery.learning.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;

class TargetEncoderTest {
    private static final Runnable QUIET = () -> { };
    private static final Encoding TARGET = new Encoding(NumericImputation.MEDIAN, false, 2, TextEncoding.TARGET);

    private static Table levels(int rows, int levels) {
        TableBuilder builder = Table.builder(Schema.of(Column.of("level", ColumnType.CATEGORY)));
        for (int i = 0; i < rows; i++) {
            builder.row("L" + i % levels);
        }
        return builder.build();
    }

    private static int[] all(int rows) {
        return IntStream.range(0, rows).toArray();
    }

    @Test
    void aLevelBecomesTheShareOfTheClassDrawnTowardsThatOfAllRows() {
        Table table = levels(30, 3);
        int[] labels = IntStream.range(0, 30).map(i -> i % 3 == 0 ? 1 : 0).toArray();
        Encoder encoder = Encoder.fit(table, all(30), labels, 2, TARGET, EncodingDemand.PLAIN, QUIET);
        assertEquals(List.of("level"), encoder.names());
        double[] column = encoder.encode(table, all(3), QUIET).column(0);
        // Ten rows of the level as counted, ten of the share of all rows, a third.
        assertArrayEquals(new double[] {(10 + 10 / 3.0) / 20, (10 / 3.0) / 20, (10 / 3.0) / 20}, column, 1e-12);
        TableBuilder unknown = Table.builder(table.schema());
        unknown.row("other").row((Object) null);
        double[] others = encoder.encode(unknown.build(), all(2), QUIET).column(0);
        assertEquals(1 / 3.0, others[0], 1e-12);
        assertEquals(1 / 3.0, others[1], 1e-12);
    }

    /** Every row has a level of its own: nothing can be learnt, and the training rows must not look as if it could. */
    @Test
    void trainingRowsDoNotKnowTheirOwnClass() {
        int rows = 400;
        Table table = levels(rows, rows);
        int[] labels = IntStream.range(0, rows).map(i -> i * 7 % 11 < 5 ? 1 : 0).toArray();
        Encoder encoder = Encoder.fit(table, all(rows), labels, 2, TARGET, EncodingDemand.PLAIN, QUIET);
        double[] naive = encoder.encode(table, all(rows), QUIET).column(0);
        double[] fair = encoder.encodeTraining(table, all(rows), labels, QUIET).column(0);
        assertTrue(distance(naive, labels) > 0.08);
        assertTrue(Math.abs(distance(fair, labels)) < 0.01);
    }

    private static double distance(double[] column, int[] labels) {
        double ones = IntStream.range(0, labels.length).filter(i -> labels[i] == 1).mapToDouble(i -> column[i]).average().orElseThrow();
        double zeros = IntStream.range(0, labels.length).filter(i -> labels[i] == 0).mapToDouble(i -> column[i]).average().orElseThrow();
        return ones - zeros;
    }

    @Test
    void moreClassesHaveAColumnEachButTheFirstAndTheEncoderReadsBack() throws Exception {
        Table table = levels(60, 6);
        int[] labels = IntStream.range(0, 60).map(i -> i % 3).toArray();
        Encoder encoder = Encoder.fit(table, all(60), labels, 3, TARGET, EncodingDemand.LINEAR, QUIET);
        assertEquals(2, encoder.names().size());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ModelOutput out = new ModelOutput(bytes)) {
            encoder.write(out);
        }
        Encoder read = Encoder.read(new ModelInput(bytes.toByteArray()));
        for (int column = 0; column < 2; column++) {
            assertArrayEquals(encoder.encode(table, all(6), QUIET).column(column), read.encode(table, all(6), QUIET).column(column));
        }
        assertEquals(6, read.levels(0).size());
    }
}
