package org.orrery.learning.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.compare.MeasuredDifference;
import org.orrery.analysis.compare.MeasuredRun;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.evaluation.CorrectedT;
import org.orrery.learning.evaluation.CorrectedWelch;

/**
 * Two runs over the same five folds. The expected values were computed with R 4.2.2: d is the vector of differences,
 * se = sd(d) * sqrt(1/5 + 20/80), interval mean(d) ± qt(.975, 4) * se, p = 2 * pt(-abs(mean(d)/se), 4). For Welch's test
 * a = var(x) * (1/n + 20/80), b the same of y, t = (mean(y) - mean(x)) / sqrt(a + b), d = (a + b)^2 / (a^2/(n-1) + b^2/(m-1)),
 * p = 2 * pt(-abs(t), d).
 */
class FoldComparisonTest {
    private static final double[] FIRST = {0.81, 0.83, 0.80, 0.85, 0.82};
    private static final double[] SECOND = {0.84, 0.85, 0.81, 0.89, 0.86};
    private final FoldComparison comparison = new FoldComparison();

    @Test
    void theSameDivisionsArePaired() {
        List<MeasuredDifference> found = comparison.compare(run(FIRST, 5, 1, Map.of("folds", 5L)), run(SECOND, 5, 1, Map.of("folds", 5L, "maxDepth", 8L)));
        assertEquals(1, found.size());
        MeasuredDifference only = found.get(0);
        assertEquals("accuracy", only.measure());
        assertTrue(only.paired());
        assertEquals(0.028, only.difference().mean(), 1e-12);
        assertEquals(0.0242839767706306, only.difference().halfWidth(), 1e-9);
        assertEquals(0.032859849903368, only.p(), 1e-9);
        assertEquals(0.822, only.first().mean(), 1e-12);
        assertEquals(0.0358258258214996, only.first().halfWidth(), 1e-9);
    }

    @Test
    void anotherSeedOrOtherFoldsAreComparedByWelchsTest() {
        for (MeasuredRun other : List.of(run(SECOND, 5, 2, Map.of("folds", 5L)), run(SECOND, 5, 1, Map.of("folds", 10L)))) {
            MeasuredDifference only = comparison.compare(run(FIRST, 5, 1, Map.of("folds", 5L)), other).get(0);
            assertFalse(only.paired());
            assertEquals(0.2713845796733239, only.p(), 1e-9);
            assertEquals(0.85, only.second().mean(), 1e-12);
        }
    }

    @Test
    void aRunThatWasRepeatedMoreOftenIsPairedInWhatBothHave() {
        double[] more = {0.84, 0.85, 0.81, 0.89, 0.86, 0.99, 0.99, 0.99, 0.99, 0.99};
        MeasuredDifference only = comparison.compare(run(FIRST, 5, 1, Map.of()), run(more, 5, 1, Map.of("repeats", 2L))).get(0);
        assertEquals(0.028, only.difference().mean(), 1e-12);
    }

    @Test
    void welchsTestTakesUnequalNumbersOfFolds() {
        double[] more = {0.84, 0.85, 0.81, 0.89, 0.86, 0.80, 0.88, 0.83, 0.85, 0.87};
        MeasuredDifference only = comparison.compare(run(FIRST, 5, 1, Map.of()), run(more, 5, 2, Map.of("repeats", 2L))).get(0);
        assertEquals(0.2475172776696131, only.p(), 1e-9);
        // Without shared training rows it is R's t.test.
        CorrectedWelch plain = CorrectedWelch.of(CorrectedT.of(FIRST, 0), CorrectedT.of(more, 0));
        assertEquals(0.06165563166536767, plain.p(), 1e-9);
        assertEquals(11.59498374361358, plain.degrees(), 1e-9);
        assertTrue(Double.isNaN(CorrectedWelch.of(CorrectedT.of(new double[] {1}, 0), CorrectedT.of(more, 0)).p()));
    }

    @Test
    void itIsKnownWhetherMoreIsBetter() {
        assertEquals(1, comparison.direction("accuracy"));
        assertEquals(-1, comparison.direction("logLoss"));
        assertEquals(0, comparison.direction("rmse"));
    }

    @Test
    void aResultWithoutFoldsHasNothingToCompare() {
        assertEquals(List.of(), comparison.compare(run(FIRST, 5, 1, Map.of()), new MeasuredRun(Map.of(), Map.of(), 1, Result.EMPTY)));
    }

    private static MeasuredRun run(double[] accuracy, int folds, long seed, Map<String, Object> settings) {
        TableBuilder rows = Table.builder(new Schema(List.of(Column.of("model", ColumnType.CATEGORY), Column.of("fold", ColumnType.INTEGER),
                Column.of("repeat", ColumnType.INTEGER), Column.of("accuracy", ColumnType.REAL), Column.of("trainRows", ColumnType.INTEGER),
                Column.of("testRows", ColumnType.INTEGER), Column.of("fitSeconds", ColumnType.REAL))));
        for (int i = 0; i < accuracy.length; i++) {
            rows.row("tree", (long) (i % folds + 1), (long) (i / folds + 1), accuracy[i], 80L, 20L, 0.1);
        }
        Result result = Result.builder().table(ResultTable.of("folds", "Folds", rows.build())).build();
        return new MeasuredRun(settings, Map.of("data", "abc"), seed, result);
    }
}
