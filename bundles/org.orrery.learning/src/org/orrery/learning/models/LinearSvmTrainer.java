package org.orrery.learning.models;

import java.util.Locale;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitProgress;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.encoding.EncodingDemand;
import org.orrery.math.DampedNewton;
import org.orrery.math.LimitedMemoryBfgs;
import org.orrery.math.LimitedMemoryBfgs.Minimum;

/**
 * The linear support vector machine with squared hinge loss, one class against the rest for more than two, solved in the primal
 * as by O. Chapelle: Training a support vector machine in the primal. Neural Computation 19, 2007. Decisions are those of
 * scikit-learn's {@code LinearSVC(dual=False, C=C)}, probabilities those of its {@code CalibratedClassifierCV(ensemble=False)}:
 * a sigmoid per class, fitted to the decisions of five folds of the training rows.
 */
public final class LinearSvmTrainer implements ClassifierTrainer {
    private static final int MOST_FOR_NEWTON = 600;
    private static final int CALIBRATION_FOLDS = 5;

    private final LinearSvmSettings settings;

    /** A trainer with these settings. */
    public LinearSvmTrainer(LinearSvmSettings settings) {
        this.settings = settings;
    }

    @Override
    public ClassifierKind kind() {
        return ClassifierKind.LINEAR_SVM;
    }

    @Override
    public EncodingDemand demand() {
        return EncodingDemand.LINEAR;
    }

    @Override
    public ClassifierModel fit(TrainingSet training, UnitCompute compute, UnitProgress progress) throws Exception {
        DesignMatrix matrix = training.matrix();
        int outputs = LogisticRegressionModel.outputs(training.classes());
        int stride = matrix.width() + 1;
        int[] folds = ContiguousFolds.of(training.labels(), training.classes(), CALIBRATION_FOLDS);
        double[] point = new double[outputs * stride];
        Sigmoid[] sigmoids = new Sigmoid[outputs];
        boolean converged = true;
        for (int o = 0; o < outputs; o++) {
            boolean[] positive = new boolean[matrix.rows()];
            for (int i = 0; i < positive.length; i++) {
                positive[i] = training.labels()[i] == (outputs == 1 ? 1 : o);
            }
            Minimum minimum = solve(training, positive, -1, folds, new double[stride], compute, progress);
            converged &= minimum.converged();
            System.arraycopy(minimum.point(), 0, point, o * stride, stride);
            double[] decisions = decisions(training, positive, folds, minimum.point(), compute, progress);
            sigmoids[o] = Sigmoid.of(decisions, positive, training.weights());
            progress.worked(o + 1L, outputs, Messages.LinearSvmTrainer_boundaries);
        }
        return new LinearSvmModel(new LinearPoint(training.classes(), matrix.width(), point), sigmoids, converged);
    }

    /** The decision for each row by a machine that was trained without the fold of the row. */
    private double[] decisions(TrainingSet training, boolean[] positive, int[] folds, double[] start, UnitCompute compute,
            UnitProgress progress) throws Exception {
        DesignMatrix matrix = training.matrix();
        double[] decisions = new double[matrix.rows()];
        double[][] scores = new double[1][RowBlock.ROWS];
        int count = folds == null ? 1 : maximum(folds) + 1;
        for (int fold = 0; fold < count; fold++) {
            double[] point = folds == null ? start : solve(training, positive, fold, folds, start, compute, progress).point();
            for (int from = 0; from < matrix.rows(); from += RowBlock.ROWS) {
                compute.checkCancelled();
                int size = Math.min(RowBlock.ROWS, matrix.rows() - from);
                LogisticRegressionModel.scores(matrix, from, size, point, scores);
                for (int r = 0; r < size; r++) {
                    if (folds == null || folds[from + r] == fold) {
                        decisions[from + r] = scores[0][r];
                    }
                }
            }
        }
        return decisions;
    }

    private static int maximum(int[] values) {
        int largest = 0;
        for (int value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    /** @param without the fold that is left out, −1 for none */
    private Minimum solve(TrainingSet training, boolean[] positive, int without, int[] folds, double[] start, UnitCompute compute,
            UnitProgress progress) throws Exception {
        double[] costs = new double[positive.length];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = without >= 0 && folds[i] == without ? 0 : settings.c() * training.weights()[i];
        }
        MarginLoss loss = new MarginLoss(training.matrix(), positive, costs, compute);
        LimitedMemoryBfgs.Listener listener = (iteration, value, norm) -> {
            compute.checkCancelled();
            if (without < 0) {
                progress.metric("loss", iteration, value);
            }
        };
        Minimum minimum = start.length <= MOST_FOR_NEWTON
                ? new DampedNewton(settings.tolerance(), settings.maxIterations()).minimise(start, loss, listener)
                : new LimitedMemoryBfgs(settings.tolerance(), settings.maxIterations()).minimise(start, loss, listener);
        if (!minimum.converged() && without < 0) {
            progress.log(UnitProgress.Level.WARNING, NLS.bind(Messages.LinearSvmTrainer_notConverged, minimum.iterations(),
                    String.format(Locale.ROOT, "%.2g", minimum.gradientNorm())));
        }
        return minimum;
    }
}
