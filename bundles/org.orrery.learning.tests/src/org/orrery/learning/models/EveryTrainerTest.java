package org.orrery.learning.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.orrery.learning.ClassWeighting;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.PlainCompute;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;

/** What holds for every kind of model. */
class EveryTrainerTest {
    private static final int ROWS = 1200;
    /** Those that look at no weight, by what they are. */
    private static final Set<ClassifierKind> BASELINES = EnumSet.of(ClassifierKind.MOST_FREQUENT, ClassifierKind.STRATIFIED, ClassifierKind.UNIFORM,
            ClassifierKind.CONSTANT);

    @Test
    void everyKindHasATrainer() {
        assertEquals(EnumSet.allOf(ClassifierKind.class),
                Trainers.all().stream().map(ClassifierTrainer::kind).collect(Collectors.toCollection(() -> EnumSet.noneOf(ClassifierKind.class))));
    }

    @Test
    void severalThreadsTrainTheSameModel() throws Exception {
        Problem problem = scaled(Problem.of(12_000, 5));
        TrainingSet many = problem.training(12_000, ClassWeighting.BALANCED);
        // Its pairs of classes are shared out between threads however few the rows are, and its time grows with their square.
        TrainingSet few = problem.training(ROWS, ClassWeighting.BALANCED);
        DesignMatrix asked = scaled(Problem.of(500, 6)).matrix(0, 500);
        for (ClassifierTrainer trainer : Trainers.all()) {
            TrainingSet training = trainer.kind() == ClassifierKind.KERNEL_SVM ? few : many;
            byte[] one = bytes(trainer.fit(training, new PlainCompute(1), PlainCompute.QUIET));
            ClassifierModel model = trainer.fit(training, new PlainCompute(3), PlainCompute.QUIET);
            assertArrayEquals(one, bytes(model), trainer.kind().id());
            assertArrayEquals(model.probabilities(asked, () -> { }), model.probabilities(asked, new PlainCompute(3)), trainer.kind().id());
        }
    }

    @Test
    void aModelThatIsReadBackSaysTheSame() throws Exception {
        DesignMatrix asked = scaled(Problem.of(300, 8)).matrix(0, 300);
        for (ClassifierTrainer trainer : Trainers.all()) {
            ClassifierModel model = fit(trainer, ClassWeighting.NONE);
            ClassifierModel read = trainer.kind().read(new ModelInput(bytes(model)));
            assertEquals(model.converged(), read.converged());
            assertArrayEquals(model.probabilities(asked, () -> { }), read.probabilities(asked, () -> { }), trainer.kind().id());
        }
    }

    @Test
    void theProbabilitiesOfARowAddUpToOne() throws Exception {
        DesignMatrix asked = scaled(Problem.of(300, 8)).matrix(0, 300);
        for (ClassifierTrainer trainer : Trainers.all()) {
            double[] probabilities = fit(trainer, ClassWeighting.NONE).probabilities(asked, () -> { });
            for (int i = 0; i < 300; i++) {
                assertEquals(1, Arrays.stream(probabilities, 3 * i, 3 * i + 3).sum(), 1e-9, trainer.kind().id());
                assertTrue(Arrays.stream(probabilities, 3 * i, 3 * i + 3).allMatch(p -> p >= 0 && p <= 1), trainer.kind().id());
            }
        }
    }

    @Test
    void balancedClassesRaiseTheProbabilityOfTheRarest() throws Exception {
        Problem problem = scaled(Problem.of(2 * ROWS, 7));
        int[] counts = new int[Problem.CLASSES];
        Arrays.stream(problem.labels()).forEach(label -> counts[label]++);
        int rarest = counts[0] < counts[1] ? counts[0] < counts[2] ? 0 : 2 : counts[1] < counts[2] ? 1 : 2;
        DesignMatrix asked = problem.matrix(ROWS, 2 * ROWS);
        for (ClassifierTrainer trainer : Trainers.all()) {
            if (BASELINES.contains(trainer.kind())) {
                continue;
            }
            double plain = Problem.weightedSums(fit(trainer, ClassWeighting.NONE).probabilities(asked, () -> { }))[rarest];
            double balanced = Problem.weightedSums(fit(trainer, ClassWeighting.BALANCED).probabilities(asked, () -> { }))[rarest];
            assertTrue(balanced > plain * 1.01, trainer.kind() + ": " + balanced + " instead of " + plain);
        }
    }

    @Test
    void aClassWithoutTrainingRowsIsNeverProbable() throws Exception {
        Problem problem = scaled(Problem.of(ROWS, 9));
        int[] labels = Arrays.stream(problem.labels()).map(label -> Math.min(label, 1)).toArray();
        TrainingSet training = new TrainingSet(problem.matrix(0, ROWS), labels, 3, ClassWeighting.NONE.weights(labels, 3));
        for (ClassifierTrainer trainer : Trainers.all()) {
            double[] probabilities = trainer.fit(training, new PlainCompute(1), PlainCompute.QUIET).probabilities(training.matrix(), () -> { });
            for (int i = 0; i < ROWS; i++) {
                assertTrue(probabilities[3 * i + 2] < 0.05, trainer.kind() + ": " + probabilities[3 * i + 2]);
            }
        }
    }

    @Test
    void withoutFeaturesThereIsAModelAllTheSame() throws Exception {
        int[] labels = {0, 1, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1};
        DesignMatrix nothing = new DesignMatrix(new double[0][], labels.length, List.of());
        TrainingSet training = new TrainingSet(nothing, labels, 2, ClassWeighting.NONE.weights(labels, 2));
        for (ClassifierTrainer trainer : Trainers.all()) {
            double[] probabilities = trainer.fit(training, new PlainCompute(1), PlainCompute.QUIET).probabilities(nothing, () -> { });
            assertEquals(labels.length * 2, probabilities.length, trainer.kind().id());
            assertTrue(Arrays.stream(probabilities).allMatch(Double::isFinite), trainer.kind().id());
        }
    }

    /**
     * In the midst of the training, and of a prediction where there is little to train: then nothing more is done, whichever thread it is. How
     * long that takes is measured by {@code releng/benchmarks/classification/run cancel}.
     */
    @Test
    void whatIsCancelledGoesNoFurther() throws Exception {
        TrainingSet training = scaled(Problem.of(60_000, 9)).training(60_000, ClassWeighting.NONE);
        for (ClassifierTrainer trainer : Trainers.all()) {
            for (int look : new int[] {1, 4}) {
                PlainCompute compute = new PlainCompute(2);
                compute.cancelAt(look);
                boolean[] trained = new boolean[1];
                assertThrows(CancellationException.class, () -> {
                    ClassifierModel model = trainer.fit(training, compute, PlainCompute.QUIET);
                    trained[0] = true;
                    while (true) {
                        model.probabilities(training.matrix(), compute::checkCancelled);
                    }
                }, trainer.kind().id());
                assertTrue(compute.looks() <= look + 1, trainer.kind() + " looked " + compute.looks() + " times, cancelled at " + look);
                assertTrue(BASELINES.contains(trainer.kind()) || !trained[0], trainer.kind().id());
            }
        }
    }

    private static ClassifierModel fit(ClassifierTrainer trainer, ClassWeighting weighting) throws Exception {
        return trainer.fit(scaled(Problem.of(2 * ROWS, 7)).training(ROWS, weighting), new PlainCompute(1), PlainCompute.QUIET);
    }

    private static byte[] bytes(ClassifierModel model) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ModelOutput out = new ModelOutput(bytes)) {
            model.write(out);
        }
        return bytes.toByteArray();
    }

    /** Numbers from −1 to 1. */
    private static Problem scaled(Problem problem) {
        double[][] columns = Arrays.stream(problem.columns()).map(column -> Arrays.stream(column).map(value -> value / (1 << 19) - 1).toArray())
                .toArray(double[][]::new);
        return new Problem(columns, problem.labels());
    }
}
