package org.orrery.classification;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.UnitCompute;
import org.orrery.data.Column;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.learning.ClassWeighting;
import org.orrery.learning.ClassifierPipeline;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.LabelledRows;
import org.orrery.learning.encoding.Encoding;
import org.orrery.learning.evaluation.ClassificationMeasures;
import org.orrery.learning.evaluation.Predictions;
import org.orrery.learning.models.ForestSettings;
import org.orrery.learning.models.ForestTrainer;

/**
 * Models that depend on chance against scikit-learn 1.2.1 over ten seeds each: {@code RandomForestClassifier(random_state=seed)} and
 * {@code ExtraTreesClassifier(random_state=seed)}, seeds 1 to 10, under the same folds (row i is tested in fold i mod 5), as
 * releng/benchmarks/classification/compare.py prints them. The accuracy of the out-of-fold predictions lies within one standard error
 * of the mean difference, log-loss within two, or it is better.
 */
class RandomModelsTest {
    private static final int FOLDS = 5;

    @Test
    void randomForestsOfWineAreAsGoodAsThoseOfScikitLearn() throws Exception {
        assertAsGood("wine.csv", ForestTrainer.randomForest(ForestSettings.STANDARD),
                new double[] {0.139227, 0.133757, 0.135130, 0.138209, 0.126940, 0.131943, 0.131823, 0.132266, 0.131203, 0.137696},
                new double[] {0.977528, 0.977528, 0.983146, 0.977528, 0.983146, 0.977528, 0.988764, 0.977528, 0.983146, 0.983146});
    }

    @Test
    void extraTreesOfWineAreAsGoodAsThoseOfScikitLearn() throws Exception {
        assertAsGood("wine.csv", ForestTrainer.extraTrees(ForestSettings.STANDARD),
                new double[] {0.143657, 0.138278, 0.143666, 0.148718, 0.137900, 0.143683, 0.151733, 0.138634, 0.137554, 0.139768},
                new double[] {0.988764, 0.988764, 0.988764, 0.977528, 0.994382, 0.983146, 0.971910, 0.983146, 0.988764, 0.988764});
    }

    @Test
    void randomForestsOfBreastCancerAreAsGoodAsThoseOfScikitLearn() throws Exception {
        assertAsGood("breast_cancer.csv", ForestTrainer.randomForest(ForestSettings.STANDARD),
                new double[] {0.166957, 0.221272, 0.168442, 0.113864, 0.108307, 0.170576, 0.170088, 0.169822, 0.167613, 0.165968},
                new double[] {0.963093, 0.959578, 0.957821, 0.957821, 0.961336, 0.961336, 0.961336, 0.961336, 0.961336, 0.966608});
    }

    private static void assertAsGood(String file, ClassifierTrainer trainer, double[] losses, double[] accuracies) throws Exception {
        LabelledRows data = labelled(file);
        double[] lossDifferences = new double[losses.length];
        double[] accuracyDifferences = new double[losses.length];
        for (int k = 0; k < losses.length; k++) {
            ClassificationMeasures measures = measures(data, trainer, PlainUnit.seeded(k + 1L, "benchmark"));
            lossDifferences[k] = measures.logLoss() - losses[k];
            accuracyDifferences[k] = accuracies[k] - measures.accuracy();
        }
        assertNoWorse(lossDifferences, 2, file + ", log-loss");
        assertNoWorse(accuracyDifferences, 1, file + ", accuracy");
    }

    private static void assertNoWorse(double[] differences, double errors, String what) {
        double mean = 0;
        for (double difference : differences) {
            mean += difference / differences.length;
        }
        double squares = 0;
        for (double difference : differences) {
            squares += (difference - mean) * (difference - mean);
        }
        double error = Math.sqrt(squares / (differences.length - 1) / differences.length);
        assertTrue(mean <= errors * error, what + ": worse by " + mean + ", standard error " + error);
    }

    private static ClassificationMeasures measures(LabelledRows data, ClassifierTrainer trainer, UnitCompute compute) throws Exception {
        int rows = data.labels().length;
        int classes = data.classes().size();
        double[] probabilities = new double[rows * classes];
        for (int fold = 0; fold < FOLDS; fold++) {
            int own = fold;
            int[] train = IntStream.range(0, rows).filter(i -> i % FOLDS != own).toArray();
            int[] test = IntStream.range(0, rows).filter(i -> i % FOLDS == own).toArray();
            double[] some = new ClassifierPipeline(trainer, Encoding.STANDARD, ClassWeighting.NONE)
                    .fit(data, train, compute, PlainUnit.PROGRESS).probabilities(data.features(), test, compute);
            for (int i = 0; i < test.length; i++) {
                System.arraycopy(some, i * classes, probabilities, test[i] * classes, classes);
            }
        }
        return Predictions.of(data.labels(), probabilities, classes, classes == 2 ? 1 : -1, Double.NaN).measures();
    }

    private static LabelledRows labelled(String file) throws Exception {
        Table table = SampleTables.read(file);
        Column column = table.schema().find("target").orElseThrow();
        Classes classes = Classes.of(column, table.column("target"), 100);
        List<Column> features = table.schema().columns().stream().filter(each -> !each.equals(column)).toList();
        Table explaining = new Table(new Schema(features), features.stream().map(each -> table.column(each.name())).toList());
        return new LabelledRows(explaining, classes.labels(), classes.names());
    }
}
