package org.orrery.learning.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.orrery.learning.ClassWeighting;
import org.orrery.learning.PlainCompute;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.DesignMatrix;

/**
 * The expected values are those of scikit-learn 1.2.1, {@code DecisionTreeClassifier(criterion, max_depth,
 * min_samples_leaf, class_weight)}, trained on the first 1,500 rows of {@link Problem} and asked for the other 500; six random
 * states gave the same tree, so that no tie is in it.
 */
class DecisionTreeTrainerTest {
    private static final int TRAIN = 1500;
    private static final int ALL = 2000;

    @Test
    void aTreeOfLimitedDepthIsThatOfScikitLearn() throws Exception {
        DecisionTreeModel model = fit(4, new DecisionTreeSettings(Optional.of(6), 10, SplitCriterion.GINI), ClassWeighting.NONE);
        assertEquals(50, model.leaves());
        assertEquals(6, model.depth());
        assertSums(model, 4, 48795.20835077024, 49243.41827781469, 27211.373371415073);
    }

    @Test
    void aTreeOfAnyDepthIsThatOfScikitLearn() throws Exception {
        DecisionTreeModel model = fit(5, new DecisionTreeSettings(Optional.empty(), 25, SplitCriterion.GINI), ClassWeighting.NONE);
        assertEquals(44, model.leaves());
        assertEquals(8, model.depth());
        assertSums(model, 5, 47387.11733028817, 47454.81389514178, 30408.068774570012);
    }

    /** On data without two places in one column that are equally good; there rounding decides in scikit-learn, the first one here. */
    @Test
    void aTreeOfBalancedClassesIsThatOfScikitLearn() throws Exception {
        DecisionTreeModel model = fit(11, new DecisionTreeSettings(Optional.of(6), 10, SplitCriterion.GINI), ClassWeighting.BALANCED);
        assertEquals(55, model.leaves());
        assertSums(model, 11, 45062.70309206514, 44181.333499862965, 36005.963408071875);
    }

    /** Leaves are not compared: rounding makes scikit-learn split one pure node (impurity 1e-15), which changes no probability. */
    @Test
    void aTreeByEntropyIsThatOfScikitLearn() throws Exception {
        DecisionTreeModel model = fit(4, new DecisionTreeSettings(Optional.of(6), 10, SplitCriterion.ENTROPY), ClassWeighting.BALANCED);
        assertSums(model, 4, 45723.312006675405, 47858.396375980345, 31668.291617344246);
    }

    @Test
    void severalThreadsGrowTheSameTree() throws Exception {
        TrainingSet training = Problem.of(50_000, 9).training(50_000, ClassWeighting.NONE);
        DesignMatrix asked = Problem.of(1_000, 10).matrix(0, 1_000);
        DecisionTreeTrainer trainer = new DecisionTreeTrainer(DecisionTreeSettings.STANDARD);
        double[] one = trainer.fit(training, new PlainCompute(1), PlainCompute.QUIET).probabilities(asked, () -> {
        });
        double[] three = trainer.fit(training, new PlainCompute(3), PlainCompute.QUIET).probabilities(asked, () -> {
        });
        assertArrayEquals(one, three);
    }

    @Test
    void amongEqualSplitsTheFirstColumnIsTaken() throws Exception {
        double[] values = {1, 2, 3, 4};
        DesignMatrix twice = new DesignMatrix(new double[][] {values, values.clone()}, 4, List.of("a", "b"));
        TrainingSet training = new TrainingSet(twice, new int[] {0, 0, 1, 1}, 2, new double[] {1, 1, 1, 1});
        DecisionTreeSettings settings = new DecisionTreeSettings(Optional.empty(), 1, SplitCriterion.GINI);
        DecisionTreeModel model = (DecisionTreeModel) new DecisionTreeTrainer(settings).fit(training, new PlainCompute(1), PlainCompute.QUIET);
        // Only the first column decides: the second one is turned round, and nothing changes.
        DesignMatrix turned = new DesignMatrix(new double[][] {values, {4, 3, 2, 1}}, 4, List.of("a", "b"));
        assertArrayEquals(new double[] {1, 0, 1, 0, 0, 1, 0, 1}, model.probabilities(turned, () -> {
        }));
    }

    @Test
    void constantColumnsGiveASingleLeaf() throws Exception {
        DesignMatrix constant = new DesignMatrix(new double[][] {new double[20]}, 20, List.of("a"));
        int[] labels = new int[20];
        labels[3] = 1;
        TrainingSet training = new TrainingSet(constant, labels, 2, ClassWeighting.NONE.weights(labels, 2));
        DecisionTreeModel model = (DecisionTreeModel) new DecisionTreeTrainer(DecisionTreeSettings.STANDARD).fit(training,
                new PlainCompute(1), PlainCompute.QUIET);
        assertEquals(1, model.leaves());
    }

    @Test
    void aTreeThatIsCancelledWhileItGrowsGrowsNoFurther() {
        TrainingSet training = Problem.of(40_000, 9).training(40_000, ClassWeighting.NONE);
        PlainCompute compute = new PlainCompute(1);
        compute.cancelAt(100);
        DecisionTreeSettings settings = new DecisionTreeSettings(Optional.empty(), 1, SplitCriterion.ENTROPY);
        assertThrows(CancellationException.class, () -> new DecisionTreeTrainer(settings).fit(training, compute, PlainCompute.QUIET));
        assertEquals(100, compute.looks());
    }

    private static DecisionTreeModel fit(long seed, DecisionTreeSettings settings, ClassWeighting weighting) throws Exception {
        return (DecisionTreeModel) new DecisionTreeTrainer(settings).fit(Problem.of(ALL, seed).training(TRAIN, weighting),
                new PlainCompute(1), PlainCompute.QUIET);
    }

    private static void assertSums(DecisionTreeModel model, long seed, double... expected) {
        double[] probabilities = model.probabilities(Problem.of(ALL, seed).matrix(TRAIN, ALL), () -> {
        });
        assertArrayEquals(expected, Problem.weightedSums(probabilities), 1e-7);
    }
}
