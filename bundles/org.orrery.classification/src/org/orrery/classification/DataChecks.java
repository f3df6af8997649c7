package org.orrery.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.orrery.classification.ChecksOutcome.Leak;
import org.orrery.data.ColumnVector;
import org.orrery.data.DoubleVector;
import org.orrery.data.LongVector;
import org.orrery.data.Table;
import org.orrery.data.TextVector;
import org.orrery.learning.evaluation.ScoreTally;
import org.orrery.learning.validation.Splits;
import org.orrery.math.CounterRandom;

/** Looks for features that give the target away, and for equal rows on both sides of a division. */
final class DataChecks {
    /** A feature that alone reaches this area is called a leak. */
    static final double LEAK = 0.98;
    /** So many rows tell. */
    private static final int MOST_ROWS = 20_000;
    private static final int FEWEST_ROWS = 20;

    private final ClassificationData data;
    private final Runnable poll;

    /** @param poll called at least every 100 ms; what it throws ends the work */
    DataChecks(ClassificationData data, Runnable poll) {
        this.data = data;
        this.poll = poll;
    }

    /** @param splits of the first repetition */
    ChecksOutcome run(Splits splits, long seed) {
        int[] sample = sample(seed);
        List<Leak> leaks = new ArrayList<>();
        Table features = data.rows().features();
        for (int i = 0; i < features.schema().size() && sample.length >= FEWEST_ROWS; i++) {
            poll.run();
            String name = features.schema().columns().get(i).name();
            double area = area(features.column(i), sample);
            double missing = areaOfMissing(features.column(i), sample);
            if (area >= LEAK || missing >= LEAK) {
                leaks.add(new Leak(name, Math.max(area, missing), !(area >= LEAK)));
            }
        }
        leaks.sort(Comparator.comparingDouble(leak -> -leak.rocAuc()));
        long[] hashes = hashes();
        long tested = IntStream.range(0, splits.count()).mapToLong(fold -> splits.split(fold).test().length).sum();
        return new ChecksOutcome(leaks, sample.length, duplicates(hashes), conflicting(hashes), twins(hashes, splits), tested);
    }

    /** Numbers among the usable rows. */
    private int[] sample(long seed) {
        int rows = data.usable().length;
        if (rows <= MOST_ROWS) {
            return IntStream.range(0, rows).toArray();
        }
        CounterRandom random = CounterRandom.of(seed, "checks", "sample");
        return IntStream.generate(() -> random.nextInt(rows)).distinct().limit(MOST_ROWS).sorted().toArray();
    }

    /** The mean over classes, or that of the one positive class, of the area that the values alone reach. */
    private double area(ColumnVector values, int[] sample) {
        if (values instanceof TextVector texts) {
            return mean(label -> levelArea(texts, sample, label));
        }
        int[] present = Arrays.stream(sample).filter(number -> Double.isFinite(values.asDouble(data.usable()[number]))).toArray();
        if (present.length < FEWEST_ROWS) {
            return Double.NaN;
        }
        double[] scores = Arrays.stream(present).mapToDouble(number -> values.asDouble(data.usable()[number])).toArray();
        return mean(label -> eitherWay(scores, present, label));
    }

    private double areaOfMissing(ColumnVector values, int[] sample) {
        double[] scores = Arrays.stream(sample).mapToDouble(number -> values.isMissing(data.usable()[number]) ? 1 : 0).toArray();
        return mean(label -> eitherWay(scores, sample, label));
    }

    private double mean(IntToDoubleFunction area) {
        if (data.positive() >= 0) {
            return area.applyAsDouble(data.positive());
        }
        return IntStream.range(0, data.classes()).mapToDouble(area).average().orElse(Double.NaN);
    }

    private double eitherWay(double[] scores, int[] numbers, int label) {
        boolean[] positive = new boolean[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            positive[i] = data.labels()[numbers[i]] == label;
        }
        double area = ScoreTally.of(scores, positive).rocAuc();
        return Math.max(area, 1 - area);
    }

    /** Levels scored by the share of the class in every other row, tried on the rows between: otherwise rare levels would know themselves. */
    private double levelArea(TextVector texts, int[] sample, int label) {
        int levels = texts.dictionary().size() + 1;
        int[] rows = new int[levels];
        int[] hits = new int[levels];
        for (int i = 0; i < sample.length; i += 2) {
            int code = texts.code(data.usable()[sample[i]]) + 1;
            rows[code]++;
            hits[code] += data.labels()[sample[i]] == label ? 1 : 0;
        }
        double overall = Arrays.stream(hits).sum() / (double) Math.max(1, Arrays.stream(rows).sum());
        int[] between = IntStream.range(0, sample.length / 2).map(i -> sample[2 * i + 1]).toArray();
        double[] scores = new double[between.length];
        boolean[] positive = new boolean[between.length];
        for (int i = 0; i < between.length; i++) {
            int code = texts.code(data.usable()[between[i]]) + 1;
            scores[i] = rows[code] == 0 ? overall : hits[code] / (double) rows[code];
            positive[i] = data.labels()[between[i]] == label;
        }
        return ScoreTally.of(scores, positive).rocAuc();
    }

    /** One number for all features of a usable row; equal rows have equal numbers. */
    private long[] hashes() {
        long[] hashes = new long[data.usable().length];
        Table features = data.rows().features();
        for (int column = 0; column < features.schema().size(); column++) {
            poll.run();
            ColumnVector values = features.column(column);
            for (int i = 0; i < hashes.length; i++) {
                hashes[i] = mix(hashes[i] * 0x9E3779B97F4A7C15L + bits(values, data.usable()[i]) + 1);
            }
        }
        return hashes;
    }

    private static long bits(ColumnVector values, int row) {
        if (values.isMissing(row)) {
            return Long.MIN_VALUE + 1;
        }
        return switch (values) {
            case TextVector texts -> texts.code(row);
            case LongVector longs -> longs.get(row);
            case DoubleVector doubles -> Double.doubleToLongBits(doubles.get(row) + 0.0);
        };
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private static long duplicates(long[] hashes) {
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        return IntStream.range(1, sorted.length).filter(i -> sorted[i] == sorted[i - 1]).count();
    }

    private long conflicting(long[] hashes) {
        Map<Long, Integer> labels = new HashMap<>();
        Set<Long> mixed = new HashSet<>();
        for (int i = 0; i < hashes.length; i++) {
            Integer before = labels.putIfAbsent(hashes[i], data.labels()[i]);
            if (before != null && before != data.labels()[i]) {
                mixed.add(hashes[i]);
            }
        }
        return Arrays.stream(hashes).filter(mixed::contains).count();
    }

    private long twins(long[] hashes, Splits splits) {
        long twins = 0;
        for (int fold = 0; fold < splits.count(); fold++) {
            poll.run();
            Splits.Split split = splits.split(fold);
            long[] trained = Arrays.stream(split.train()).mapToLong(number -> hashes[number]).sorted().toArray();
            twins += Arrays.stream(split.test()).filter(number -> Arrays.binarySearch(trained, hashes[number]) >= 0).count();
        }
        return twins;
    }
}
