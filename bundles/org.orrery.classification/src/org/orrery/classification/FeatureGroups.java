package org.orrery.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.orrery.data.ColumnVector;
import org.orrery.data.Table;
import org.orrery.data.TextVector;

/**
 * Features that go together: numbers whose ranks correlate by more than 0.9 either way (C. Spearman), and texts whose levels determine each
 * other (H. Cramér's V above 0.9). Whoever shuffles only one of them finds it unimportant, because the others still tell the same.
 */
final class FeatureGroups {
    private static final double TOGETHER = 0.9;
    private static final int MOST_VALUES = 1_000_000;
    private static final int MOST_ROWS = 2_000;
    private static final int FEWEST_ROWS = 50;
    private static final int MOST_LEVELS = 50;

    private final Table features;
    private final int[] rows;
    private final Runnable poll;

    /**
     * @param rows positions in the table, in any order
     * @param poll called at least every 100 ms; what it throws ends the work
     */
    FeatureGroups(Table features, int[] rows, Runnable poll) {
        this.features = features;
        int most = Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, MOST_VALUES / Math.max(1, features.schema().size())));
        int step = Math.max(1, rows.length / most);
        this.rows = IntStream.iterate(0, i -> i < rows.length, i -> i + step).map(i -> rows[i]).toArray();
        this.poll = poll;
    }

    /** The positions of the features, group by group in the order of their first feature. */
    List<int[]> groups() {
        int width = features.schema().size();
        int[] leader = IntStream.range(0, width).toArray();
        double[][] ranks = new double[width][];
        for (int i = 0; i < width; i++) {
            poll.run();
            ranks[i] = features.column(i) instanceof TextVector ? null : ranks(features.column(i));
        }
        for (int i = 0; i < width; i++) {
            poll.run();
            for (int j = 0; j < i; j++) {
                if (find(leader, i) != find(leader, j) && together(ranks, i, j)) {
                    int a = find(leader, i);
                    int b = find(leader, j);
                    leader[Math.max(a, b)] = Math.min(a, b);
                }
            }
        }
        List<int[]> groups = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            int first = i;
            if (find(leader, i) == i) {
                groups.add(IntStream.range(0, width).filter(j -> find(leader, j) == first).toArray());
            }
        }
        return groups;
    }

    private static int find(int[] leader, int i) {
        int at = i;
        while (leader[at] != at) {
            at = leader[at];
        }
        return at;
    }

    private boolean together(double[][] ranks, int i, int j) {
        if (ranks[i] != null && ranks[j] != null) {
            return Math.abs(correlation(ranks[i], ranks[j])) > TOGETHER;
        }
        return ranks[i] == null && ranks[j] == null && cramer((TextVector) features.column(i), (TextVector) features.column(j)) > TOGETHER;
    }

    /** Mean ranks; a missing value has the mean of all. */
    private double[] ranks(ColumnVector values) {
        double[] own = new double[rows.length];
        Arrays.setAll(own, i -> values.asDouble(rows[i]));
        double[] sorted = Arrays.stream(own).filter(value -> !Double.isNaN(value)).sorted().toArray();
        double[] ranks = new double[own.length];
        for (int i = 0; i < own.length; i++) {
            if (Double.isNaN(own[i]) || sorted.length == 0) {
                ranks[i] = (sorted.length - 1) / 2.0;
            } else {
                ranks[i] = (first(sorted, own[i], false) + first(sorted, own[i], true) - 1) / 2.0;
            }
        }
        return ranks;
    }

    /** The first place of a value that is at least, or truly above, this one. */
    private static int first(double[] sorted, double value, boolean above) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (above ? sorted[middle] <= value : sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double both = 0;
        double ownA = 0;
        double ownB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - meanA) * (b[i] - meanB);
            ownA += (a[i] - meanA) * (a[i] - meanA);
            ownB += (b[i] - meanB) * (b[i] - meanB);
        }
        return ownA == 0 || ownB == 0 ? 0 : both / Math.sqrt(ownA * ownB);
    }

    private double cramer(TextVector a, TextVector b) {
        int levelsA = a.dictionary().size() + 1;
        int levelsB = b.dictionary().size() + 1;
        if (levelsA > MOST_LEVELS || levelsB > MOST_LEVELS) {
            return 0;
        }
        double[][] counts = new double[levelsA][levelsB];
        for (int row : rows) {
            counts[a.code(row) + 1][b.code(row) + 1]++;
        }
        double[] sumsA = Arrays.stream(counts).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
        double[] sumsB = IntStream.range(0, levelsB).mapToDouble(j -> Arrays.stream(counts).mapToDouble(row -> row[j]).sum()).toArray();
        double chi = -1;
        for (int i = 0; i < levelsA; i++) {
            for (int j = 0; j < levelsB; j++) {
                chi += counts[i][j] == 0 ? 0 : counts[i][j] * counts[i][j] / (sumsA[i] * sumsB[j]);
            }
        }
        long presentA = Arrays.stream(sumsA).filter(sum -> sum > 0).count();
        long presentB = Arrays.stream(sumsB).filter(sum -> sum > 0).count();
        long least = Math.min(presentA, presentB) - 1;
        return least < 1 ? 0 : Math.sqrt(Math.max(0, chi) / least);
    }
}
