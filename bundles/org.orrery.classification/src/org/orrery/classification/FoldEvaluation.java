package org.orrery.classification;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.UnitContext;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.ColumnVector;
import org.orrery.data.DoubleVector;
import org.orrery.data.LongVector;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TextVector;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierPipeline;
import org.orrery.learning.FittedClassifier;
import org.orrery.learning.PartProgress;
import org.orrery.learning.evaluation.Predictions;
import org.orrery.learning.evaluation.ScoreTally;
import org.orrery.learning.validation.Splits.Split;
import org.orrery.learning.validation.ValidationScheme;

/** Trains one model on one fold and tests it on the rest. */
final class FoldEvaluation {
    /** The name of the rows with every out-of-fold prediction. */
    static final String PREDICTIONS = "predictions";
    /** The last column of those. */
    static final String REPEAT = "repeat";
    /** So many groups of scores are kept per fold, over all curves; more are joined. */
    static final int MAX_GROUPS = 2_000;

    private static final int LEAST_GROUPS = 100;
    private static final int BLOCK = 65_536;
    private static final double NANOS = 1e9;

    private final ClassificationData data;
    private final double threshold;
    private final boolean leaveOneOut;
    private final ClassifierKind kind;
    private final int repeat;
    private final ClassificationSettings settings;
    private final FoldNumber number;

    /**
     * @param kind the model
     * @param number which fold
     */
    FoldEvaluation(ClassificationData data, ClassificationSettings settings, ClassifierKind kind, FoldNumber number) {
        this.data = data;
        this.threshold = settings.threshold().orElse(Double.NaN);
        this.leaveOneOut = settings.validation() == ValidationScheme.LEAVE_ONE_OUT;
        this.kind = kind;
        this.settings = settings;
        this.number = number;
        this.repeat = number.repeat();
    }

    FoldOutcome run(ClassifierPipeline pipeline, Split split, UnitContext context) throws Exception {
        try (HeapGrowth heap = new HeapGrowth()) {
            return run(pipeline, split, context, heap);
        }
    }

    private FoldOutcome run(ClassifierPipeline pipeline, Split split, UnitContext context, HeapGrowth heap) throws Exception {
        Allocation allocation = new Allocation();
        int[] positions = data.positions(split.test());
        Predicted predicted = leaveOneOut ? eachByOthers(pipeline, positions, context) : byModel(pipeline, split, positions, context);
        FittedClassifier fitted = predicted.fitted();
        double[] probabilities = predicted.probabilities();
        checkFinite(kind, probabilities);
        int[] actual = Arrays.stream(split.test()).map(number -> data.labels()[number]).toArray();
        Predictions predictions = Predictions.of(actual, probabilities, data.classes(), data.positive(), threshold);
        context.compute().checkCancelled();
        write(positions, predictions, context);
        new WorstErrors(data, kind, repeat).write(positions, predictions, context.output());
        if (number.repeat() == 1 && number.fold() == 1 && settings.diagnostics().trainingCurves() && !leaveOneOut && !kind.isBaseline()) {
            new TrainingInsight(data, settings, context).write(pipeline, fitted, split, predicted.told());
        }
        int groups = Math.max(LEAST_GROUPS, MAX_GROUPS / predictions.tallies().length);
        return new FoldOutcome(leaveOneOut ? data.usable().length - 1 : split.train().length, split.test().length, predictions.measures(), predictions.confusion(),
                Arrays.stream(predictions.tallies()).mapToDouble(ScoreTally::rocAuc).toArray(),
                Arrays.stream(predictions.tallies()).map(tally -> tally.atMost(groups)).toList(),
                List.of(predictions.calibrations()), predicted.converged(), predicted.fitSeconds(), predicted.scoreSeconds(),
                allocation.mebibytes(), heap.mebibytes(), ModelSize.of(fitted));
    }

    /** Numbers of 200 digits and more have no squares: what a model makes of them is no probability. */
    static void checkFinite(ClassifierKind kind, double[] probabilities) throws AnalysisException {
        for (double probability : probabilities) {
            if (!Double.isFinite(probability)) {
                throw new AnalysisException(AnalysisException.Code.BAD_DATA, NLS.bind(Messages.FoldEvaluation_notFinite, new Texts().model(kind)));
            }
        }
    }

    /** What came of the test rows; the model is the last one that was trained. */
    private record Predicted(FittedClassifier fitted, double[] probabilities, boolean converged, double fitSeconds, double scoreSeconds,
            List<RecordedProgress.Value> told) {
    }

    private Predicted byModel(ClassifierPipeline pipeline, Split split, int[] positions, UnitContext context) throws Exception {
        RecordedProgress progress = new RecordedProgress(context.progress());
        long start = System.nanoTime();
        FittedClassifier fitted = pipeline.fit(data.rows(), data.positions(split.train()), context.compute(), progress);
        long trained = System.nanoTime();
        double[] probabilities = fitted.probabilities(data.rows().features(), positions, context.compute());
        return new Predicted(fitted, probabilities, fitted.model().converged(), (trained - start) / NANOS, (System.nanoTime() - trained) / NANOS,
                progress.values());
    }

    /** Each test row by a model of its own, trained on all rows but this one. */
    private Predicted eachByOthers(ClassifierPipeline pipeline, int[] positions, UnitContext context) throws Exception {
        double[] probabilities = new double[positions.length * data.classes()];
        FittedClassifier fitted = null;
        boolean converged = true;
        long fitting = 0;
        long scoring = 0;
        for (int i = 0; i < positions.length; i++) {
            context.compute().checkCancelled();
            int left = positions[i];
            long start = System.nanoTime();
            int[] others = Arrays.stream(data.usable()).filter(position -> position != left).toArray();
            fitted = pipeline.fit(data.rows(), others, context.compute(), new PartProgress(context.progress()));
            long trained = System.nanoTime();
            double[] own = fitted.probabilities(data.rows().features(), new int[] {left}, context.compute()::checkCancelled);
            System.arraycopy(own, 0, probabilities, i * data.classes(), own.length);
            converged &= fitted.model().converged();
            context.progress().worked(i + 1L, positions.length, Messages.FoldEvaluation_rows);
            fitting += trained - start;
            scoring += System.nanoTime() - trained;
        }
        return new Predicted(fitted, probabilities, converged, fitting / NANOS, scoring / NANOS, List.of());
    }

    private void write(int[] positions, Predictions predictions, UnitContext context) throws IOException {
        for (int from = 0; from < positions.length; from += BLOCK) {
            context.compute().checkCancelled();
            context.output().rows(PREDICTIONS, block(positions, predictions, from, Math.min(positions.length, from + BLOCK)));
        }
    }

    private Table block(int[] positions, Predictions predictions, int from, int to) {
        int count = to - from;
        int classes = data.classes();
        long[] rows = new long[count];
        for (int i = 0; i < count; i++) {
            // Rows count from 1, as people and the messages about files count them.
            rows[i] = data.rowOf(positions[from + i]) + 1L;
        }
        List<ColumnVector> vectors = new ArrayList<>();
        vectors.add(LongVector.of(rows, count, new BitSet(), 0));
        vectors.add(classes(predictions.actual(), from, to));
        vectors.add(TextVector.of(new int[count], count, List.of(kind.id())));
        vectors.add(classes(predictions.predicted(), from, to));
        for (int c = 0; c < classes; c++) {
            double[] probabilities = new double[count];
            for (int i = 0; i < count; i++) {
                probabilities[i] = predictions.probabilities()[(from + i) * classes + c];
            }
            vectors.add(DoubleVector.of(probabilities));
        }
        long[] repeats = new long[count];
        Arrays.fill(repeats, repeat);
        vectors.add(LongVector.of(repeats, count, new BitSet(), 0));
        return new Table(schema(), vectors);
    }

    /** The names of some labels; a dictionary holds its texts in the order in which they appear. */
    private TextVector classes(int[] labels, int from, int to) {
        int[] codeOf = new int[data.classes()];
        Arrays.fill(codeOf, -1);
        List<String> dictionary = new ArrayList<>();
        int[] codes = new int[to - from];
        for (int i = from; i < to; i++) {
            if (codeOf[labels[i]] < 0) {
                codeOf[labels[i]] = dictionary.size();
                dictionary.add(data.rows().classes().get(labels[i]));
            }
            codes[i - from] = codeOf[labels[i]];
        }
        return TextVector.of(codes, codes.length, dictionary);
    }

    private Schema schema() {
        List<Column> columns = new ArrayList<>(List.of(Column.of("row", ColumnType.INTEGER), Column.of("actual", ColumnType.CATEGORY),
                Column.of("model", ColumnType.CATEGORY), Column.of("predicted", ColumnType.CATEGORY)));
        for (String name : data.rows().classes()) {
            columns.add(Column.of("p." + name, ColumnType.REAL));
        }
        columns.add(Column.of(REPEAT, ColumnType.INTEGER));
        return new Schema(columns);
    }
}
