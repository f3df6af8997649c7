package org.orrery.benchmarks.classification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import org.orrery.learning.ClassWeighting;
import org.orrery.learning.ClassifierPipeline;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.FittedClassifier;
import org.orrery.learning.LabelledRows;
import org.orrery.learning.encoding.Encoding;
import org.orrery.learning.models.DecisionTreeSettings;
import org.orrery.learning.models.DecisionTreeTrainer;
import org.orrery.learning.models.LinearSvmModel;
import org.orrery.learning.models.SplitCriterion;

/**
 * Holds the out-of-fold values of models without chance against those that references.py has written for the same file: for data
 * that may not lie beside the tests. Prints a line for each model: the largest difference and how many rows differ by more than
 * 1e-6; rows about which the random state of the peer decides are not compared.
 */
public final class Exact {
    private static final int FOLDS = 5;
    private static final double TOLERANCE = 1e-6;

    private Exact() {
    }

    /** With {@code FILE TARGET NAME FOLDER MODEL...}; the folder holds {@code MODEL-NAME.txt.gz}. */
    public static void main(String[] words) throws Exception {
        LabelledRows data = Comparison.read(Path.of(words[0]), words[1]);
        System.out.println("model rows beyond-1e-6 largest-difference ties");
        for (String model : List.of(words).subList(4, words.length)) {
            List<String> lines = lines(Path.of(words[3], model + "-" + words[2] + ".txt.gz"));
            double[] gaps = gaps(model, data, lines);
            System.out.printf(Locale.ROOT, "%s %d %d %.3g %d%n", model, gaps.length, Arrays.stream(gaps).filter(gap -> !(gap < TOLERANCE)).count(),
                    Arrays.stream(gaps).max().orElseThrow(), lines.stream().filter("tie"::equals).count());
        }
    }

    private static double[] gaps(String model, LabelledRows data, List<String> lines) throws Exception {
        double[] gaps = new double[lines.size()];
        try (Threads threads = new Threads(2)) {
            for (int fold = 0; fold < FOLDS; fold++) {
                int own = fold;
                int[] train = IntStream.range(0, lines.size()).filter(i -> i % FOLDS != own).toArray();
                int[] test = IntStream.range(0, lines.size()).filter(i -> i % FOLDS == own).toArray();
                FittedClassifier fitted = new ClassifierPipeline(trainer(model), Encoding.STANDARD, ClassWeighting.NONE).fit(data, train,
                        threads, Threads.QUIET);
                double[][] values = values(fitted, data, test, threads);
                for (int i = 0; i < test.length; i++) {
                    gaps[test[i]] = gap(values[i], lines.get(test[i]));
                }
            }
        }
        return gaps;
    }

    private static double gap(double[] values, String line) {
        if (line.equals("tie")) {
            return 0;
        }
        double[] expected = Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
        return IntStream.range(0, expected.length).mapToDouble(k -> Math.abs(values[k] - expected[k])).max().orElseThrow();
    }

    private static double[][] values(FittedClassifier fitted, LabelledRows data, int[] rows, Threads threads) throws Exception {
        if (fitted.model() instanceof LinearSvmModel model) {
            double[][] decisions = model.decisions(fitted.encoder().encode(data.features(), rows, () -> { }), () -> { });
            return IntStream.range(0, rows.length).mapToObj(i -> Arrays.stream(decisions).mapToDouble(each -> each[i]).toArray())
                    .toArray(double[][]::new);
        }
        int classes = data.classes().size();
        double[] all = fitted.probabilities(data.features(), rows, threads);
        return IntStream.range(0, rows.length)
                .mapToObj(i -> Arrays.copyOfRange(all, i * classes + (classes == 2 ? 1 : 0), (i + 1) * classes)).toArray(double[][]::new);
    }

    private static ClassifierTrainer trainer(String model) {
        return model.equals("decision-tree") ? new DecisionTreeTrainer(new DecisionTreeSettings(Optional.of(4), 20, SplitCriterion.GINI))
                : Contenders.trainer(model);
    }

    private static List<String> lines(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            return reader.lines().toList();
        }
    }
}
