package org.orrery.learning.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.orrery.data.ColumnVector;
import org.orrery.data.TextVector;
import org.orrery.learning.encoding.Feature;
import org.orrery.math.ChiSquared;

/**
 * How the values of a feature were distributed in training: shares of about ten intervals of a number, or of the most frequent levels of a
 * text, of all other levels together, and of missing values, which come last.
 *
 * @param edges the upper ends of the intervals of a number but the last; empty for text
 * @param levels the levels of a text, the most frequent first; empty for a number
 * @param counts rows in each interval or level, then those of other levels (text alone), then those without a value
 */
public record FeatureProfile(double[] edges, List<String> levels, long[] counts) {
    private static final int INTERVALS = 10;
    private static final int MOST_LEVELS = 50;

    public FeatureProfile {
        levels = List.copyOf(levels);
    }

    /** Of these rows of a column. */
    static FeatureProfile of(Feature feature, ColumnVector values, int[] rows) {
        FeatureProfile empty = values instanceof TextVector texts ? ofLevels(texts, rows) : ofNumbers(feature, values, rows);
        long[] counts = empty.count(feature, values, rows);
        return new FeatureProfile(empty.edges, empty.levels, counts);
    }

    private static FeatureProfile ofLevels(TextVector texts, int[] rows) {
        int[] uses = new int[texts.dictionary().size()];
        for (int row : rows) {
            if (texts.code(row) >= 0) {
                uses[texts.code(row)]++;
            }
        }
        List<Integer> codes = new ArrayList<>();
        for (int code = 0; code < uses.length; code++) {
            if (uses[code] > 0) {
                codes.add(code);
            }
        }
        codes.sort((a, b) -> uses[a] != uses[b] ? Integer.compare(uses[b], uses[a])
                : texts.dictionary().get(a).compareTo(texts.dictionary().get(b)));
        List<String> levels = codes.stream().limit(MOST_LEVELS).map(texts.dictionary()::get).toList();
        return new FeatureProfile(new double[0], levels, new long[levels.size() + 2]);
    }

    private static FeatureProfile ofNumbers(Feature feature, ColumnVector values, int[] rows) {
        double[] present = Arrays.stream(rows).mapToDouble(row -> feature.number(values, row)).filter(value -> !Double.isNaN(value)).sorted()
                .toArray();
        List<Double> edges = new ArrayList<>();
        for (int i = 1; i < INTERVALS && present.length > 0; i++) {
            double edge = present[(int) ((long) i * present.length / INTERVALS)];
            if ((edges.isEmpty() || edge > edges.get(edges.size() - 1)) && edge > present[0]) {
                edges.add(edge);
            }
        }
        return new FeatureProfile(edges.stream().mapToDouble(Double::doubleValue).toArray(), List.of(), new long[edges.size() + 2]);
    }

    /** How many of these rows of a column fall to each place of {@link #counts}; the column has the type it had in training. */
    public long[] count(Feature feature, ColumnVector values, int[] rows) {
        long[] own = new long[counts.length];
        if (values instanceof TextVector texts) {
            Map<String, Integer> places = new HashMap<>();
            levels.forEach(level -> places.put(level, places.size()));
            int[] placeOf = texts.dictionary().stream().mapToInt(level -> places.getOrDefault(level, levels.size())).toArray();
            for (int row : rows) {
                own[texts.code(row) < 0 ? own.length - 1 : placeOf[texts.code(row)]]++;
            }
            return own;
        }
        for (int row : rows) {
            double value = feature.number(values, row);
            own[Double.isNaN(value) ? own.length - 1 : interval(value)]++;
        }
        return own;
    }

    /** An interval holds its lower end. */
    private int interval(double value) {
        int place = Arrays.binarySearch(edges, value);
        return place >= 0 ? place + 1 : -place - 1;
    }

    /**
     * The population stability index: Σ (a − b) ln (a / b) over the shares of training and of these counts. Half a row is added to each place,
     * so that an empty one does not make it infinite.
     */
    public double stabilityIndex(long[] other) {
        double sum = 0;
        double all = Arrays.stream(counts).sum() + counts.length / 2.0;
        double allOther = Arrays.stream(other).sum() + counts.length / 2.0;
        for (int i = 0; i < counts.length; i++) {
            double before = (counts[i] + 0.5) / all;
            double now = (other[i] + 0.5) / allOther;
            sum += (now - before) * Math.log(now / before);
        }
        return sum;
    }

    /** What the index is on average when nothing has changed: (places − 1) (1/n + 1/m), from B. Yurdakul's approximation by χ². */
    public double expectedByChance(long[] other) {
        return (counts.length - 1) * (1.0 / Math.max(1, Arrays.stream(counts).sum()) + 1.0 / Math.max(1, Arrays.stream(other).sum()));
    }

    /**
     * The probability that counts differ so much or more when nothing has changed: K. Pearson's χ² test of homogeneity. Places that neither
     * has do not count; NaN when only one place is left, or one side has no rows.
     */
    public double sameByChance(long[] other) {
        double before = Arrays.stream(counts).sum();
        double now = Arrays.stream(other).sum();
        double sum = 0;
        int places = 0;
        for (int i = 0; i < counts.length; i++) {
            double both = (double) counts[i] + other[i];
            if (both > 0) {
                places++;
                double expectedBefore = both * before / (before + now);
                double expectedNow = both * now / (before + now);
                sum += (counts[i] - expectedBefore) * (counts[i] - expectedBefore) / expectedBefore
                        + (other[i] - expectedNow) * (other[i] - expectedNow) / expectedNow;
            }
        }
        return places < 2 || before == 0 || now == 0 ? Double.NaN : ChiSquared.upper(sum, places - 1.0);
    }

    void write(ModelOutput out) throws IOException {
        out.writeDoubles(edges);
        out.writeTexts(levels);
        out.writeDoubles(Arrays.stream(counts).asDoubleStream().toArray());
    }

    static FeatureProfile read(ModelInput in) throws IOException {
        return new FeatureProfile(in.readDoubles(), in.readTexts(), Arrays.stream(in.readDoubles()).mapToLong(value -> (long) value).toArray());
    }
}
