package org.orrery.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.orrery.analysis.UnitCompute;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.FittedClassifier;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.evaluation.ClassificationMeasure;
import org.orrery.learning.evaluation.Predictions;

/**
 * Permutation importance (L. Breiman, Machine Learning 45, 2001; A. Fisher and others, Journal of Machine Learning Research 20, 2019): how
 * much worse predictions of held-out rows become when the values of a feature are dealt out anew. Features that go together move together.
 */
final class FeatureImportance {
    private final ClassificationSettings settings;
    private final ClassificationData data;
    private final UnitCompute compute;

    FeatureImportance(ClassificationSettings settings, ClassificationData data, UnitCompute compute) {
        this.settings = settings;
        this.data = data;
        this.compute = compute;
    }

    /** @param test usable rows, numbered among themselves, that did not train */
    ImportanceOutcome run(ClassifierKind kind, FittedClassifier fitted, int[] test, int trainRows) throws Exception {
        int[] numbers = some(test, limit(kind, trainRows, fitted.encoder().names().size()));
        int[] positions = data.positions(numbers);
        int[] actual = Arrays.stream(numbers).map(number -> data.labels()[number]).toArray();
        DesignMatrix matrix = fitted.encoder().encode(data.rows().features(), positions, compute::checkCancelled);
        double base = measure(fitted, matrix, actual);
        List<int[]> groups = new FeatureGroups(data.rows().features(), positions, compute::checkCancelled).groups();
        int[] starts = fitted.encoder().starts();
        double[][] drops = new double[groups.size()][settings.diagnostics().importanceRepeats()];
        compute.parallel(groups.size(), group -> {
            RandomGenerator random = compute.random("importance-" + groups.get(group)[0]);
            for (int repeat = 0; repeat < drops[group].length; repeat++) {
                compute.checkCancelled();
                DesignMatrix shuffled = shuffled(matrix, groups.get(group), starts, random);
                double drop = base - measure(fitted, shuffled, actual);
                drops[group][repeat] = settings.measure().higherBetter() ? drop : -drop;
            }
        });
        List<String> names = data.rows().features().schema().names();
        List<ImportanceOutcome.Feature> features = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            features.add(new ImportanceOutcome.Feature(Arrays.stream(groups.get(group)).mapToObj(names::get).toList(), drops[group]));
        }
        return new ImportanceOutcome(kind.id(), settings.measure().id(), base, numbers.length, features);
    }

    /** Models that compare every row with every training row get fewer rows; what the work costs depends on the data alone, not on the clock. */
    private int limit(ClassifierKind kind, int trainRows, int width) {
        int asked = settings.diagnostics().importanceRows();
        if (!ModelCosts.remembersRows(kind)) {
            return asked;
        }
        double each = (double) trainRows * width * width * settings.diagnostics().importanceRepeats();
        return (int) Math.max(Math.min(asked, 50), Math.min(asked, ModelCosts.MOST_COMPARISONS / Math.max(1, each)));
    }

    private int[] some(int[] test, int most) {
        if (test.length <= most) {
            return test;
        }
        RandomGenerator random = compute.random("importance-rows");
        return IntStream.generate(() -> random.nextInt(test.length)).distinct().limit(most).sorted().map(i -> test[i]).toArray();
    }

    private double measure(FittedClassifier fitted, DesignMatrix matrix, int[] actual) {
        double[] probabilities = fitted.model().probabilities(matrix, compute::checkCancelled);
        ClassificationMeasure measure = settings.measure();
        return Predictions.of(actual, probabilities, data.classes(), data.positive(), settings.threshold().orElse(Double.NaN)).measures()
                .value(measure);
    }

    private static DesignMatrix shuffled(DesignMatrix matrix, int[] features, int[] starts, RandomGenerator random) {
        int[] order = IntStream.range(0, matrix.rows()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        double[][] columns = new double[matrix.width()][];
        Arrays.setAll(columns, matrix::column);
        for (int feature : features) {
            for (int column = starts[feature]; column < starts[feature + 1]; column++) {
                double[] values = matrix.column(column);
                double[] dealt = new double[order.length];
                Arrays.setAll(dealt, i -> values[order[i]]);
                columns[column] = dealt;
            }
        }
        return new DesignMatrix(columns, matrix.rows(), matrix.names());
    }
}
