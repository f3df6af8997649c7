package org.orrery.learning.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.orrery.learning.Numbers;

class SortedRowsTest {
    private final Numbers numbers = new Numbers(5);

    @Test
    void valuesOfAnySizeAndSignAreSorted() {
        assertSorted(fill(5_000, i -> (numbers.share() - 0.5) * Math.pow(10, numbers.share() * 40 - 20)));
    }

    @Test
    void rowsOfEqualValueStayInTheirOrder() {
        assertSorted(fill(5_000, i -> (double) (numbers.next() % 7) - 3));
        assertSorted(new double[] {0.0, -0.0, 0.0, -0.0, -1, 1});
    }

    @Test
    void valuesThatDifferInTheirLastBitsAreSorted() {
        // A few in each run of equal leading bits, then thousands in one run.
        assertSorted(fill(5_000, i -> 1 + (numbers.next() % 100_000) * Math.ulp(1.0) * 500));
        assertSorted(fill(5_000, i -> 1.6e15 + numbers.next() % 1_000));
    }

    @Test
    void noneOneAndTwoRowsAreSorted() {
        assertSorted(new double[0]);
        assertSorted(new double[] {3});
        assertSorted(new double[] {3, -Double.MAX_VALUE});
    }

    private interface Value {
        double of(int row);
    }

    private static double[] fill(int rows, Value value) {
        double[] column = new double[rows];
        Arrays.setAll(column, value::of);
        return column;
    }

    private static void assertSorted(double[] column) {
        int[] expected = IntStream.range(0, column.length).boxed().sorted(Comparator.comparingDouble(row -> column[row] + 0.0))
                .mapToInt(Integer::intValue).toArray();
        assertArrayEquals(expected, SortedRows.of(column, column.length));
    }
}
