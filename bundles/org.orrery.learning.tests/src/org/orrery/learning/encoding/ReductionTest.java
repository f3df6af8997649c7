package org.orrery.learning.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;

class ReductionTest {
    private static Table numbers(Double... values) {
        TableBuilder builder = Table.builder(Schema.of(Column.of("number", ColumnType.REAL), Column.of("constant", ColumnType.REAL),
                Column.of("text", ColumnType.CATEGORY)));
        for (int i = 0; i < values.length; i++) {
            builder.row(values[i], i == 3 ? 1e9 : 1.0, "t" + i);
        }
        return builder.build();
    }

    private static int[] left(Table table, int[] labels, double share) {
        return Outliers.without(table, IntStream.range(0, labels.length).toArray(), labels, share, () -> { });
    }

    @Test
    void theRowsFarthestFromTheMedianAreLeftOutAndMissingValuesAreNotFar() {
        Table table = numbers(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, -90.0, null, 100.0, 7.0);
        assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5, 7, 9}, left(table, new int[10], 0.2));
        assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 9}, left(table, new int[10], 0.19));
        assertEquals(10, left(table, new int[10], 0.09).length);
    }

    @Test
    void aRareClassThatLiesApartKeepsHalfOfItsRows() {
        Table table = numbers(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 100.0, 101.0);
        int[] labels = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1};
        assertArrayEquals(new int[] {1, 2, 3, 4, 5, 6, 7, 8}, left(table, labels, 0.2));
    }

    @Test
    void aSingleRowOfAClassStays() {
        Table table = numbers(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 101.0);
        assertArrayEquals(new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, left(table, new int[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 0.1));
    }

    @Test
    void allComponentsTogetherKeepDistancesAndAreUncorrelated() {
        Random random = new Random(5);
        double[][] columns = new double[12][60];
        for (int i = 0; i < 60; i++) {
            double common = random.nextGaussian();
            for (int j = 0; j < 12; j++) {
                columns[j][i] = j == 11 ? columns[0][i] + columns[1][i] : common * j + random.nextGaussian();
            }
        }
        DesignMatrix matrix = new DesignMatrix(columns, 60, IntStream.range(0, 12).mapToObj(j -> "c" + j).toList());
        PrincipalComponents components = PrincipalComponents.fit(matrix, 1, () -> { });
        // One column is the sum of two others.
        assertEquals(11, components.count());
        DesignMatrix values = components.of(matrix, () -> { });
        assertEquals(distance(matrix, 3, 40), distance(values, 3, 40), 1e-9);
        for (int a = 0; a < 11; a++) {
            for (int b = 0; b < a; b++) {
                double product = 0;
                for (int i = 0; i < 60; i++) {
                    product += values.column(a)[i] * values.column(b)[i];
                }
                assertEquals(0, product, 1e-8);
            }
        }
    }

    private static double distance(DesignMatrix matrix, int a, int b) {
        return IntStream.range(0, matrix.width()).mapToDouble(j -> Math.pow(matrix.column(j)[a] - matrix.column(j)[b], 2)).sum();
    }

    @Test
    void constantColumnsBecomeOneConstantColumn() {
        DesignMatrix matrix = new DesignMatrix(new double[][] {{1, 1, 1}, {2, 2, 2}}, 3, List.of("a", "b"));
        PrincipalComponents components = PrincipalComponents.fit(matrix, 0.9, () -> { });
        assertArrayEquals(new double[3], components.of(matrix, () -> { }).column(0), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> new Reduction(0.6, 0));
    }
}
