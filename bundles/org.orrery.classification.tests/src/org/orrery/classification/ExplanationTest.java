package org.orrery.classification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.result.Result;
import org.orrery.data.Table;
import org.orrery.learning.FittedClassifier;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.explain.Contributions;
import org.orrery.learning.explain.TreePath;
import org.orrery.learning.file.ModelFile;

/** Why single rows are predicted as they are, and what a model card says. */
class ExplanationTest {
    private static MemoryRun run(String sample, Map<String, ?> values, int threads) throws Exception {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("folds", 3, "diagnostics", Map.of("importanceRepeats", 2, "learningCurveFolds", 0,
                "bootstrapReplicates", 0, "explainedRows", 6)));
        all.putAll(values);
        return new MemoryRun(MemoryRun.settings(all), SampleTables.read(sample), threads, 3).check().prepare().execute();
    }

    /**
     * The Shapley values of the 71st row of iris for versicolor, {@code GaussianNB().fit(X, y)} of scikit-learn 1.2.1 against every tenth
     * row, by all sets of the four features after the definition.
     */
    @Test
    void contributionsAreTheShapleyValues() throws Exception {
        MemoryRun run = run("iris.csv", Map.of("target", "Species", "models", List.of("gaussian-naive-bayes")), 1);
        FittedClassifier fitted = ModelFile.read(run.artifacts.get("model.gaussian-naive-bayes")).classifier();
        Table iris = SampleTables.read("iris.csv");
        DesignMatrix background = fitted.encoder().encode(iris, IntStream.range(0, 15).map(i -> 10 * i).toArray(), () -> { });
        DesignMatrix row = fitted.encoder().encode(iris, new int[] {70}, () -> { });
        Contributions contributions = new Contributions(fitted.model(), fitted.encoder().starts(), background);
        assertEquals(0.26392102998122896, contributions.base(1, () -> { }), 1e-9);
        assertArrayEquals(new double[] {0.0036874503472342293, -0.02295739656600258, -0.01076081775962845, -0.07939618105894955},
                contributions.of(row, 0, 1, 1, () -> { }), 1e-9);
    }

    /** Penguins have columns of numbers and of words. */
    @Test
    void theWayOfARowThroughATreeIsTheRuleOfItsLeaf() throws Exception {
        MemoryRun run = run("penguins.csv", Map.of("target", "species", "models", List.of("decision-tree")), 1);
        FittedClassifier fitted = ModelFile.read(run.artifacts.get("model.decision-tree")).classifier();
        Map<Object, Object> predicted = new HashMap<>();
        run.rows("tree").forEachBlock(block -> {
            for (int node = 0; node < block.rows(); node++) {
                predicted.put(block.value(node, block.schema().indexOf("rule")), block.value(node, block.schema().indexOf("predicted")));
            }
        });
        Table penguins = SampleTables.read("penguins.csv");
        boolean words = false;
        for (int row = 0; row < penguins.rows(); row++) {
            List<String> path = TreePath.of(fitted, penguins, row, () -> { });
            double[] probabilities = fitted.probabilities(penguins, new int[] {row}, () -> { });
            int best = IntStream.range(0, 3).reduce(0, (a, b) -> probabilities[b] > probabilities[a] ? b : a);
            assertEquals(fitted.classes().get(best), predicted.get(String.join(" and ", path)));
            words |= path.stream().anyMatch(condition -> condition.contains(" = "));
        }
        assertTrue(words);
    }

    /** With many features permutations are sampled; still nothing is lost: the contributions add up. */
    @Test
    void contributionsAddUpToTheDifferenceFromTheMean() throws Exception {
        MemoryRun run = run("breast_cancer.csv", Map.of("target", "target", "models", List.of("logistic-regression")), 2);
        Map<Object, Double> sums = new HashMap<>();
        Map<Object, Double> expected = new HashMap<>();
        run.rows("explanations").forEachBlock(block -> {
            for (int i = 0; i < block.rows(); i++) {
                sums.merge(block.value(i, 1), (Double) block.value(i, block.schema().indexOf("contribution")), Double::sum);
                expected.put(block.value(i, 1), (Double) block.value(i, 4) - (Double) block.value(i, 5));
            }
        });
        assertTrue(sums.size() >= 5 && sums.size() <= 6, sums.toString());
        sums.forEach((row, sum) -> assertEquals(expected.get(row), sum, 1e-9));
    }

    @Test
    void explanationsDependOnTheSeedAndNotOnTheThreads() throws Exception {
        Map<String, Object> values = Map.of("target", "churn", "models", List.of("decision-tree"));
        assertEquals(ResultText.of(run("wa_churn.csv", values, 1).summarise()), ResultText.of(run("wa_churn.csv", values, 3).summarise()));
    }

    @Test
    void aModelCardIsKeptInTheModelAndShownWithTheRun() throws Exception {
        MemoryRun run = run("penguins.csv", Map.of("target", "species", "baselines", true, "models", List.of("decision-tree")), 1);
        ModelFile model = ModelFile.read(run.artifacts.get("model.decision-tree"));
        List<String> ids = model.extras().facts().stream().map(fact -> fact.id()).toList();
        assertTrue(ids.containsAll(List.of("model", "purpose", "features", "trainedOn", "classShares", "seed", "validation", "settings", "accuracy",
                "rocAuc", "baseline", "limits")), ids.toString());
        Result result = run.summarise();
        assertTrue(result.table("modelCard").isPresent());
        String text = new String(run.artifacts.get("modelCard"), StandardCharsets.UTF_8);
        assertTrue(text.startsWith("# Model card\n") && text.contains("| Model | Decision tree |"), text);
        assertEquals(64, model.extras().background().rows());
        assertEquals(model.classifier().encoder().names(), model.extras().background().names());
        assertTrue(Arrays.equals(model.bytes(), ModelFile.read(model.bytes()).bytes()));
    }
}
