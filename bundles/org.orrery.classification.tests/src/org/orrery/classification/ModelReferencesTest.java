package org.orrery.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.orrery.data.Table;
import org.orrery.learning.ClassWeighting;
import org.orrery.learning.ClassifierPipeline;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.FittedClassifier;
import org.orrery.learning.LabelledRows;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.encoding.Encoding;
import org.orrery.learning.models.DecisionTreeSettings;
import org.orrery.learning.models.DecisionTreeTrainer;
import org.orrery.learning.models.GaussianNaiveBayesSettings;
import org.orrery.learning.models.GaussianNaiveBayesTrainer;
import org.orrery.learning.models.KernelSvmModel;
import org.orrery.learning.models.KernelSvmSettings;
import org.orrery.learning.models.KernelSvmTrainer;
import org.orrery.learning.models.LinearSvmModel;
import org.orrery.learning.models.LinearSvmSettings;
import org.orrery.learning.models.LinearSvmTrainer;
import org.orrery.learning.models.LogisticRegressionSettings;
import org.orrery.learning.models.LogisticRegressionTrainer;
import org.orrery.learning.models.NearestNeighboursSettings;
import org.orrery.learning.models.NearestNeighboursTrainer;
import org.orrery.learning.models.SplitCriterion;
import org.orrery.learning.models.SvmKernel;

/**
 * Out-of-fold values on real data against scikit-learn 1.2.1 on the same design matrix and the same folds (row i is tested in
 * fold i mod 5), made by releng/benchmarks/classification/references.py. Each line of a reference holds the values of one row.
 */
class ModelReferencesTest {
    private static final double TOLERANCE = 1e-6;
    private static final List<String[]> SETS = List.of(new String[] {"iris.csv", "Species", "iris"},
            new String[] {"wine.csv", "target", "wine"}, new String[] {"breast_cancer.csv", "target", "breast-cancer"},
            new String[] {"digits.csv.gz", "target", "digits"}, new String[] {"wa_churn.csv", "churn", "wa-churn"});

    /** What a fitted classifier says about rows: the values of a line each. */
    private interface Question {
        double[][] ask(FittedClassifier fitted, Table table, int[] rows) throws Exception;
    }

    /** {@code LinearSVC(dual=False, tol=1e-14)}, its coefficients led to the minimum by a few Newton steps. */
    @Test
    void decisionsOfTheLinearSupportVectorMachineAreThoseOfScikitLearn() throws Exception {
        for (String[] set : SETS) {
            assertReference("linear-svm", set, new LinearSvmTrainer(LinearSvmSettings.STANDARD), 0, (fitted, table, rows) -> {
                DesignMatrix matrix = fitted.encoder().encode(table, rows, () -> { });
                return transposed(((LinearSvmModel) fitted.model()).decisions(matrix, () -> { }));
            });
        }
    }

    /** {@code LogisticRegression(solver="newton-cg", tol=1e-12)}; the other sets are in {@link ReferencesTest}. */
    @Test
    void probabilitiesOfLogisticRegressionOnTenClassesAreThoseOfScikitLearn() throws Exception {
        assertReference("logistic-regression", SETS.get(3), new LogisticRegressionTrainer(LogisticRegressionSettings.STANDARD), 0,
                ModelReferencesTest::probabilities);
    }

    /** {@code GaussianNB()}. */
    @Test
    void probabilitiesOfNaiveBayesAreThoseOfScikitLearn() throws Exception {
        for (String[] set : SETS) {
            assertReference("gaussian-naive-bayes", set, new GaussianNaiveBayesTrainer(GaussianNaiveBayesSettings.STANDARD), 0,
                    ModelReferencesTest::probabilities);
        }
    }

    /**
     * {@code KNeighborsClassifier(algorithm="brute")}. Rows that have two neighbours equally far at the fifth place are left out, 60 in
     * wa_churn and one in iris: whom scikit-learn asks depends on how it partitions its distances.
     */
    @Test
    void probabilitiesOfNearestNeighboursAreThoseOfScikitLearn() throws Exception {
        for (String[] set : SETS) {
            assertReference("k-nearest-neighbours", set, new NearestNeighboursTrainer(NearestNeighboursSettings.STANDARD), 0,
                    ModelReferencesTest::probabilities);
        }
    }

    /**
     * {@code DecisionTreeClassifier(max_depth=4, min_samples_leaf=20)}; rows about which its random state decides are left out. In
     * wine five columns split one node equally well, and rounding decides in scikit-learn.
     */
    @Test
    void probabilitiesOfDecisionTreesAreThoseOfScikitLearn() throws Exception {
        DecisionTreeSettings settings = new DecisionTreeSettings(Optional.of(4), 20, SplitCriterion.GINI);
        for (String[] set : SETS) {
            assertReference("decision-tree", set, new DecisionTreeTrainer(settings), set[2].equals("wine") ? 1 : 0, ModelReferencesTest::probabilities);
        }
    }

    /** {@code SVC(tol=1e-10)}, whose kernel values have single precision, as ours have. */
    @Test
    void decisionsOfTheKernelSupportVectorMachineAreThoseOfScikitLearn() throws Exception {
        KernelSvmSettings exact = new KernelSvmSettings(SvmKernel.RBF, 1, Optional.empty(), 3, 0, 1e-9);
        assertReference("kernel-svm", SETS.get(2), new KernelSvmTrainer(exact), 0, (fitted, table, rows) -> {
            DesignMatrix matrix = fitted.encoder().encode(table, rows, () -> { });
            return ((KernelSvmModel) fitted.model()).decisions(matrix, () -> { });
        });
    }

    private static double[][] probabilities(FittedClassifier fitted, Table table, int[] rows) throws Exception {
        int classes = fitted.classes().size();
        double[] all = fitted.probabilities(table, rows, PlainUnit.COMPUTE);
        return IntStream.range(0, rows.length).mapToObj(i -> Arrays.copyOfRange(all, i * classes + (classes == 2 ? 1 : 0), (i + 1) * classes))
                .toArray(double[][]::new);
    }

    private static double[][] transposed(double[][] outputs) {
        return IntStream.range(0, outputs[0].length).mapToObj(i -> Arrays.stream(outputs).mapToDouble(output -> output[i]).toArray())
                .toArray(double[][]::new);
    }

    private static void assertReference(String model, String[] set, ClassifierTrainer trainer, int mayDiffer, Question question)
            throws Exception {
        LabelledRows data = SampleTables.labelled(set[0], set[1]);
        List<String> lines = lines(model + "-" + set[2] + ".txt.gz");
        assertEquals(data.labels().length, lines.size());
        int different = 0;
        String worst = "";
        for (int fold = 0; fold < 5; fold++) {
            int own = fold;
            int[] train = IntStream.range(0, lines.size()).filter(row -> row % 5 != own).toArray();
            int[] test = IntStream.range(0, lines.size()).filter(row -> row % 5 == own).toArray();
            FittedClassifier fitted = new ClassifierPipeline(trainer, Encoding.STANDARD, ClassWeighting.NONE).fit(data, train,
                    PlainUnit.COMPUTE, PlainUnit.PROGRESS);
            double[][] values = question.ask(fitted, data.features(), test);
            for (int i = 0; i < test.length; i++) {
                if (lines.get(test[i]).equals("tie")) {
                    continue;
                }
                double[] expected = Arrays.stream(lines.get(test[i]).split(" ")).mapToDouble(Double::parseDouble).toArray();
                double gap = 0;
                for (int k = 0; k < expected.length; k++) {
                    gap = Math.max(gap, Math.abs(values[i][k] - expected[k]));
                }
                if (!(gap < TOLERANCE)) {
                    different++;
                    worst = test[i] + ": " + Arrays.toString(values[i]) + " instead of " + Arrays.toString(expected);
                }
            }
        }
        assertTrue(different <= mayDiffer, set[0] + ": " + different + " rows differ, row " + worst);
    }

    private static List<String> lines(String resource) throws Exception {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(ModelReferencesTest.class.getResourceAsStream("references/" + resource)), StandardCharsets.US_ASCII))) {
            return reader.lines().toList();
        }
    }
}
