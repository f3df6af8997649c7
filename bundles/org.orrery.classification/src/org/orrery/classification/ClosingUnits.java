package org.orrery.classification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.analysis.Outcomes;
import org.orrery.analysis.Unit;
import org.orrery.analysis.UnitContext;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierPipeline;
import org.orrery.learning.FittedClassifier;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.evaluation.Predictions;
import org.orrery.learning.file.ModelExtras;
import org.orrery.learning.file.ModelExtras.Fact;
import org.orrery.learning.file.ModelFile;
import org.orrery.learning.validation.Splits;
import org.orrery.learning.validation.Splits.Split;
import org.orrery.learning.validation.ValidationScheme;
import org.orrery.math.CounterRandom;

/** The units that are not folds. */
final class ClosingUnits {
    private static final double NANOS = 1e9;
    private static final int MOST_TRAINING_ROWS = 5_000;

    private final ClassificationSettings settings;
    private final SetAside aside;
    private final ClassificationData data;
    private final long seed;
    private final List<Splits> splits;
    private final Function<ClassifierKind, ClassificationSettings> tuned;
    private final Function<ClassifierKind, ClassifierPipeline> pipelines;
    private final Pipelines all;

    ClosingUnits(ClassificationSettings settings, SetAside aside, long seed, List<Splits> splits,
            Function<ClassifierKind, ClassificationSettings> tuned, Pipelines pipelines) {
        this.settings = settings;
        this.aside = aside;
        this.data = aside.rest();
        this.seed = seed;
        this.splits = splits;
        this.tuned = tuned;
        this.all = pipelines;
        this.pipelines = kind -> pipelines.of(kind, tuned.apply(kind));
    }

    ClassificationOutcome execute(Unit unit, Outcomes<ClassificationOutcome> earlier, UnitContext context) throws Exception {
        return switch (unit.id()) {
            case UnitPlan.CHECKS -> new DataChecks(data, context.compute()::checkCancelled).run(splits.get(0), seed);
            case UnitPlan.REFIT -> refit(earlier, context);
            case UnitPlan.FINAL_TEST -> finalTest(best(earlier), context);
            case UnitPlan.INTERVALS -> intervals(earlier, context);
            case UnitPlan.SLICES -> slices(earlier, context);
            case UnitPlan.IMPORTANCE -> importance(best(earlier), context);
            default -> unit.id().startsWith(UnitPlan.LEARNING) ? learn(unit.id(), best(earlier), context)
                    : unit.id().startsWith(UnitPlan.VALIDATION) ? vary(unit.id(), best(earlier), context)
                    : unit.id().endsWith(UnitPlan.STRUCTURE) ? structure(ClassifierKind.byId(unit.group()).orElseThrow(), context) : importance(ClassifierKind.byId(unit.group()).orElseThrow(), context);
        };
    }

    private ClassifierKind best(Outcomes<ClassificationOutcome> earlier) throws AnalysisException {
        return Leaderboard.of(settings, earlier).best().map(ModelScore::kind)
                .orElseThrow(() -> new AnalysisException(Code.NOT_ENOUGH_DATA, Messages.ClosingUnits_noModel));
    }

    private RefitOutcome refit(Outcomes<ClassificationOutcome> earlier, UnitContext context) throws Exception {
        Allocation allocation = new Allocation();
        ClassifierKind best = best(earlier);
        ClassificationData all = aside.all();
        long start = System.nanoTime();
        FittedClassifier fitted = pipelines.apply(best).fit(all.rows(), all.usable(), context.compute(), context.progress());
        double seconds = (System.nanoTime() - start) / NANOS;
        String positive = data.positive() < 0 ? "" : data.rows().classes().get(data.positive());
        double threshold = threshold(earlier);
        List<Fact> facts = new ModelCardFacts(settings, all).of(fitted, tuned.apply(best), Leaderboard.of(settings, earlier), threshold, seed);
        byte[] bytes = new ModelFile(settings.target(), positive, threshold, all.usable().length,
                data.dataset().name(), data.dataset().sha256(), seed, ModelFile.currentProgram(),
                ModelFile.profiles(fitted, all.rows().features(), all.usable()), fitted, new ModelExtras(facts, background(fitted, context)))
                .bytes();
        context.compute().checkCancelled();
        context.output().artifact("model." + best.id(), best.id() + ModelFile.ENDING, ModelFile.MEDIA_TYPE, out -> out.write(bytes));
        context.output().rows(ModelCardFacts.ROWS, ModelCardFacts.table(facts));
        context.output().artifact(ModelCardFacts.ROWS, "model-card.md", "text/markdown",
                out -> out.write(ModelCardFacts.markdown(facts).getBytes(StandardCharsets.UTF_8)));
        explain(best, fitted, earlier, context);
        return new RefitOutcome(best.id(), all.usable().length, fitted.model().converged(), ModelFile.sha256(bytes), seconds,
                allocation.mebibytes(), bytes.length, threshold);
    }

    /** As given, or chosen among the out-of-fold predictions of the best model; NaN: the more probable class. */
    private double threshold(Outcomes<ClassificationOutcome> earlier) {
        if (settings.threshold().isPresent() || data.positive() < 0) {
            return settings.threshold().orElse(Double.NaN);
        }
        return Leaderboard.of(settings, earlier).best().flatMap(settings.keptThreshold()::chosen).orElse(Double.NaN);
    }

    /** A baseline looks at no feature: there is nothing to explain. */
    private DesignMatrix background(FittedClassifier fitted, UnitContext context) {
        return fitted.model().kind().isBaseline() ? ModelExtras.NONE.background() : LocalExplanations.background(aside.all(), fitted,
                IntStream.range(0, aside.all().usable().length).toArray(), context.compute());
    }

    private void explain(ClassifierKind best, FittedClassifier fitted, Outcomes<ClassificationOutcome> earlier, UnitContext context)
            throws IOException {
        int most = settings.diagnostics().partialDependence();
        if (most > 0 && !best.isBaseline()) {
            Optional<ClassificationOutcome> importance = earlier.get(UnitPlan.IMPORTANCE)
                    .or(() -> earlier.get(best.id() + "/" + UnitPlan.IMPORTANCE));
            List<String> features = PartialDependence.chosen((ImportanceOutcome) importance.orElse(null),
                    data.rows().features().schema().names(), most);
            new PartialDependence(aside.all(), best, fitted, context.compute()).write(features, context.output());
        }
        if (!settings.diagnostics().structures()) {
            new ModelStructure(aside.all(), best, fitted, context.compute()).write(context.output());
        }
    }

    private StructureOutcome structure(ClassifierKind kind, UnitContext context) throws Exception {
        ClassificationData all = aside.all();
        FittedClassifier fitted = pipelines.apply(kind).fit(all.rows(), all.usable(), context.compute(), context.progress());
        new ModelStructure(all, kind, fitted, context.compute()).write(context.output());
        return new StructureOutcome(kind.id(), all.usable().length);
    }

    private FinalTestOutcome finalTest(ClassifierKind best, UnitContext context) throws Exception {
        ClassificationData all = aside.all();
        FittedClassifier fitted = pipelines.apply(best).fit(all.rows(), all.positions(aside.train()), context.compute(), context.progress());
        double[] probabilities = fitted.probabilities(all.rows().features(), all.positions(aside.test()), context.compute());
        int[] actual = Arrays.stream(aside.test()).map(number -> all.labels()[number]).toArray();
        Predictions predictions = Predictions.of(actual, probabilities, all.classes(), all.positive(), settings.threshold().orElse(Double.NaN));
        return new FinalTestOutcome(best.id(), aside.train().length, aside.test().length, predictions.measures(), predictions.confusion());
    }

    private ImportanceOutcome importance(ClassifierKind kind, UnitContext context) throws Exception {
        Split split = splits.get(0).split(0);
        FittedClassifier fitted = pipelines.apply(kind).fit(data.rows(), data.positions(split.train()), context.compute(),
                context.progress());
        if (settings.diagnostics().explainedRows() > 0 && !kind.isBaseline()) {
            new LocalExplanations(data, context.compute()).write(kind, fitted, split.train(), split.test(), settings.diagnostics().explainedRows(),
                    context.output());
        }
        return new FeatureImportance(settings, data, context.compute()).run(kind, fitted, split.test(), split.train().length);
    }

    private IntervalsOutcome intervals(Outcomes<ClassificationOutcome> earlier, UnitContext context) throws Exception {
        List<String> models = Leaderboard.of(settings, earlier).scores().stream().filter(ModelScore::hasFirstRepetition)
                .map(score -> score.kind().id()).toList();
        return new Bootstrap(data, settings.measure(), context.compute()).run(models, earlier.rows(FoldEvaluation.PREDICTIONS),
                settings.diagnostics().bootstrapReplicates());
    }

    private SlicesOutcome slices(Outcomes<ClassificationOutcome> earlier, UnitContext context) throws AnalysisException {
        String model = best(earlier).id();
        StoredPredictions predictions = StoredPredictions.of(earlier.rows(FoldEvaluation.PREDICTIONS), model, data.rows().classes(),
                context.compute()::checkCancelled);
        return new SliceSearch(data, predictions, context.compute()::checkCancelled).run(model);
    }

    private LearningOutcome learn(String unit, ClassifierKind kind, UnitContext context) throws Exception {
        String[] parts = unit.substring(UnitPlan.LEARNING.length()).split("/");
        int fold = Integer.parseInt(parts[0].substring("fold-".length()));
        int percent = Integer.parseInt(parts[1]);
        Split split = splits.get(0).split(fold - 1);
        int[] train = new TrainingParts(data).part(split.train(), percent / 100.0, settings.validation() == ValidationScheme.TIME_ORDERED,
                CounterRandom.of(seed, "learning-curve", parts[0]));
        FittedClassifier fitted = pipelines.apply(kind).fit(data.rows(), data.positions(train), context.compute(), context.progress());
        return new LearningOutcome(kind.id(), fold, percent, train.length, measure(fitted, some(train), context), measure(fitted, split.test(), context));
    }

    private ValidationOutcome vary(String unit, ClassifierKind best, UnitContext context) throws Exception {
        String[] parts = unit.substring(UnitPlan.VALIDATION.length()).split("/");
        int number = Integer.parseInt(parts[0].substring("setting-".length()));
        int point = Integer.parseInt(parts[1].substring("point-".length()));
        List<String> named = settings.diagnostics().validationParameters();
        Optional<String> parameter = named.isEmpty() ? TuningSpace.of(settings, best).first() : Optional.of(named.get(number - 1));
        if (parameter.isEmpty()) {
            return new ValidationOutcome(best.id(), "", point, "", Double.NaN, Double.NaN);
        }
        ClassifierKind kind = TuningSpace.kind(parameter.get()).orElse(best);
        List<String> values = TuningSpace.values(settings, kind, parameter.get(), settings.diagnostics().validationPoints());
        if (point > values.size()) {
            return new ValidationOutcome(kind.id(), "", point, "", Double.NaN, Double.NaN);
        }
        Split split = splits.get(0).split(0);
        ClassificationSettings varied = TuningSpace.with(tuned.apply(kind), Map.of(parameter.get(), values.get(point - 1)));
        FittedClassifier fitted = all.of(kind, varied).fit(data.rows(), data.positions(split.train()), context.compute(), context.progress());
        return new ValidationOutcome(kind.id(), parameter.get(), point, values.get(point - 1), measure(fitted, some(split.train()), context),
                measure(fitted, split.test(), context));
    }

    /** How well a model fits its own rows shows on some of them, evenly spread, as well as on all. */
    private static int[] some(int[] numbers) {
        int step = Math.max(1, (numbers.length + MOST_TRAINING_ROWS - 1) / MOST_TRAINING_ROWS);
        return IntStream.iterate(0, i -> i < numbers.length, i -> i + step).map(i -> numbers[i]).toArray();
    }

    private double measure(FittedClassifier fitted, int[] numbers, UnitContext context) {
        double[] probabilities = fitted.probabilities(data.rows().features(), data.positions(numbers), context.compute()::checkCancelled);
        int[] actual = Arrays.stream(numbers).map(number -> data.labels()[number]).toArray();
        return Predictions.of(actual, probabilities, data.classes(), data.positive(), settings.threshold().orElse(Double.NaN)).measures()
                .value(settings.measure());
    }
}
