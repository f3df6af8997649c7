package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.Unit;

/**
 * Expected values by R 4.x: half = qt(0.9, n - 1) * sd(x) * sqrt(1/m + 1/n) / mean(x) for m units of cost 1 to come, after Hahn and Meeker, "Statistical
 * Intervals" (1991), section 4.7; with costs by the weighted sums written beside each.
 */
class UnitTimesTest {
    private static final double EXACT = 1e-9;
    private final UnitTimes times = new UnitTimes();

    private static Unit unit(String group, int number, double cost) {
        return Unit.of(group + "/" + number, group).inGroup(group).costing(cost);
    }

    private void declare(String group, int units) {
        for (int i = 0; i < units; i++) {
            times.declare(unit(group, i, 1));
        }
    }

    private void done(String group, double... seconds) {
        for (int i = 0; i < seconds.length; i++) {
            times.took(unit(group, i, 1), seconds[i]);
            times.ended(unit(group, i, 1));
        }
    }

    @Test
    void theIntervalIsThatOfHahnAndMeekerForTheMeanOfFutureValues() {
        declare("tree", 9);
        done("tree", 10, 12, 9, 11, 13);
        // x = c(10, 12, 9, 11, 13), m = 4, n = 5: qt(.9, 4) = 1.533206, sd = 1.581139, mean = 11
        assertEquals(1.5332062740589438 * Math.sqrt(2.5) * Math.sqrt(1 / 4.0 + 1 / 5.0) / 11, times.halfWidth(List.of()), EXACT);
    }

    @Test
    void unitsThatTakeTheSameTimeLeaveNoDoubt() {
        declare("tree", 8);
        done("tree", 3, 3, 3);
        assertEquals(0, times.halfWidth(List.of()), EXACT);
    }

    @Test
    void ofTwoUnitsNothingIsSaidAndNothingWhenNothingIsLeft() {
        declare("tree", 3);
        done("tree", 3, 4);
        assertTrue(Double.isNaN(times.halfWidth(List.of())));
        times.took(unit("tree", 2, 1), 5);
        times.ended(unit("tree", 2, 1));
        assertTrue(Double.isNaN(times.halfWidth(List.of())));
    }

    @Test
    void aUnitCountsByItsCost() {
        List<Unit> units = new ArrayList<>();
        for (double cost : new double[] {1, 2, 4, 3, 5}) {
            units.add(unit("tree", units.size(), cost));
        }
        units.forEach(times::declare);
        double[] seconds = {10, 22, 36};
        for (int i = 0; i < seconds.length; i++) {
            times.took(units.get(i), seconds[i]);
            times.ended(units.get(i));
        }
        // Per cost 10, 11, 9: mean 10, variance 1; to come 3 and 5: 8 in all, 34 in squares; qt(.9, 2) = 1.885618.
        assertEquals(1.8856180831641267 * Math.sqrt(34 + 64 / 3.0) / 80, times.halfWidth(List.of()), EXACT);
        // Of the one of cost 5 three fifths are done: to come 3 and 2.
        assertEquals(1.8856180831641267 * Math.sqrt(13 + 25 / 3.0) / 50, times.halfWidth(List.of(new UnitTimes.Part("tree", 5, 0.6))), EXACT);
    }

    @Test
    void eachKindIsJudgedByItsOwnAndAKindThatIsNewByAll() {
        declare("tree", 5);
        declare("forest", 5);
        done("tree", 1, 1.2, 0.8);
        done("forest", 10, 11, 9);
        // 2 trees: mean 1, variance .04; 2 forests: mean 10, variance 1; each 2 + 4/3 in squares.
        double own = 2 + 4 / 3.0;
        assertEquals(1.8856180831641267 * Math.sqrt(0.04 * own + own) / 22, times.halfWidth(List.of()), EXACT);
        declare("svm", 1);
        // All six: mean 5.5, variance 24.716; one to come: 1 + 1/6.
        double all = variance(1, 1.2, 0.8, 10, 11, 9) * (1 + 1 / 6.0);
        assertEquals(1.8856180831641267 * Math.sqrt(0.04 * own + own + all) / 27.5, times.halfWidth(List.of()), EXACT);
    }

    private static double variance(double... x) {
        double mean = 0;
        for (double each : x) {
            mean += each / x.length;
        }
        double sum = 0;
        for (double each : x) {
            sum += (each - mean) * (each - mean);
        }
        return sum / (x.length - 1);
    }
}
