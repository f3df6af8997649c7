package org.orrery.learning.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * For one class against the rest: how many rows of it and of the others reach each score. Everything that needs only the order
 * of the scores, the ROC and precision-recall curves and their areas, follows from it. Immutable.
 *
 * @param scores the least score of each group, falling
 * @param positives the rows of the class in each group
 * @param negatives the other rows in each group
 * @param exact whether each group is one score, so that the curves hold every point
 */
public record ScoreTally(double[] scores, long[] positives, long[] negatives, boolean exact) {
    /** Counts the scores of all rows, exactly. */
    public static ScoreTally of(double[] scores, boolean[] positive) {
        double[][] sides = {pick(scores, positive, true), pick(scores, positive, false)};
        double[] distinct = new double[scores.length];
        long[] positives = new long[scores.length];
        long[] negatives = new long[scores.length];
        int p = sides[0].length - 1;
        int n = sides[1].length - 1;
        int count = 0;
        while (p >= 0 || n >= 0) {
            double score = Math.max(p >= 0 ? sides[0][p] : Double.NEGATIVE_INFINITY, n >= 0 ? sides[1][n] : Double.NEGATIVE_INFINITY);
            distinct[count] = score;
            for (; p >= 0 && sides[0][p] == score; p--) {
                positives[count]++;
            }
            for (; n >= 0 && sides[1][n] == score; n--) {
                negatives[count]++;
            }
            count++;
        }
        return new ScoreTally(Arrays.copyOf(distinct, count), Arrays.copyOf(positives, count), Arrays.copyOf(negatives, count), true);
    }

    /** Scores of one side, ascending. A NaN would never be reached by the walk above, so it is refused. */
    private static double[] pick(double[] scores, boolean[] positive, boolean side) {
        double[] picked = new double[scores.length];
        int count = 0;
        for (int i = 0; i < scores.length; i++) {
            if (Double.isNaN(scores[i])) {
                throw new IllegalArgumentException("A score is not a number");
            }
            if (positive[i] == side) {
                picked[count++] = scores[i];
            }
        }
        double[] sorted = Arrays.copyOf(picked, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** All groups of several tallies, those of the same score as one. */
    public static ScoreTally merge(List<ScoreTally> parts) {
        int size = parts.stream().mapToInt(part -> part.scores.length).sum();
        double[] scores = new double[size];
        long[] positives = new long[size];
        long[] negatives = new long[size];
        int[] at = new int[parts.size()];
        int count = 0;
        while (true) {
            double highest = Double.NEGATIVE_INFINITY;
            boolean found = false;
            for (int k = 0; k < at.length; k++) {
                if (at[k] < parts.get(k).scores.length) {
                    highest = Math.max(highest, parts.get(k).scores[at[k]]);
                    found = true;
                }
            }
            if (!found) {
                break;
            }
            scores[count] = highest;
            for (int k = 0; k < at.length; k++) {
                ScoreTally part = parts.get(k);
                if (at[k] < part.scores.length && part.scores[at[k]] == highest) {
                    positives[count] += part.positives[at[k]];
                    negatives[count] += part.negatives[at[k]];
                    at[k]++;
                }
            }
            count++;
        }
        return new ScoreTally(Arrays.copyOf(scores, count), Arrays.copyOf(positives, count), Arrays.copyOf(negatives, count),
                parts.stream().allMatch(ScoreTally::exact));
    }

    /** The same with at most so many groups: neighbours are joined so that groups hold about the same number of rows. */
    public ScoreTally atMost(int groups) {
        if (scores.length <= groups) {
            return this;
        }
        double[] joined = new double[groups];
        long[] joinedPositives = new long[groups];
        long[] joinedNegatives = new long[groups];
        double total = (double) allPositives() + allNegatives();
        long seen = 0;
        int last = -1;
        int count = 0;
        for (int i = 0; i < scores.length; i++) {
            // The group of a score depends on the rows before it alone, so that no score is cut in two.
            int group = (int) Math.min(groups - 1, seen / total * groups);
            if (group != last) {
                last = group;
                count++;
            }
            joined[count - 1] = scores[i];
            joinedPositives[count - 1] += positives[i];
            joinedNegatives[count - 1] += negatives[i];
            seen += positives[i] + negatives[i];
        }
        return new ScoreTally(Arrays.copyOf(joined, count), Arrays.copyOf(joinedPositives, count),
                Arrays.copyOf(joinedNegatives, count), false);
    }

    /** The rows of the class. */
    public long allPositives() {
        return Arrays.stream(positives).sum();
    }

    /** The rows of other classes. */
    public long allNegatives() {
        return Arrays.stream(negatives).sum();
    }

    /**
     * The probability that a row of the class has a higher score than another row, ties counting half (the Mann-Whitney
     * statistic); NaN without rows on both sides.
     */
    public double rocAuc() {
        double wins = 0;
        double above = 0;
        for (int i = 0; i < scores.length; i++) {
            wins += negatives[i] * (above + positives[i] / 2.0);
            above += positives[i];
        }
        return wins / ((double) allPositives() * allNegatives());
    }

    /** Σ (recall − recall before) · precision over falling scores; NaN without rows of the class. */
    public double averagePrecision() {
        double hits = 0;
        double taken = 0;
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            hits += positives[i];
            taken += positives[i] + negatives[i];
            sum += positives[i] * (hits / taken);
        }
        return sum / allPositives();
    }

    /** How many groups there are. */
    public int groups() {
        return scores.length;
    }

    /** The same for the rest against the class: scores with the other sign, sides exchanged. */
    public ScoreTally reversed() {
        int groups = scores.length;
        double[] turned = new double[groups];
        long[] own = new long[groups];
        long[] others = new long[groups];
        for (int i = 0; i < groups; i++) {
            turned[i] = -scores[groups - 1 - i];
            own[i] = negatives[groups - 1 - i];
            others[i] = positives[groups - 1 - i];
        }
        return new ScoreTally(turned, own, others, exact);
    }

    /** The largest distance between the shares of both sides that reach a score; NaN without rows on both sides. */
    public double kolmogorovSmirnov() {
        double largest = 0;
        long hits = 0;
        long alarms = 0;
        double all = allPositives();
        double rest = allNegatives();
        if (all == 0 || rest == 0) {
            return Double.NaN;
        }
        for (int i = 0; i < scores.length; i++) {
            hits += positives[i];
            alarms += negatives[i];
            largest = Math.max(largest, Math.abs(hits / all - alarms / rest));
        }
        return largest;
    }
}
