package org.orrery.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.Unit;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.data.Table;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ProjectedModel;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.encoding.PrincipalComponents;
import org.orrery.learning.file.ModelFile;

/** What a comparison tells beside its main tables, and which models are in it. */
class OutputsTest {
    private static final Map<String, Object> QUICK = Map.of("importance", "none", "learningCurveFolds", 0, "bootstrapReplicates", 0, "partialDependence", 0);

    private static MemoryRun run(String sample, Map<String, ?> values) throws Exception {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("diagnostics", QUICK));
        all.putAll(values);
        MemoryRun run = new MemoryRun(MemoryRun.settings(all), SampleTables.read(sample), 2, 3).check().prepare();
        assertEquals(List.of(), run.errors);
        return run.execute();
    }

    @Test
    void withoutAWordEightModelsAndAllBaselinesAreCompared() {
        ClassificationSettings settings = SettingsSchema.of(ClassificationSettings.class).bind(Map.of("target", "x"), (path, message) -> {
            throw new IllegalArgumentException(path + ": " + message);
        }).orElseThrow();
        List<String> kinds = settings.distinctModels().stream().map(ClassifierKind::id).toList();
        assertEquals(List.of("most-frequent", "stratified", "uniform", "constant", "logistic-regression", "linear-svm", "gaussian-naive-bayes",
                "k-nearest-neighbours", "decision-tree", "random-forest", "extra-trees", "gradient-boosting"), kinds);
    }

    @Test
    void baselinesAreInTheLeaderboardAndNotInTheCharts() throws Exception {
        Result result = run("breast_cancer.csv", Map.of("target", "target", "models", List.of("logistic-regression"), "baselines", true)).summarise();
        Table board = ResultText.table(result, "leaderboard");
        assertEquals(5, board.rows());
        // Always malignant, the less frequent class: right for 212 of 569 rows. Guessing evenly is right for a half, about.
        assertEquals(212 / 569.0, (Double) ResultText.value(board, "constant", "accuracy"), 1e-3);
        assertEquals(0.5, (Double) ResultText.value(board, "uniform", "accuracy"), 0.07);
        assertEquals(0.5, (Double) ResultText.value(board, "constant", "rocAuc"), 1e-12);
        // The line of chance, and where the model is at a half.
        assertEquals(3, result.charts().get(0).series().size());
        assertEquals(1, ResultText.table(result, "comparisons").rows());
    }

    @Test
    void modelsTakeTurnsFoldByFold() throws Exception {
        List<String> ids = run("iris.csv", Map.of("target", "Species")).units().stream().map(Unit::id).limit(4).toList();
        assertEquals(List.of("most-frequent/fold-1", "logistic-regression/fold-1", "decision-tree/fold-1", "most-frequent/fold-2"), ids);
    }

    /** scikit-learn 1.2.1: {@code cross_val_predict(GaussianNB(), X, y, cv=LeaveOneOut(), method="predict_proba")} on iris. */
    @Test
    void leavingOutEachRowIsThatOfScikitLearn() throws Exception {
        MemoryRun run = run("iris.csv", Map.of("target", "Species", "models", List.of("gaussian-naive-bayes"), "validation", "leave-one-out"));
        Map<Long, double[]> expected = Map.of(71L, new double[] {0.09782450745842608, 0.902175492541574},
                78L, new double[] {0.05498283214819836, 0.9450171678518017}, 134L, new double[] {0.7561191772393763, 0.24388082276062376});
        int[] right = new int[2];
        run.rows("predictions").forEachBlock(block -> {
            for (int i = 0; i < block.rows(); i++) {
                right[0]++;
                right[1] += block.value(i, 1).equals(block.value(i, 3)) ? 1 : 0;
                double[] known = expected.get(block.value(i, 0));
                if (known != null) {
                    assertEquals(known[0], (Double) block.value(i, 5), 1e-9);
                    assertEquals(known[1], (Double) block.value(i, 6), 1e-9);
                }
            }
        });
        assertEquals(150, right[0]);
        assertEquals(0.9533333333333334, right[1] / 150.0, 1e-12);
        FoldOutcome fold = (FoldOutcome) run.get("gaussian-naive-bayes/fold-1").orElseThrow();
        assertEquals(149, fold.trainRows());
        assertTrue(refusal("wa_churn.csv", Map.of("target", "churn", "validation", "leave-one-out")).startsWith("bad-setting validation:"));
    }

    private static String refusal(String sample, Map<String, ?> values) throws Exception {
        return new MemoryRun(MemoryRun.settings(values), SampleTables.read(sample), 1, 1).check().errors.get(0);
    }

    /**
     * scikit-learn 1.2.1: {@code LogisticRegression(class_weight={0: 3, 1: 1}, solver="newton-cholesky", tol=1e-12)} on the scaled
     * columns of breast_cancer.
     */
    @Test
    void weightsOfClassesCountAsInScikitLearn() throws Exception {
        MemoryRun run = run("breast_cancer.csv", Map.of("target", "target", "models", List.of("logistic-regression"), "classWeights", "custom",
                "customWeights", List.of(Map.of("name", "0", "weight", 3))));
        ModelFile model = ModelFile.read(run.artifacts.get("model.logistic-regression"));
        double[] all = model.classifier().probabilities(SampleTables.read("breast_cancer.csv"), new int[] {0, 13, 40, 100}, () -> { });
        double[] expected = {3.4492947978792974e-11, 0.22896527985653908, 0.727047588969799, 0.00660835553812794};
        for (int i = 0; i < 4; i++) {
            assertEquals(expected[i], all[2 * i + 1], 1e-6);
        }
        assertTrue(refusal("breast_cancer.csv", Map.of("target", "target", "classWeights", "custom")).startsWith("bad-setting customWeights:"));
    }

    @Test
    void whatIsSetAsideTrainsNothingAndTestsOnce() throws Exception {
        MemoryRun run = run("breast_cancer.csv", Map.of("target", "target", "finalTestShare", 0.2));
        Set<Object> predicted = new HashSet<>();
        run.rows("predictions").forEachBlock(block -> {
            for (int i = 0; i < block.rows(); i++) {
                predicted.add(block.value(i, 0));
            }
        });
        FinalTestOutcome outcome = (FinalTestOutcome) run.get(UnitPlan.FINAL_TEST).orElseThrow();
        assertEquals(569, predicted.size() + outcome.testRows());
        assertEquals(predicted.size(), outcome.trainRows());
        assertEquals(0.2, outcome.testRows() / 569.0, 0.01);
        Result result = run.summarise();
        Table measures = ResultText.table(result, "finalTest");
        for (int i = 0; i < measures.rows(); i++) {
            if (measures.value(i, 1).equals("rocAuc")) {
                assertTrue((Double) measures.value(i, 2) > 0.97);
                assertTrue((Double) measures.value(i, 3) > 0.97);
            }
        }
        long counted = 0;
        Table confusion = ResultText.table(result, "finalConfusion");
        for (int i = 0; i < confusion.rows(); i++) {
            counted += (Long) confusion.value(i, 3);
        }
        assertEquals(outcome.testRows(), counted);
        assertTrue(result.figure("finalTest.rocAuc").isPresent());
        assertEquals(569, ((RefitOutcome) run.get(UnitPlan.REFIT).orElseThrow()).rows());
        assertEquals((double) outcome.testRows() / 569, share(ResultText.table(result, "classes")), 0.01);
    }

    /** How many of all rows are set aside, by the classes' own shares. */
    private static double share(Table classes) {
        assertEquals((Double) classes.value(0, 2), (Double) classes.value(0, classes.schema().indexOf("finalShare")), 0.01);
        assertEquals((Double) classes.value(0, 2), (Double) classes.value(0, classes.schema().indexOf("trainShare")), 0.01);
        return 0.2;
    }

    @Test
    void probabilitiesAreCountedInBinsAndTheKolmogorovSmirnovCurveReachesItsStatistic() throws Exception {
        Result result = run("breast_cancer.csv", Map.of("target", "target")).summarise();
        Table histogram = ResultText.table(result, "scoreHistogram");
        Map<Object, Long> rows = new HashMap<>();
        for (int i = 0; i < histogram.rows(); i++) {
            rows.merge(histogram.value(i, 0), (Long) histogram.value(i, 4) + (Long) histogram.value(i, 5), Long::sum);
        }
        assertEquals(Map.of("most-frequent", 569L, "logistic-regression", 569L, "decision-tree", 569L), rows);
        Table ks = ResultText.table(result, "ks");
        double largest = 0;
        for (int i = 0; i < ks.rows(); i++) {
            largest = ks.value(i, 0).equals("logistic-regression") ? Math.max(largest, (Double) ks.value(i, 5)) : largest;
        }
        Table classes = ResultText.table(result, "perClass");
        double statistic = 0;
        for (int i = 0; i < classes.rows(); i++) {
            statistic = classes.value(i, 0).equals("logistic-regression") ? (Double) classes.value(i, classes.schema().indexOf("ks")) : statistic;
        }
        // The curve is thinned out to 100 points.
        assertEquals(statistic, largest, 0.02);
        Table quantiles = ResultText.table(result, "calibrationQuantiles");
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i < quantiles.rows(); i++) {
            if (quantiles.value(i, 0).equals("logistic-regression")) {
                counts.add((Long) quantiles.value(i, 3));
            }
        }
        assertEquals(10, counts.size());
        assertTrue(counts.stream().allMatch(count -> Math.abs(count - 56.9) < 2), counts.toString());
        assertFalse(result.charts().stream().noneMatch(chart -> chart.id().equals("ks")));
    }

    /**
     * scikit-learn 1.2.1: {@code SelectPercentile(f_classif, percentile=20).fit(X, y)} on breast_cancer keeps these six of thirty columns.
     */
    @Test
    void theBestColumnsAreThoseOfScikitLearnAndAreKeptWithTheModel() throws Exception {
        MemoryRun run = run("breast_cancer.csv", Map.of("target", "target", "models", List.of("logistic-regression"), "columns", Map.of("keptShare", 0.2)));
        ModelFile model = ModelFile.read(run.artifacts.get("model.logistic-regression"));
        assertEquals(List.of("mean perimeter", "mean concave points", "worst radius", "worst perimeter", "worst area", "worst concave points"), model.classifier().encoder().names());
        assertEquals(24, model.classifier().encoder().leftOut().size());
        assertTrue(model.extras().facts().stream().anyMatch(fact -> fact.id().equals("leftOut")));
        assertTrue((Double) run.summarise().figure("bestModel.rocAuc").orElseThrow().value() > 0.97);
        assertEquals(7, run.rows("coefficients").count());
    }

    @Test
    void ofTwoColumnsThatSayTheSameOneIsLeftOutAndSoAreConstantOnes() throws Exception {
        Map<String, Object> columns = Map.of("correlation", 0.9, "mostFrequentShare", 0.95);
        MemoryRun run = run("breast_cancer.csv", Map.of("target", "target", "models", List.of("logistic-regression"), "columns", columns));
        List<String> kept = ModelFile.read(run.artifacts.get("model.logistic-regression")).classifier().encoder().names();
        // Radius, perimeter and area of a cell nucleus say the same.
        assertEquals(1, kept.stream().filter(name -> name.matches("(mean|worst) (radius|perimeter|area)")).count(), kept.toString());
    }

    /**
     * scikit-learn 1.2.1: {@code make_pipeline(StandardScaler(), PCA(0.9, svd_solver="full"), LogisticRegression(solver="newton-cholesky",
     * tol=1e-12))}, and {@code KNeighborsClassifier(5)} in its place, on breast_cancer.
     */
    @Test
    void modelsOfPrincipalComponentsAreThoseOfScikitLearnAndAreKeptWithThem() throws Exception {
        Map<String, double[]> expected = Map.of("logistic-regression",
                new double[] {1.992794742558184e-08, 0.35482865531223184, 0.9314850664094095, 0.13689402740909068}, "k-nearest-neighbours",
                new double[] {0, 0, 0.6, 0});
        for (String name : expected.keySet()) {
            MemoryRun run = run("breast_cancer.csv", Map.of("target", "target", "models", List.of(name), "columns", Map.of("componentShare", 0.9)));
            ModelFile model = ModelFile.read(run.artifacts.get("model." + name));
            PrincipalComponents components = ((ProjectedModel) model.classifier().model()).components();
            assertEquals(7, components.count());
            assertEquals(0.44272025607526316, components.shares()[0], 1e-12);
            assertEquals(0.022507337129825104, components.shares()[6], 1e-12);
            assertEquals(0.2189024437000027, components.weights(0)[0], 1e-9);
            double[] all = model.classifier().probabilities(SampleTables.read("breast_cancer.csv"), new int[] {0, 13, 40, 100}, () -> { });
            for (int i = 0; i < 4; i++) {
                assertEquals(expected.get(name)[i], all[2 * i + 1], 1e-6, name);
            }
            assertTrue(model.extras().facts().stream().anyMatch(fact -> fact.id().equals("components") && fact.value().startsWith("7, ")));
            assertTrue((Double) run.summarise().figure("bestModel.rocAuc").orElseThrow().value() > 0.97);
        }
    }

    /** What is told of components, together with what each is made of, gives the probabilities of the kept model. */
    @Test
    void coefficientsOfComponentsPredictAsTheModelDoes() throws Exception {
        MemoryRun run = run("breast_cancer.csv", Map.of("target", "target", "models", List.of("logistic-regression", "decision-tree", "random-forest"),
                "columns", Map.of("componentShare", 0.9), "measure", "log-loss"));
        Result result = run.summarise();
        Table coefficients = first(run, "coefficients");
        assertEquals(8, coefficients.rows());
        assertEquals("component 7", coefficients.value(7, coefficients.schema().indexOf("term")));
        ModelFile model = ModelFile.read(run.artifacts.get("model.logistic-regression"));
        Table cells = SampleTables.read("breast_cancer.csv");
        DesignMatrix encoded = model.classifier().encoder().encode(cells, new int[] {0, 13, 40, 100}, () -> { });
        Table made = first(run, "components");
        double[] probabilities = model.classifier().probabilities(cells, new int[] {0, 13, 40, 100}, () -> { });
        for (int row = 0; row < 4; row++) {
            double score = (Double) coefficients.value(0, 3);
            for (int i = 0; i < made.rows() && made.value(i, 0).equals("logistic-regression"); i++) {
                int component = Integer.parseInt(String.valueOf(made.value(i, 1)).substring("component ".length()));
                int column = encoded.names().indexOf(made.value(i, 3));
                score += (Double) coefficients.value(component, 3) * (Double) made.value(i, 4) * encoded.column(column)[row];
            }
            assertEquals(1 / (1 + Math.exp(-score)), probabilities[2 * row + 1], 1e-9);
        }
        // scikit-learn 1.2.1: the first component of the scaled columns has 44.272 % of the variance of 30 columns.
        int deviation = coefficients.schema().indexOf("deviation");
        assertEquals(Math.sqrt(0.44272025607526316 * 30), (Double) coefficients.value(1, deviation), 1e-9);
        Table tree = first(run, "tree");
        assertTrue(String.valueOf(tree.value(1, tree.schema().indexOf("condition"))).startsWith("component "), tree.value(1, 4).toString());
        assertEquals(569L, tree.value(0, tree.schema().indexOf("rows")));
        Table impurity = first(run, "impurityImportance");
        assertTrue(String.valueOf(impurity.value(0, 1)).startsWith("component "));
        assertTrue(run.rows("trainingCurve").count() > 0, "the forest tells its loss by trees");
        assertTrue(result.findings().stream().anyMatch(finding -> finding.code().equals("components")));
    }

    private static Table first(MemoryRun run, String rows) throws Exception {
        Table[] block = new Table[1];
        run.rows(rows).forEachBlock(each -> block[0] = block[0] == null ? each : block[0]);
        return block[0];
    }

    @Test
    void treesOfPrincipalComponentsAreComparedAndCorrectedToo() throws Exception {
        MemoryRun run = run("wine.csv", Map.of("target", "target", "models", List.of("decision-tree", "random-forest", "most-frequent"), "columns",
                Map.of("componentShare", 0.95), "outlierShare", 0.05, "recalibration", "platt", "diagnostics", Map.of("bootstrapReplicates", 0)));
        Result result = run.summarise();
        assertTrue((Double) result.figure("bestModel.rocAuc").orElseThrow().value() > 0.95);
        assertTrue(ResultText.table(result, "importance").rows() > 5);
        assertTrue(ModelFile.read(run.artifacts.get("model.random-forest")).classifier().model().plain() instanceof ProjectedModel);
    }

    /**
     * scipy 1.10.1 and scikit-learn 1.2.1: 28 rows with the largest sum of squares of {@code (X - median) / median_abs_deviation(X,
     * scale="normal")} are left out before {@code LogisticRegression(solver="newton-cholesky", tol=1e-12)} on scaled columns of breast_cancer.
     */
    @Test
    void outliersTrainNothingAndAreTestedAllTheSame() throws Exception {
        MemoryRun run = run("breast_cancer.csv", Map.of("target", "target", "models", List.of("logistic-regression"), "outlierShare", 0.05));
        ModelFile model = ModelFile.read(run.artifacts.get("model.logistic-regression"));
        double[] all = model.classifier().probabilities(SampleTables.read("breast_cancer.csv"), new int[] {0, 13, 40, 100}, () -> { });
        double[] expected = {5.298581302047886e-11, 0.43616395504258715, 0.8531355238965975, 0.01798167700233019};
        for (int i = 0; i < 4; i++) {
            assertEquals(expected[i], all[2 * i + 1], 1e-6);
        }
        assertEquals(569, run.rows("predictions").count());
        assertTrue(model.extras().facts().stream().anyMatch(fact -> fact.id().equals("outliers") && fact.value().equals("5.0 %")));
    }
}
