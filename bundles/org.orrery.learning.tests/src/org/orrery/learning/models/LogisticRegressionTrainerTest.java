package org.orrery.learning.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.orrery.learning.ClassWeighting;
import org.orrery.learning.PlainCompute;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.DesignMatrix;

class LogisticRegressionTrainerTest {
    /**
     * scikit-learn 1.2.1: LogisticRegression(solver="newton-cg", tol=1e-12, max_iter=10000, class_weight="balanced", C=0.5) on
     * the first 600 of 800 rows of {@link Problem} with seed 3, scaled by their mean and population deviation.
     */
    @Test
    void balancedMultinomialProbabilitiesAreThoseOfScikitLearn() throws Exception {
        Problem problem = scaled(Problem.of(800, 3), 600);
        LogisticRegressionSettings settings = new LogisticRegressionSettings(0.5, 1000, 1e-8);
        double[] probabilities = new LogisticRegressionTrainer(settings)
                .fit(problem.training(600, ClassWeighting.BALANCED), new PlainCompute(1), PlainCompute.QUIET)
                .probabilities(problem.matrix(600, 800), () -> {
                });
        assertArrayEquals(new double[] {0.1122861108878302, 0.540591542094642, 0.34712234701752775}, Arrays.copyOf(probabilities, 3), 1e-6);
        double[] sums = new double[3];
        for (int i = 0; i < probabilities.length; i++) {
            sums[i % 3] += probabilities[i];
        }
        assertArrayEquals(new double[] {83.24538957005328, 66.92854523067375, 49.82606519927298}, sums, 1e-5);
    }

    @Test
    void severalThreadsFindTheSameCoefficientsBitByBit() throws Exception {
        TrainingSet training = scaled(Problem.of(60_000, 3), 60_000).training(60_000, ClassWeighting.NONE);
        LogisticRegressionTrainer trainer = new LogisticRegressionTrainer(LogisticRegressionSettings.STANDARD);
        LogisticRegressionModel one = (LogisticRegressionModel) trainer.fit(training, new PlainCompute(1), PlainCompute.QUIET);
        LogisticRegressionModel three = (LogisticRegressionModel) trainer.fit(training, new PlainCompute(3), PlainCompute.QUIET);
        for (int c = 0; c < 3; c++) {
            assertArrayEquals(one.coefficients(c), three.coefficients(c));
            assertEquals(one.intercept(c), three.intercept(c));
        }
    }

    @Test
    void withoutFeaturesTheProbabilitiesAreTheSharesOfTheClasses() throws Exception {
        int[] labels = {0, 1, 1, 1};
        TrainingSet training = new TrainingSet(new DesignMatrix(new double[0][], 4, List.of()), labels, 2, ClassWeighting.NONE.weights(labels, 2));
        double[] probabilities = new LogisticRegressionTrainer(LogisticRegressionSettings.STANDARD)
                .fit(training, new PlainCompute(1), PlainCompute.QUIET).probabilities(training.matrix(), () -> {
                });
        assertEquals(0.75, probabilities[1], 1e-9);
    }

    @Test
    void tooFewIterationsAreTold() throws Exception {
        TrainingSet training = scaled(Problem.of(800, 3), 600).training(600, ClassWeighting.NONE);
        assertFalse(new LogisticRegressionTrainer(new LogisticRegressionSettings(1, 2, 1e-8))
                .fit(training, new PlainCompute(1), PlainCompute.QUIET).converged());
        assertTrue(new LogisticRegressionTrainer(LogisticRegressionSettings.STANDARD)
                .fit(training, new PlainCompute(1), PlainCompute.QUIET).converged());
    }

    @Test
    void aSearchThatWouldGoOnForMinutesEndsWhenItIsCancelled() {
        // Nothing is scaled and the penalty is tiny.
        TrainingSet training = Problem.of(40_000, 9).training(40_000, ClassWeighting.NONE);
        PlainCompute compute = new PlainCompute(1);
        compute.cancelAt(300);
        LogisticRegressionSettings settings = new LogisticRegressionSettings(1e10, 1_000_000, 1e-14);
        assertThrows(CancellationException.class, () -> new LogisticRegressionTrainer(settings).fit(training, compute, PlainCompute.QUIET));
        assertEquals(300, compute.looks());
    }

    private static Problem scaled(Problem problem, int training) {
        double[][] columns = Arrays.stream(problem.columns()).map(column -> {
            double mean = Arrays.stream(column, 0, training).average().orElseThrow();
            double variance = Arrays.stream(column, 0, training).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
            return Arrays.stream(column).map(v -> (v - mean) / Math.sqrt(variance)).toArray();
        }).toArray(double[][]::new);
        return new Problem(columns, problem.labels());
    }
}
