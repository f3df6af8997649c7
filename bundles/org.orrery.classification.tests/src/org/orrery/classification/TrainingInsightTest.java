package org.orrery.classification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.Result;
import org.orrery.data.Column;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.learning.ClassWeighting;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.StagedClassifier;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.encoding.Encoder;
import org.orrery.learning.encoding.Encoding;
import org.orrery.learning.models.DecisionTreeSettings;
import org.orrery.learning.models.DecisionTreeTrainer;
import org.orrery.learning.models.ForestModel;
import org.orrery.learning.models.ForestSettings;
import org.orrery.learning.models.ForestTrainer;
import org.orrery.learning.models.GradientBoostingSettings;
import org.orrery.learning.models.GradientBoostingTrainer;
import org.orrery.learning.models.ImpurityImportance;
import org.orrery.learning.models.OutOfBag;
import org.orrery.learning.models.SplitCriterion;

/** How models came about: out-of-bag error, losses by step, purity of nodes, validation curves. */
class TrainingInsightTest {
    private static TrainingSet breastCancer(ClassifierTrainer trainer) throws Exception {
        Table table = SampleTables.read("breast_cancer.csv");
        Column column = table.schema().find("target").orElseThrow();
        Classes classes = Classes.of(column, table.column("target"), 100);
        List<Column> features = table.schema().columns().stream().filter(each -> !each.equals(column)).toList();
        Table explaining = new Table(new Schema(features), features.stream().map(each -> table.column(each.name())).toList());
        int[] rows = IntStream.range(0, table.rows()).toArray();
        Encoder encoder = Encoder.fit(explaining, rows, Encoding.STANDARD, trainer.demand(), () -> { });
        DesignMatrix matrix = encoder.encode(explaining, rows, () -> { });
        return new TrainingSet(matrix, classes.labels(), 2, ClassWeighting.NONE.weights(classes.labels(), 2));
    }

    /**
     * {@code DecisionTreeClassifier(max_depth=3, min_samples_leaf=20).fit(X, y).feature_importances_} of scikit-learn 1.2.1 on
     * breast_cancer; where its random state decides between equal splits, the sum is the same.
     */
    @Test
    void theImportanceByImpurityIsThatOfScikitLearn() throws Exception {
        DecisionTreeTrainer trainer = new DecisionTreeTrainer(new DecisionTreeSettings(Optional.of(3), 20, SplitCriterion.GINI));
        TrainingSet training = breastCancer(trainer);
        ClassifierModel model = trainer.fit(training, PlainUnit.COMPUTE, PlainUnit.PROGRESS);
        double[] shares = ImpurityImportance.of(model, training, false, PlainUnit.COMPUTE).orElseThrow();
        Map<String, Double> expected = Map.of("mean concavity", 0.03378307005733826, "area error", 0.003345926847073726, "worst radius",
                0.7984780132318665, "worst concave points", 0.122937463822747);
        expected.forEach((name, share) -> assertEquals(share, shares[training.matrix().names().indexOf(name)], 1e-9, name));
        assertEquals(1, Arrays.stream(shares).sum(), 1e-12);
    }

    @Test
    void aModelAfterItsLastStepIsTheModel() throws Exception {
        for (ClassifierTrainer trainer : List.of(ForestTrainer.randomForest(new ForestSettings(7, Optional.empty(), Optional.of(4), 1, SplitCriterion.GINI)),
                new GradientBoostingTrainer(GradientBoostingSettings.STANDARD))) {
            TrainingSet training = breastCancer(trainer);
            StagedClassifier model = (StagedClassifier) trainer.fit(training, PlainUnit.COMPUTE, PlainUnit.PROGRESS);
            double[][] staged = model.staged(training.matrix(), new int[] {1, model.stages()}, () -> { });
            assertArrayEquals(model.probabilities(training.matrix(), () -> { }), staged[1], 1e-12);
            assertTrue(!Arrays.equals(staged[0], staged[1]));
        }
    }

    /** A row is out of the bag of a tree with a chance of (1 − 1/n)^n, near 1/e; so one tree judges that share of the rows. */
    @Test
    void eachTreeJudgesTheRowsItHasNotSeen() throws Exception {
        ForestTrainer trainer = ForestTrainer.randomForest(new ForestSettings(60, Optional.empty(), Optional.empty(), 1, SplitCriterion.GINI));
        TrainingSet training = breastCancer(trainer);
        ForestModel forest = (ForestModel) trainer.fit(training, PlainUnit.COMPUTE, PlainUnit.PROGRESS);
        int[] all = IntStream.range(0, training.labels().length).toArray();
        double[][] judged = OutOfBag.probabilities(forest, training.matrix(), all, new int[] {1, 60}, PlainUnit.COMPUTE);
        long first = IntStream.of(all).filter(i -> !Double.isNaN(judged[0][2 * i])).count();
        assertEquals(Math.exp(-1), first / (double) all.length, 0.06);
        long wrong = IntStream.of(all).filter(i -> (judged[1][2 * i] > 0.5 ? 0 : 1) != training.labels()[i]).count();
        // A forest knows its own rows by heart; out of bag it errs as often as on rows it has never seen, about 4 % here.
        assertTrue(wrong > 8 && wrong < 45, wrong + " of " + all.length);
    }

    private static MemoryRun run(Map<String, ?> values, int threads) throws Exception {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("target", "target", "folds", 3, "diagnostics", Map.of("importance", "none", "learningCurveFolds", 0,
                "bootstrapReplicates", 0, "partialDependence", 0)));
        all.putAll(values);
        MemoryRun run = new MemoryRun(MemoryRun.settings(all), SampleTables.read("breast_cancer.csv"), threads, 3).check().prepare();
        assertEquals(List.of(), run.errors);
        return run.execute();
    }

    @Test
    void theFirstFoldTellsLossesByStepAndTheImportanceByImpurity() throws Exception {
        MemoryRun run = run(Map.of("models", List.of("logistic-regression", "random-forest", "gradient-boosting", "decision-tree"),
                "randomForest", Map.of("trees", 40)), 2);
        Map<String, TreeMap<Long, Double>> series = new HashMap<>();
        run.rows("trainingCurve").forEachBlock(block -> {
            for (int i = 0; i < block.rows(); i++) {
                series.computeIfAbsent(block.value(i, 0) + " " + block.value(i, 3) + " " + block.value(i, 4), key -> new TreeMap<>())
                        .put((Long) block.value(i, 2), (Double) block.value(i, 5));
            }
        });
        TreeMap<Long, Double> boosting = series.get("gradient-boosting training logLoss");
        assertTrue(boosting.lastEntry().getValue() < 0.05 && boosting.firstEntry().getValue() > 0.3, boosting.toString());
        TreeMap<Long, Double> bag = series.get("random-forest outOfBag errorRate");
        TreeMap<Long, Double> test = series.get("random-forest test errorRate");
        assertEquals(40L, bag.lastKey());
        assertEquals(test.lastEntry().getValue(), bag.lastEntry().getValue(), 0.04);
        // The last point of the test curve is the fold of the leaderboard.
        FoldOutcome fold = (FoldOutcome) run.get("random-forest/fold-1").orElseThrow();
        assertEquals(1 - fold.measures().accuracy(), test.lastEntry().getValue(), 1e-12);
        assertTrue(series.containsKey("logistic-regression loss objective"), series.keySet().toString());
        Map<Object, Double> shares = new HashMap<>();
        run.rows("impurityImportance").forEachBlock(block -> {
            for (int i = 0; i < block.rows(); i++) {
                shares.merge(block.value(i, 0), (Double) block.value(i, 2), Double::sum);
            }
        });
        assertEquals(List.of("decision-tree", "random-forest"), shares.keySet().stream().map(String::valueOf).sorted().toList());
        shares.values().forEach(sum -> assertEquals(1, sum, 1e-9));
        List<String> charts = run.summarise().charts().stream().map(ChartSpec::id).toList();
        assertTrue(charts.containsAll(List.of("trainingCurve-random-forest", "trainingCurve-gradient-boosting")), charts.toString());
    }

    @Test
    void aSettingOfTheBestModelIsVariedAndSoAreThoseThatAreNamed() throws Exception {
        Result result = run(Map.of("models", List.of("decision-tree")), 1).summarise();
        Table curve = ResultText.table(result, "validationCurve");
        assertEquals(5, curve.rows());
        assertEquals("decisionTree.maxDepth", curve.value(0, 1));
        assertEquals(List.of("2", "7", "11", "16", "20"), IntStream.range(0, 5).mapToObj(i -> curve.value(i, 3)).toList());
        // Deeper trees fit their own rows better.
        assertTrue((Double) curve.value(4, 5) >= (Double) curve.value(0, 5));
        Map<String, Object> named = Map.of("models", List.of("decision-tree"), "diagnostics", Map.of("importance", "none", "learningCurveFolds", 0,
                "bootstrapReplicates", 0, "validationPoints", 3, "validationParameters", List.of("logisticRegression.c", "decisionTree.minLeaf")));
        Table both = ResultText.table(run(named, 2).summarise(), "validationCurve");
        List<Object> parameters = new ArrayList<>();
        for (int i = 0; i < both.rows(); i++) {
            parameters.add(both.value(i, 1));
        }
        assertEquals(List.of("logisticRegression.c", "logisticRegression.c", "logisticRegression.c", "decisionTree.minLeaf", "decisionTree.minLeaf",
                "decisionTree.minLeaf"), parameters);
        Map<String, Object> wrong = Map.of("target", "target", "diagnostics", Map.of("validationParameters", List.of("decisionTree.colour")));
        assertTrue(new MemoryRun(MemoryRun.settings(wrong), SampleTables.read("breast_cancer.csv"), 1, 1).check().errors.get(0)
                .startsWith("bad-setting diagnostics.validationParameters:"));
    }
}
