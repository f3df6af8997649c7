package org.orrery.learning.models;

import java.util.Locale;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitProgress;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.EncodingDemand;
import org.orrery.math.DampedNewton;
import org.orrery.math.LimitedMemoryBfgs;
import org.orrery.math.LimitedMemoryBfgs.Minimum;

/**
 * Logistic regression: for two classes the logistic model with one vector of coefficients, for more the multinomial one with
 * a vector per class. Minimises {@code Σ weight · loss + |w|² / (2 C)}; intercepts are not penalised. This is the
 * objective of scikit-learn's {@code LogisticRegression(penalty="l2", C=C)}.
 */
public final class LogisticRegressionTrainer implements ClassifierTrainer {
    private static final int MOST_FOR_NEWTON = 400;

    private final LogisticRegressionSettings settings;

    /** A trainer with these settings. */
    public LogisticRegressionTrainer(LogisticRegressionSettings settings) {
        this.settings = settings;
    }

    @Override
    public ClassifierKind kind() {
        return ClassifierKind.LOGISTIC_REGRESSION;
    }

    @Override
    public EncodingDemand demand() {
        return EncodingDemand.LINEAR;
    }

    @Override
    public ClassifierModel fit(TrainingSet training, UnitCompute compute, UnitProgress progress) throws Exception {
        LogisticLoss loss = new LogisticLoss(training, settings.c(), compute);
        LimitedMemoryBfgs.Listener listener = (iteration, value, norm) -> {
            compute.checkCancelled();
            progress.worked(iteration, -1, Messages.LogisticRegressionTrainer_iterations);
            progress.metric("loss", iteration, value);
        };
        double[] start = loss.start();
        // Newton's few steps are dear when there are many coefficients.
        Minimum minimum = start.length <= MOST_FOR_NEWTON
                ? new DampedNewton(settings.tolerance(), settings.maxIterations()).minimise(start, loss, listener)
                : new LimitedMemoryBfgs(settings.tolerance(), settings.maxIterations()).minimise(start, loss, listener);
        if (!minimum.converged()) {
            progress.log(UnitProgress.Level.WARNING, NLS.bind(Messages.LogisticRegressionTrainer_notConverged, minimum.iterations(),
                    String.format(Locale.ROOT, "%.2g", minimum.gradientNorm())));
        }
        return new LogisticRegressionModel(new LinearPoint(training.classes(), training.matrix().width(), minimum.point()), minimum.converged());
    }
}
