package org.orrery.classification;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitOutput;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.ColumnVector;
import org.orrery.data.DoubleVector;
import org.orrery.data.LongVector;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.data.TextVector;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.FittedClassifier;
import org.orrery.math.Quantiles;

/**
 * The mean prediction of some rows when one feature has the same value in all of them (J. H. Friedman, Annals of Statistics 29, 2001), and
 * the predictions of single rows beside it (A. Goldstein and others, Journal of Computational and Graphical Statistics 24, 2015).
 */
final class PartialDependence {
    /** The names of the rows that it writes. */
    static final String ROWS = "partialDependence";
    static final String SINGLE_ROWS = "individualExpectation";

    private static final int POINTS = 20;
    private static final int MOST_ROWS = 400;
    private static final int FEWEST_ROWS = 20;
    private static final int SINGLE = 20;

    private final ClassificationData data;
    private final ClassifierKind kind;
    private final FittedClassifier fitted;
    private final UnitCompute compute;

    PartialDependence(ClassificationData data, ClassifierKind kind, FittedClassifier fitted, UnitCompute compute) {
        this.data = data;
        this.kind = kind;
        this.fitted = fitted;
        this.compute = compute;
    }

    void write(List<String> features, UnitOutput output) throws IOException {
        int[] sample = sample(limit(features.size()));
        TableBuilder means = Table.builder(Schema.of(text("model"), text("feature"), whole("point"), real("value"), text("level"), text("class"),
                real("mean"), real("lower10"), real("upper90")));
        TableBuilder single = Table.builder(Schema.of(text("model"), text("feature"), whole("point"), real("value"), text("level"), whole("row"),
                real("probability")));
        for (String feature : features) {
            compute.checkCancelled();
            write(feature, sample, means, single);
        }
        output.rows(ROWS, means.build());
        if (data.positive() >= 0) {
            output.rows(SINGLE_ROWS, single.build());
        }
    }

    /** Models that compare every row with every training row get fewer rows, by the size of the data alone. */
    private int limit(int features) {
        if (!ModelCosts.remembersRows(kind)) {
            return MOST_ROWS;
        }
        double each = (double) data.usable().length * fitted.encoder().names().size() * POINTS * features;
        return (int) Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, ModelCosts.MOST_COMPARISONS / Math.max(1, each)));
    }

    private int[] sample(int most) {
        int[] usable = data.usable();
        if (usable.length <= most) {
            return usable;
        }
        RandomGenerator random = compute.random("partial-dependence");
        return IntStream.generate(() -> random.nextInt(usable.length)).distinct().limit(most).sorted().map(i -> usable[i]).toArray();
    }

    private void write(String feature, int[] sample, TableBuilder means, TableBuilder single) {
        Table table = data.rows().features();
        int column = table.schema().indexOf(feature);
        ColumnVector values = table.column(column);
        List<Integer> grid = grid(values);
        for (int point = 0; point < grid.size(); point++) {
            compute.checkCancelled();
            double[] probabilities = predict(table, column, sample, grid.get(point));
            Double value = values instanceof TextVector ? null : ScoreTables.orMissing(values.asDouble(grid.get(point)));
            String level = String.valueOf(table.value(grid.get(point), column));
            for (int label = 0; label < data.classes(); label++) {
                if (data.positive() < 0 || label == data.positive()) {
                    double[] own = column(probabilities, label);
                    double mean = Arrays.stream(own).average().orElse(Double.NaN);
                    double[] sorted = own.clone();
                    Arrays.sort(sorted);
                    means.row(kind.id(), feature, (long) point, value, level, data.rows().classes().get(label), mean,
                            Quantiles.linear(sorted, sorted.length, 0.1), Quantiles.linear(sorted, sorted.length, 0.9));
                    for (int i = 0; i < Math.min(SINGLE, sample.length) && data.positive() >= 0; i++) {
                        int at = (int) ((long) i * sample.length / Math.min(SINGLE, sample.length));
                        single.row(kind.id(), feature, (long) point, value, level, data.rowOf(sample[at]) + 1L, own[at]);
                    }
                }
            }
        }
    }

    private double[] column(double[] probabilities, int label) {
        double[] own = new double[probabilities.length / data.classes()];
        Arrays.setAll(own, i -> probabilities[i * data.classes() + label]);
        return own;
    }

    /** Rows whose values stand for the column: its quantiles, or each of its most frequent levels. */
    private List<Integer> grid(ColumnVector values) {
        if (values instanceof TextVector texts) {
            return levels(texts);
        }
        List<Integer> present = new ArrayList<>(Arrays.stream(data.usable()).filter(row -> Double.isFinite(values.asDouble(row))).boxed().toList());
        present.sort(Comparator.comparingDouble(values::asDouble));
        List<Integer> grid = new ArrayList<>();
        for (int point = 0; point < POINTS && !present.isEmpty(); point++) {
            int row = present.get((int) ((long) point * (present.size() - 1) / (POINTS - 1)));
            if (grid.isEmpty() || values.asDouble(grid.get(grid.size() - 1)) != values.asDouble(row)) {
                grid.add(row);
            }
        }
        return grid;
    }

    private List<Integer> levels(TextVector texts) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        Map<Integer, Integer> rows = new LinkedHashMap<>();
        for (int row : data.usable()) {
            if (texts.code(row) >= 0) {
                counts.merge(texts.code(row), 1, Integer::sum);
                rows.putIfAbsent(texts.code(row), row);
            }
        }
        List<Integer> codes = new ArrayList<>(counts.keySet());
        codes.sort(Comparator.comparing((Integer code) -> -counts.get(code)).thenComparing(texts.dictionary()::get));
        return codes.stream().limit(POINTS).map(rows::get).toList();
    }

    private double[] predict(Table table, int column, int[] sample, int representative) {
        int[] same = new int[sample.length];
        Arrays.fill(same, representative);
        List<ColumnVector> vectors = new ArrayList<>();
        for (int i = 0; i < table.schema().size(); i++) {
            vectors.add(take(table.column(i), i == column ? same : sample));
        }
        Table changed = new Table(table.schema(), vectors);
        return fitted.probabilities(changed, IntStream.range(0, sample.length).toArray(), compute::checkCancelled);
    }

    private static ColumnVector take(ColumnVector values, int[] rows) {
        BitSet absent = new BitSet();
        for (int i = 0; i < rows.length; i++) {
            absent.set(i, values.isMissing(rows[i]));
        }
        return switch (values) {
            case TextVector texts -> TextVector.of(Arrays.stream(rows).map(texts::code).toArray(), rows.length, texts.dictionary());
            case LongVector longs -> LongVector.of(Arrays.stream(rows).mapToLong(row -> absentOr(longs, row)).toArray(), rows.length, absent,
                    longs.scale());
            case DoubleVector doubles -> DoubleVector.of(Arrays.stream(rows).mapToDouble(doubles::get).toArray(), rows.length, absent);
        };
    }

    private static long absentOr(LongVector longs, int row) {
        return longs.isMissing(row) ? 0 : longs.get(row);
    }

    /** The features with the largest mean importance, at most so many; without importance the first of the data. */
    static List<String> chosen(ImportanceOutcome importance, List<String> all, int most) {
        if (importance == null) {
            return all.subList(0, Math.min(most, all.size()));
        }
        List<ImportanceOutcome.Feature> sorted = new ArrayList<>(importance.features());
        sorted.sort(Collections.reverseOrder(Comparator.comparingDouble(feature -> Arrays.stream(feature.drops()).average().orElse(0))));
        return sorted.stream().flatMap(feature -> feature.names().stream()).limit(most).toList();
    }

    private static Column text(String name) {
        return Column.of(name, ColumnType.CATEGORY);
    }

    private static Column real(String name) {
        return Column.of(name, ColumnType.REAL);
    }

    private static Column whole(String name) {
        return Column.of(name, ColumnType.INTEGER);
    }
}
