package org.orrery.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.orrery.analysis.UnitContext;
import org.orrery.analysis.UnitCompute;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.ClassifierPipeline;
import org.orrery.learning.FittedClassifier;
import org.orrery.learning.StagedClassifier;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.evaluation.ClassificationMeasure;
import org.orrery.learning.evaluation.Predictions;
import org.orrery.learning.models.ForestModel;
import org.orrery.learning.models.ImpurityImportance;
import org.orrery.learning.models.OutOfBag;
import org.orrery.learning.validation.Splits.Split;

/** How the model of the first fold came about: its losses by step, and how pure its splits made its nodes. */
final class TrainingInsight {
    /** The names of the rows that it writes. */
    static final String CURVE = "trainingCurve";
    static final String IMPURITY = "impurityImportance";

    /** The columns of {@link #CURVE}. */
    static final Schema CURVE_COLUMNS = Schema.of(ColumnLabels.text("model"), ColumnLabels.text("stepOf"), ColumnLabels.whole("step"),
            ColumnLabels.text("series"), ColumnLabels.text("measure"), ColumnLabels.real("value"));
    private static final int POINTS = 25;
    private static final int MOST_ROWS = 5_000;
    private static final int MOST_STEPS = 500;

    private final ClassificationData data;
    private final ClassificationSettings settings;
    private final UnitContext context;

    TrainingInsight(ClassificationData data, ClassificationSettings settings, UnitContext context) {
        this.data = data;
        this.settings = settings;
        this.context = context;
    }

    void write(ClassifierPipeline pipeline, FittedClassifier fitted, Split fold, List<RecordedProgress.Value> recorded) throws Exception {
        Split split = trained(pipeline, fold);
        String model = fitted.model().kind().id();
        TableBuilder curve = Table.builder(CURVE_COLUMNS);
        int step = Math.max(1, recorded.size() / MOST_STEPS);
        for (int i = 0; i < recorded.size(); i += step) {
            RecordedProgress.Value value = recorded.get(i);
            curve.row(model, "iterations", value.step(), value.series(), "objective", ScoreTables.orMissing(value.value()));
        }
        SeenModel seen = SeenModel.of(fitted);
        ClassifierModel plain = seen.model();
        boolean trees = plain instanceof StagedClassifier || fitted.model().kind().id().endsWith("tree");
        DesignMatrix training = trees ? seen.of(fitted.encoder().encodeTraining(data.rows().features(), data.positions(split.train()), data.rows().labels(),
                context.compute()::checkCancelled), context.compute()::checkCancelled) : null;
        if (plain instanceof StagedClassifier staged) {
            staged(staged, training, fitted, split, curve);
        }
        Table built = curve.build();
        if (built.rows() > 0) {
            context.output().rows(CURVE, built);
        }
        if (trees) {
            impurity(pipeline, fitted, seen, training, split);
        }
    }

    /** The fold without training rows that were left out as outliers: only then do rows and bags fit. */
    private Split trained(ClassifierPipeline pipeline, Split fold) {
        int[] kept = pipeline.trainingRows(data.rows(), data.positions(fold.train()), context.compute()::checkCancelled);
        int[] positions = data.positions(fold.train());
        Set<Integer> left = Arrays.stream(kept).boxed().collect(Collectors.toSet());
        int[] train = IntStream.range(0, positions.length).filter(i -> left.contains(positions[i])).map(i -> fold.train()[i]).toArray();
        return new Split(train, fold.test());
    }

    private void staged(StagedClassifier model, DesignMatrix training, FittedClassifier fitted, Split split, TableBuilder curve) {
        int[] stages = stages(model.stages());
        int[] trained = some(split.train().length);
        DesignMatrix part = new DesignMatrix(IntStream.range(0, training.width())
                .mapToObj(j -> Arrays.stream(trained).mapToDouble(i -> training.column(j)[i]).toArray()).toArray(double[][]::new), trained.length,
                training.names());
        int[] labels = Arrays.stream(trained).map(i -> data.labels()[split.train()[i]]).toArray();
        UnitCompute compute = context.compute();
        add(model, "training", stages, model.staged(part, stages, compute::checkCancelled), labels, curve);
        int[] tested = Arrays.stream(some(split.test().length)).map(i -> split.test()[i]).toArray();
        DesignMatrix test = SeenModel.of(fitted).of(fitted.encoder().encode(data.rows().features(), data.positions(tested), compute::checkCancelled),
                compute::checkCancelled);
        add(model, "test", stages, model.staged(test, stages, compute::checkCancelled), labels(tested), curve);
        if (model instanceof ForestModel forest && forest.kind().id().equals("random-forest")) {
            add(model, "outOfBag", stages, OutOfBag.probabilities(forest, training, trained, stages, compute), labels, curve);
        }
    }

    private int[] labels(int[] numbers) {
        return Arrays.stream(numbers).map(number -> data.labels()[number]).toArray();
    }

    private static int[] some(int count) {
        int step = Math.max(1, (count + MOST_ROWS - 1) / MOST_ROWS);
        return IntStream.iterate(0, i -> i < count, i -> i + step).toArray();
    }

    /** Close together at the beginning, where most happens. */
    private static int[] stages(int last) {
        return IntStream.rangeClosed(1, POINTS).map(i -> (int) Math.max(1, Math.round(Math.pow(last, i / (double) POINTS)))).distinct().toArray();
    }

    private void add(StagedClassifier model, String series, int[] stages, double[][] probabilities, int[] labels, TableBuilder curve) {
        String unit = model instanceof ForestModel ? "trees" : "rounds";
        for (int s = 0; s < stages.length; s++) {
            double[] own = probabilities[s];
            int classes = data.classes();
            int[] known = IntStream.range(0, labels.length).filter(i -> !Double.isNaN(own[i * classes])).toArray();
            if (known.length > 0) {
                double[] kept = new double[known.length * classes];
                for (int i = 0; i < known.length; i++) {
                    System.arraycopy(own, known[i] * classes, kept, i * classes, classes);
                }
                Predictions predictions = Predictions.of(Arrays.stream(known).map(i -> labels[i]).toArray(), kept, classes, data.positive(),
                        settings.threshold().orElse(Double.NaN));
                for (ClassificationMeasure measure : List.of(ClassificationMeasure.LOG_LOSS, ClassificationMeasure.ERROR_RATE)) {
                    curve.row(model.kind().id(), unit, (long) stages[s], series, measure.id(),
                            ScoreTables.orMissing(predictions.measures().value(measure)));
                }
            }
        }
    }

    /** Of the features as people know them: the columns that one became count together. */
    private void impurity(ClassifierPipeline pipeline, FittedClassifier fitted, SeenModel seen, DesignMatrix training, Split split)
            throws Exception {
        ClassifierModel plain = seen.model();
        int[] labels = labels(split.train());
        TrainingSet set = new TrainingSet(training, labels, data.classes(), pipeline.weighting().weights(labels, data.classes()));
        boolean entropy = switch (plain.kind()) {
            case DECISION_TREE -> settings.decisionTree().criterion().name().equals("ENTROPY");
            case RANDOM_FOREST -> settings.randomForest().criterion().name().equals("ENTROPY");
            case EXTRA_TREES -> settings.extraTrees().criterion().name().equals("ENTROPY");
            default -> false;
        };
        Optional<double[]> shares = ImpurityImportance.of(plain, set, entropy, context.compute());
        if (shares.isEmpty()) {
            return;
        }
        boolean projected = seen.components().isPresent();
        // A component is made of all features: it counts by itself.
        List<String> names = projected ? seen.names() : data.rows().features().schema().names();
        int[] starts = projected ? IntStream.rangeClosed(0, names.size()).toArray() : fitted.encoder().starts();
        double[] sums = new double[names.size()];
        for (int feature = 0; feature < sums.length; feature++) {
            sums[feature] = Arrays.stream(shares.get(), starts[feature], starts[feature + 1]).sum();
        }
        List<Integer> order = new ArrayList<>(IntStream.range(0, sums.length).boxed().toList());
        order.sort(Collections.reverseOrder(Comparator.comparingDouble(feature -> sums[feature])));
        TableBuilder builder = Table.builder(Schema.of(ColumnLabels.text("model"), ColumnLabels.text("feature"), ColumnLabels.real("share"),
                ColumnLabels.text("message")));
        order.forEach(feature -> builder.row(plain.kind().id(), names.get(feature), sums[feature], Messages.TrainingInsight_biased));
        context.output().rows(IMPURITY, builder.build());
    }
}
