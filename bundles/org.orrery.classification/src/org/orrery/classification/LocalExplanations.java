package org.orrery.classification;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitOutput;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.FittedClassifier;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.explain.Contributions;

/** Why some held-out rows are predicted as they are: those that are most wrong, and others from the least to the most probable. */
final class LocalExplanations {
    /** The name of the rows that it writes. */
    static final String ROWS = "explanations";
    /** So many training rows are compared with. */
    static final int BACKGROUND = 64;
    private static final int BACKGROUND_OF_ROWS = 8;
    private static final double CLIP = 1e-15;

    private final ClassificationData data;
    private final UnitCompute compute;

    LocalExplanations(ClassificationData data, UnitCompute compute) {
        this.data = data;
        this.compute = compute;
    }

    /** Some encoded rows to compare with; fewer for models that compare every row with every training row. */
    static DesignMatrix background(ClassificationData data, FittedClassifier fitted, int[] train, UnitCompute compute) {
        int most = ModelCosts.remembersRows(fitted.model().kind()) ? BACKGROUND_OF_ROWS : BACKGROUND;
        int[] chosen = train;
        if (train.length > most) {
            RandomGenerator random = compute.random("background");
            chosen = IntStream.generate(() -> random.nextInt(train.length)).distinct().limit(most).sorted().map(i -> train[i]).toArray();
        }
        return fitted.encoder().encode(data.rows().features(), data.positions(chosen), compute::checkCancelled);
    }

    /** @param most how many rows are explained at most */
    void write(ClassifierKind kind, FittedClassifier fitted, int[] train, int[] test, int most, UnitOutput output) throws Exception {
        int[] positions = data.positions(test);
        double[] probabilities = fitted.probabilities(data.rows().features(), positions, compute);
        int[] chosen = chosen(test, probabilities, limit(kind, train.length, fitted.encoder().names().size(), most));
        DesignMatrix rows = fitted.encoder().encode(data.rows().features(), Arrays.stream(chosen).map(i -> positions[i]).toArray(),
                compute::checkCancelled);
        Contributions contributions = new Contributions(fitted.model(), fitted.encoder().starts(), background(data, fitted, train, compute));
        double[][] all = new double[chosen.length][];
        double[] bases = new double[data.classes()];
        for (int label = 0; label < bases.length; label++) {
            bases[label] = contributions.base(label, compute::checkCancelled);
        }
        compute.parallel(chosen.length, i -> all[i] = contributions.of(rows, i, label(probabilities, chosen[i]), data.rowOf(positions[chosen[i]]),
                compute::checkCancelled));
        write(kind, chosen, positions, probabilities, bases, all, output);
    }

    private int limit(ClassifierKind kind, int trainRows, int width, int most) {
        if (!ModelCosts.remembersRows(kind)) {
            return most;
        }
        double each = (double) trainRows * width * width * 2 * BACKGROUND_OF_ROWS;
        return (int) Math.max(1, Math.min(most, ModelCosts.MOST_COMPARISONS / 10 / Math.max(1, each)));
    }

    /** The positive class of two, else the one that is predicted. */
    private int label(double[] probabilities, int i) {
        if (data.positive() >= 0) {
            return data.positive();
        }
        int best = 0;
        for (int label = 1; label < data.classes(); label++) {
            best = probabilities[i * data.classes() + label] > probabilities[i * data.classes() + best] ? label : best;
        }
        return best;
    }

    /** Half of them with the greatest loss, the others at even steps of the probability. */
    private int[] chosen(int[] test, double[] probabilities, int most) {
        List<Integer> byLoss = IntStream.range(0, test.length).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> probabilities[i * data.classes() + data.labels()[test[i]]])).toList();
        Set<Integer> chosen = new LinkedHashSet<>(byLoss.subList(0, Math.min(byLoss.size(), (most + 1) / 2)));
        List<Integer> byProbability = IntStream.range(0, test.length).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> probabilities[i * data.classes() + label(probabilities, i)])).toList();
        int others = most / 2;
        for (int step = 0; step < others; step++) {
            chosen.add(byProbability.get((int) ((long) step * (byProbability.size() - 1) / Math.max(1, others - 1))));
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    private void write(ClassifierKind kind, int[] chosen, int[] positions, double[] probabilities, double[] bases, double[][] all,
            UnitOutput output) throws IOException {
        TableBuilder builder = Table.builder(Schema.of(ColumnLabels.text("model"), ColumnLabels.whole("row"), ColumnLabels.text("actual"),
                ColumnLabels.text("class"), ColumnLabels.real("probability"), ColumnLabels.real("base"), ColumnLabels.whole("rank"),
                ColumnLabels.text("feature"), ColumnLabels.text("value"), ColumnLabels.real("contribution"), ColumnLabels.real("loss")));
        List<String> names = data.rows().features().schema().names();
        for (int i = 0; i < chosen.length; i++) {
            int label = label(probabilities, chosen[i]);
            int position = positions[chosen[i]];
            int actual = data.rows().labels()[position];
            double loss = -Math.log(Math.max(CLIP, probabilities[chosen[i] * data.classes() + actual]));
            List<Integer> order = new ArrayList<>(IntStream.range(0, names.size()).boxed().toList());
            double[] own = all[i];
            order.sort(Comparator.comparingDouble(feature -> -Math.abs(own[feature])));
            for (int rank = 0; rank < order.size(); rank++) {
                int feature = order.get(rank);
                Object value = data.rows().features().value(position, feature);
                builder.row(kind.id(), data.rowOf(position) + 1L, data.rows().classes().get(actual), data.rows().classes().get(label),
                        probabilities[chosen[i] * data.classes() + label], bases[label], rank + 1L, names.get(feature),
                        value == null ? null : String.valueOf(value), own[feature], loss);
            }
        }
        output.rows(ROWS, builder.build());
    }
}
