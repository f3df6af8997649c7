package org.orrery.learning.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.ColumnVector;
import org.orrery.data.DoubleVector;
import org.orrery.data.LongVector;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TextVector;
import org.orrery.learning.encoding.Feature;
import org.orrery.learning.evaluation.ClassificationMeasure;
import org.orrery.learning.evaluation.ClassificationMeasures;
import org.orrery.learning.evaluation.Predictions;
import org.orrery.learning.file.ModelFile;

/** Predicts blocks of rows and counts what they hold. For one thread. */
final class ScoredRows {
    /** So many numbers are kept to measure predictions of rows whose class is known. */
    private static final int MOST_KEPT = 20_000_000;

    private final ModelFile model;
    private final List<String> absent;
    private final Runnable poll;
    private final Schema out;
    private final int target;
    private final List<long[]> counts = new ArrayList<>();
    private final List<LevelCount> levels = new ArrayList<>();
    private final List<int[]> actual = new ArrayList<>();
    private final List<double[]> known = new ArrayList<>();
    private final int reasons;
    private long kept;

    /**
     * @param absent features that count as missing
     * @param reasons how many features each row tells, at most as many as there are
     */
    ScoredRows(ModelFile model, Schema columns, List<String> absent, int reasons, Runnable poll) {
        this.model = model;
        this.absent = absent;
        this.reasons = reasons;
        this.poll = poll;
        this.target = columns.indexOf(model.target());
        List<Column> all = new ArrayList<>(columns.columns());
        Set<String> names = new HashSet<>(columns.names());
        all.add(Column.of(free("predicted", names), ColumnType.CATEGORY));
        for (String label : model.classifier().classes()) {
            all.add(Column.of(free("p." + label, names), ColumnType.REAL));
        }
        for (int i = 1; i <= reasons; i++) {
            all.add(Column.of(free("reason." + i, names), ColumnType.CATEGORY));
            all.add(Column.of(free("contribution." + i, names), ColumnType.REAL));
        }
        this.out = new Schema(all);
        for (int i = 0; i < model.profiles().size(); i++) {
            counts.add(new long[model.profiles().get(i).counts().length]);
            levels.add(new LevelCount(model.classifier().encoder().levels(i)));
        }
    }

    /** Data that were predicted before keep their columns. */
    private static String free(String wanted, Set<String> names) {
        String name = wanted;
        for (int i = 2; !names.add(name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    /** The rows of a block with their predictions. */
    Table add(Table block) {
        Table features = features(block);
        int[] rows = IntStream.range(0, block.rows()).toArray();
        double[] probabilities = model.classifier().probabilities(features, rows, poll);
        count(features, rows);
        int classes = model.classifier().classes().size();
        int[] predicted = Arrays.stream(rows).map(row -> predict(probabilities, row * classes, classes)).toArray();
        keep(block, probabilities);
        List<ColumnVector> vectors = new ArrayList<>();
        for (int i = 0; i < block.schema().size(); i++) {
            vectors.add(block.column(i));
        }
        vectors.add(TextVector.of(predicted, predicted.length, model.classifier().classes()));
        for (int label = 0; label < classes; label++) {
            int own = label;
            vectors.add(DoubleVector.of(Arrays.stream(rows).mapToDouble(row -> probabilities[row * classes + own]).toArray()));
        }
        if (reasons > 0) {
            vectors.addAll(new Reasons(model, reasons, poll).of(features, predicted));
        }
        return new Table(out, vectors);
    }

    /** The features in their order, each of the kind that the encoder expects. */
    private Table features(Table block) {
        List<Column> columns = new ArrayList<>();
        List<ColumnVector> vectors = new ArrayList<>();
        for (Feature feature : model.classifier().encoder().features()) {
            columns.add(Column.of(feature.name(), feature.type()));
            vectors.add(absent.contains(feature.name()) ? missing(feature, block.rows()) : block.column(feature.name()));
        }
        return new Table(new Schema(columns), vectors);
    }

    private static ColumnVector missing(Feature feature, int rows) {
        BitSet all = new BitSet();
        all.set(0, rows);
        if (feature.type().isText()) {
            int[] codes = new int[rows];
            Arrays.fill(codes, -1);
            return TextVector.of(codes, rows, List.of());
        }
        return feature.type() == ColumnType.REAL ? DoubleVector.of(new double[rows], rows, all) : LongVector.of(new long[rows], rows, all, 0);
    }

    private void count(Table features, int[] rows) {
        List<Feature> all = model.classifier().encoder().features();
        for (int i = 0; i < all.size(); i++) {
            long[] own = model.profiles().get(i).count(all.get(i), features.column(i), rows);
            for (int j = 0; j < own.length; j++) {
                counts.get(i)[j] += own[j];
            }
            if (features.column(i) instanceof TextVector texts) {
                levels.get(i).add(texts);
            }
        }
    }

    private int predict(double[] probabilities, int at, int classes) {
        int positive = model.classifier().classes().indexOf(model.positive());
        if (classes == 2 && positive >= 0 && !Double.isNaN(model.threshold())) {
            return probabilities[at + positive] >= model.threshold() ? positive : 1 - positive;
        }
        int best = 0;
        for (int c = 1; c < classes; c++) {
            best = probabilities[at + c] > probabilities[at + best] ? c : best;
        }
        return best;
    }

    private void keep(Table block, double[] probabilities) {
        int classes = model.classifier().classes().size();
        kept += probabilities.length;
        if (target < 0 || kept > MOST_KEPT) {
            return;
        }
        int[] rows = IntStream.range(0, block.rows()).filter(row -> label(block, row) >= 0).toArray();
        actual.add(Arrays.stream(rows).map(row -> label(block, row)).toArray());
        double[] own = new double[rows.length * classes];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(probabilities, rows[i] * classes, own, i * classes, classes);
        }
        known.add(own);
    }

    private int label(Table block, int row) {
        Object value = block.value(row, target);
        return value == null ? -1 : model.classifier().classes().indexOf(String.valueOf(value));
    }

    /** How good the predictions of rows are whose class is known: when all their numbers could be kept. */
    Map<String, Double> measures() {
        int[] labels = actual.stream().flatMapToInt(Arrays::stream).toArray();
        Map<String, Double> measures = new LinkedHashMap<>();
        if (labels.length == 0 || kept > MOST_KEPT) {
            return measures;
        }
        int classes = model.classifier().classes().size();
        double[] probabilities = known.stream().flatMapToDouble(Arrays::stream).toArray();
        int positive = classes == 2 ? Math.max(0, model.classifier().classes().indexOf(model.positive())) : -1;
        ClassificationMeasures all = Predictions.of(labels, probabilities, classes, positive, model.threshold()).measures();
        for (ClassificationMeasure measure : ClassificationMeasure.values()) {
            if (!Double.isNaN(all.value(measure))) {
                measures.put(measure.id(), all.value(measure));
            }
        }
        return measures;
    }

    long[] counts(int feature) {
        return counts.get(feature);
    }

    LevelCount levels(int feature) {
        return levels.get(feature);
    }
}
