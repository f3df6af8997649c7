package org.orrery.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.orrery.analysis.StoredRows;
import org.orrery.analysis.UnitCompute;
import org.orrery.classification.IntervalsOutcome.Difference;
import org.orrery.classification.IntervalsOutcome.Interval;
import org.orrery.learning.evaluation.ClassificationMeasure;
import org.orrery.math.Quantiles;

/**
 * Percentile intervals from out-of-fold predictions drawn anew with replacement (B. Efron, 1979), all models from the same draws, so that
 * their differences are paired. Rows of a group are drawn together when folds do not divide groups. What it cannot see is how models would
 * differ with other training rows: the corrected t intervals of the folds can.
 */
final class Bootstrap {
    /** So many visits of rows the work may cost; beyond, fewer replicates are drawn, but never fewer than this. */
    private static final double MOST_VISITS = 1e9;
    private static final int FEWEST = 200;
    private static final int PARTS = 16;
    private static final double TAIL = 0.025;

    private final ClassificationData data;
    private final ClassificationMeasure measure;
    private final UnitCompute compute;

    Bootstrap(ClassificationData data, ClassificationMeasure measure, UnitCompute compute) {
        this.data = data;
        this.measure = measure;
        this.compute = compute;
    }

    /** @param models those that have predicted all rows, in the order of the leaderboard */
    IntervalsOutcome run(List<String> models, StoredRows stored, int asked) throws Exception {
        List<Interval> intervals = new ArrayList<>();
        Map<String, double[]> chosen = new LinkedHashMap<>();
        int at = WeightedMeasures.MEASURES.indexOf(measure);
        int replicates = 0;
        for (String model : models) {
            compute.checkCancelled();
            StoredPredictions predictions = StoredPredictions.of(stored, model, data.rows().classes(), compute::checkCancelled);
            replicates = replicates(asked, predictions.size(), models.size());
            WeightedMeasures weighted = new WeightedMeasures(predictions, data.classes(), data.positive());
            double[][] drawn = draw(weighted, clusters(predictions), replicates);
            double[] plain = weighted.plain();
            for (int m = 0; m < plain.length; m++) {
                double[] ends = ends(column(drawn, m));
                intervals.add(new Interval(model, WeightedMeasures.MEASURES.get(m).id(), plain[m], ends[0], ends[1]));
            }
            if (at >= 0) {
                double[] own = new double[drawn.length + 1];
                System.arraycopy(column(drawn, at), 0, own, 0, drawn.length);
                own[drawn.length] = plain[at];
                chosen.put(model, own);
            }
        }
        return new IntervalsOutcome(replicates, intervals, differences(chosen));
    }

    private int replicates(int asked, int rows, int models) {
        double each = (double) rows * models * (2 + (data.positive() < 0 ? data.classes() : 1));
        return (int) Math.max(Math.min(asked, FEWEST), Math.min(asked, MOST_VISITS / Math.max(1, each)));
    }

    /** What is drawn together: the number of each row, or that of its group. */
    private int[] clusters(StoredPredictions predictions) {
        int[] groups = data.keys().groups();
        int[] clusters = new int[predictions.size()];
        if (groups.length == 0) {
            Arrays.setAll(clusters, i -> i);
            return clusters;
        }
        int[] numberOf = new int[Arrays.stream(groups).max().orElse(0) + 1];
        Arrays.fill(numberOf, -1);
        int count = 0;
        for (int i = 0; i < clusters.length; i++) {
            int group = groups[data.positionOf(predictions.rows()[i])];
            numberOf[group] = numberOf[group] < 0 ? count++ : numberOf[group];
            clusters[i] = numberOf[group];
        }
        return clusters;
    }

    private double[][] draw(WeightedMeasures weighted, int[] clusters, int replicates) throws Exception {
        int count = Arrays.stream(clusters).max().orElse(-1) + 1;
        double[][] drawn = new double[replicates][];
        long[] seeds = compute.random("bootstrap").longs(replicates).toArray();
        compute.parallel(PARTS, part -> {
            int[] times = new int[count];
            int[] weights = new int[clusters.length];
            for (int replicate = part; replicate < replicates; replicate += PARTS) {
                compute.checkCancelled();
                SplittableRandom random = new SplittableRandom(seeds[replicate]);
                Arrays.fill(times, 0);
                for (int i = 0; i < count; i++) {
                    times[random.nextInt(count)]++;
                }
                for (int i = 0; i < weights.length; i++) {
                    weights[i] = times[clusters[i]];
                }
                drawn[replicate] = weighted.of(weights);
            }
        });
        return drawn;
    }

    private static double[] column(double[][] drawn, int m) {
        return Arrays.stream(drawn).mapToDouble(values -> values[m]).toArray();
    }

    private static double[] ends(double[] values) {
        double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        return sorted.length == 0 ? new double[] {Double.NaN, Double.NaN}
                : new double[] {Quantiles.linear(sorted, sorted.length, TAIL), Quantiles.linear(sorted, sorted.length, 1 - TAIL)};
    }

    private static List<Difference> differences(Map<String, double[]> chosen) {
        List<Difference> differences = new ArrayList<>();
        List<String> models = List.copyOf(chosen.keySet());
        for (int a = 0; a < models.size(); a++) {
            for (int b = a + 1; b < models.size(); b++) {
                double[] first = chosen.get(models.get(a));
                double[] second = chosen.get(models.get(b));
                int replicates = Math.min(first.length, second.length) - 1;
                double[] values = new double[replicates];
                Arrays.setAll(values, i -> first[i] - second[i]);
                double[] defined = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
                long below = Arrays.stream(defined).filter(value -> value <= 0).count();
                long above = Arrays.stream(defined).filter(value -> value >= 0).count();
                double p = Math.min(1, 2.0 * (Math.min(below, above) + 1) / (defined.length + 1));
                double[] ends = ends(values);
                differences.add(new Difference(models.get(a), models.get(b), first[first.length - 1] - second[second.length - 1], ends[0],
                        ends[1], p));
            }
        }
        return differences;
    }
}
