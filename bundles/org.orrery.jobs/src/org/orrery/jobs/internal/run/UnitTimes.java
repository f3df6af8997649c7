package org.orrery.jobs.internal.run;

import java.util.LinkedHashMap;
import java.util.Map;

import org.orrery.analysis.Unit;
import org.orrery.math.StudentT;

/**
 * How far off a time may be that was expected from the units that have ended, by how much these differed. A unit is of the kind that its group
 * names, and its time counts per declared cost. What the rest of a kind takes is the sum of future values of a normal variable of which n values were
 * seen: its prediction interval is that of Hahn and Meeker, "Statistical Intervals" (1991), section 4.7, with costs for weights. A kind of which too few
 * have ended is judged by the units of all kinds. Not thread-safe.
 */
final class UnitTimes {
    /** So often the time lies within the interval, were times per cost normal. */
    static final double LEVEL = 0.8;
    private static final int LEAST = 3;

    private static final class Kind {
        private double rest;
        private double squares;
        private long seen;
        private double mean;
        /** The sum of squares about the mean, by the update of Welford (1962). */
        private double about;

        void saw(double secondsPerCost) {
            seen++;
            double off = secondsPerCost - mean;
            mean += off / seen;
            about += off * (secondsPerCost - mean);
        }

        double variance() {
            return about / (seen - 1);
        }
    }

    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Kind all = new Kind();

    void declare(Unit unit) {
        add(unit.group(), unit.cost(), unit.cost() * unit.cost());
    }

    /** Nothing of it is left to do, whichever way it ended. */
    void ended(Unit unit) {
        add(unit.group(), -unit.cost(), -unit.cost() * unit.cost());
    }

    private void add(String group, double cost, double square) {
        Kind kind = kinds.computeIfAbsent(group, name -> new Kind());
        kind.rest += cost;
        kind.squares += square;
    }

    /** A unit was done in so many seconds. */
    void took(Unit unit, double seconds) {
        kinds.computeIfAbsent(unit.group(), name -> new Kind()).saw(seconds / unit.cost());
        all.saw(seconds / unit.cost());
    }

    /**
     * Half the length of the interval as a share of the time expected; NaN while too few units have ended, and when nothing is left.
     *
     * @param parts of units at work: what share of each is done
     */
    double halfWidth(Iterable<Part> parts) {
        Map<String, double[]> left = new LinkedHashMap<>();
        kinds.forEach((group, kind) -> left.put(group, new double[] {kind.rest, kind.squares}));
        for (Part part : parts) {
            double[] of = left.get(part.group());
            if (of != null) {
                double undone = 1 - part.share();
                of[0] -= part.share() * part.cost();
                of[1] -= (1 - undone * undone) * part.cost() * part.cost();
            }
        }
        return halfWidth(left);
    }

    private double halfWidth(Map<String, double[]> left) {
        double expected = 0;
        double variance = 0;
        double otherRest = 0;
        double otherSquares = 0;
        long least = Long.MAX_VALUE;
        for (Map.Entry<String, double[]> each : left.entrySet()) {
            Kind kind = kinds.get(each.getKey());
            double rest = Math.max(0, each.getValue()[0]);
            double squares = Math.max(0, each.getValue()[1]);
            if (kind.seen < LEAST) {
                otherRest += rest;
                otherSquares += squares;
            } else if (rest > 0) {
                expected += rest * kind.mean;
                variance += kind.variance() * (squares + rest * rest / kind.seen);
                least = Math.min(least, kind.seen);
            }
        }
        if (otherRest > 0) {
            if (all.seen < LEAST) {
                return Double.NaN;
            }
            expected += otherRest * all.mean;
            variance += all.variance() * (otherSquares + otherRest * otherRest / all.seen);
            least = Math.min(least, all.seen);
        }
        return expected > 0 ? StudentT.criticalTwoSided(1 - LEVEL, least - 1.0) * Math.sqrt(variance) / expected : Double.NaN;
    }

    /**
     * What a unit at work has done.
     *
     * @param group its kind
     * @param cost of the whole unit
     * @param share how much of it is done, 0 to 1
     */
    record Part(String group, double cost, double share) {
    }
}
