package org.orrery.classification;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.orrery.analysis.UnitOutput;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.evaluation.Predictions;

/** The rows of a fold that were predicted wrong with the greatest certainty. */
final class WorstErrors {
    /** The name of the rows. */
    static final String ROWS = "errors";
    /** So many are kept of each fold. */
    static final int MOST = 100;
    private static final double CLIP = 1e-15;

    static final Schema SCHEMA = Schema.of(Column.of("model", ColumnType.CATEGORY), Column.of("row", ColumnType.INTEGER),
            Column.of("actual", ColumnType.CATEGORY), Column.of("predicted", ColumnType.CATEGORY), Column.of("pActual", ColumnType.REAL),
            Column.of("pPredicted", ColumnType.REAL), Column.of("loss", ColumnType.REAL), Column.of(FoldEvaluation.REPEAT, ColumnType.INTEGER));

    private final ClassificationData data;
    private final ClassifierKind kind;
    private final int repeat;

    WorstErrors(ClassificationData data, ClassifierKind kind, int repeat) {
        this.data = data;
        this.kind = kind;
        this.repeat = repeat;
    }

    void write(int[] positions, Predictions predictions, UnitOutput output) throws IOException {
        int[] wrong = IntStream.range(0, positions.length).filter(i -> predictions.actual()[i] != predictions.predicted()[i]).toArray();
        List<Integer> worst = Arrays.stream(wrong).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -loss(predictions, i)).thenComparing(i -> positions[i])).limit(MOST).toList();
        if (worst.isEmpty()) {
            return;
        }
        List<String> names = data.rows().classes();
        TableBuilder builder = Table.builder(SCHEMA);
        for (int i : worst) {
            int actual = predictions.actual()[i];
            int predicted = predictions.predicted()[i];
            builder.row(kind.id(), data.rowOf(positions[i]) + 1L, names.get(actual), names.get(predicted), probability(predictions, i, actual),
                    probability(predictions, i, predicted), loss(predictions, i), (long) repeat);
        }
        output.rows(ROWS, builder.build());
    }

    private double probability(Predictions predictions, int i, int label) {
        return predictions.probabilities()[i * data.classes() + label];
    }

    private double loss(Predictions predictions, int i) {
        return -Math.log(Math.max(CLIP, probability(predictions, i, predictions.actual()[i])));
    }
}
