package org.orrery.classification;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.Outcomes;
import org.orrery.analysis.UnitContext;
import org.orrery.classification.TuningPlan.Trial;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierPipeline;
import org.orrery.learning.FittedClassifier;
import org.orrery.learning.PartProgress;
import org.orrery.learning.evaluation.Predictions;
import org.orrery.learning.validation.Splits;
import org.orrery.learning.validation.Splits.Split;
import org.orrery.math.CounterRandom;
import org.orrery.math.Spread;

/** Tries settings by cross-validation among the rows of a scope, and knows the best of those that were tried. */
final class Tuning {
    private static final double NANOS = 1e9;

    private final ClassificationSettings settings;
    private final ClassificationData data;
    private final long seed;
    private final List<Splits> splits;
    private final BiFunction<ClassifierKind, ClassificationSettings, ClassifierPipeline> pipelines;
    private final TuningPlan plan;

    Tuning(ClassificationSettings settings, ClassificationData data, long seed, List<Splits> splits,
            BiFunction<ClassifierKind, ClassificationSettings, ClassifierPipeline> pipelines) {
        this.settings = settings;
        this.data = data;
        this.seed = seed;
        this.splits = splits;
        this.pipelines = pipelines;
        this.plan = new TuningPlan(settings);
    }

    /** The settings as tuned for a fold; as given when the model is not tuned or nothing could be tried. */
    ClassificationSettings forFold(ClassifierKind kind, FoldNumber number, Outcomes<ClassificationOutcome> earlier) {
        return best(kind, plan.scope(number), earlier);
    }

    /** The settings as tuned on all rows. */
    ClassificationSettings forAllRows(ClassifierKind kind, Outcomes<ClassificationOutcome> earlier) {
        return best(kind, TuningPlan.ALL, earlier);
    }

    private ClassificationSettings best(ClassifierKind kind, String scope, Outcomes<ClassificationOutcome> earlier) {
        if (!plan.isTuned(kind)) {
            return settings;
        }
        return chosen(plan, kind, scope, settings, earlier).map(trial -> TuningSpace.with(settings, trial.settings())).orElse(settings);
    }

    /** The best trial of the last rung in which any was tried. */
    static Optional<TrialOutcome> chosen(TuningPlan plan, ClassifierKind kind, String scope, ClassificationSettings settings,
            Outcomes<ClassificationOutcome> earlier) {
        for (int rung = plan.rungs() - 1; rung >= 0; rung--) {
            List<TrialOutcome> ranked = ranked(plan, kind, scope, rung, settings, earlier);
            if (!ranked.isEmpty()) {
                return Optional.of(ranked.get(0));
            }
        }
        return Optional.empty();
    }

    /** The trials of a rung that were tried, the best first; among equals the earlier one. */
    private static List<TrialOutcome> ranked(TuningPlan plan, ClassifierKind kind, String scope, int rung, ClassificationSettings settings,
            Outcomes<ClassificationOutcome> earlier) {
        int sign = settings.measure().higherBetter() ? -1 : 1;
        return plan.trials(kind, scope).stream().filter(trial -> trial.rung() == rung)
                .flatMap(trial -> earlier.get(trial.unit()).map(TrialOutcome.class::cast).stream())
                .filter(outcome -> outcome.tried() && !Double.isNaN(outcome.mean()))
                .sorted(Comparator.comparingDouble((TrialOutcome outcome) -> sign * outcome.mean()).thenComparing(TrialOutcome::trial)).toList();
    }

    TrialOutcome execute(String unit, Outcomes<ClassificationOutcome> earlier, UnitContext context) throws Exception {
        Trial trial = Trial.of(unit);
        ClassifierKind kind = ClassifierKind.byId(trial.model()).orElseThrow();
        Optional<Map<String, String>> values = values(trial, kind, earlier);
        if (values.isEmpty() || new TimeBudget(settings.budgetSeconds()).isSpent(earlier) || outOfTime(trial, kind, earlier)) {
            return new TrialOutcome(trial.model(), trial.scope(), trial.rung(), trial.trial(), TrialOutcome.values(values.orElse(Map.of())), Double.NaN,
                    Double.NaN, 0, 0);
        }
        long start = System.nanoTime();
        ClassificationData rows = rows(trial);
        Spread spread = measure(pipelines.apply(kind, TuningSpace.with(settings, values.get())), rows, trial.scope(), context);
        return new TrialOutcome(trial.model(), trial.scope(), trial.rung(), trial.trial(), TrialOutcome.values(values.get()), spread.mean(), spread.sd(),
                rows.usable().length, (System.nanoTime() - start) / NANOS);
    }

    private boolean outOfTime(Trial trial, ClassifierKind kind, Outcomes<ClassificationOutcome> earlier) {
        double limit = settings.tuning().seconds();
        if (limit <= 0 || trial.rung() == 0 && trial.trial() == 1) {
            return false;
        }
        double spent = plan.trials(kind, trial.scope()).stream().flatMap(each -> earlier.get(each.unit()).stream())
                .mapToDouble(outcome -> ((TrialOutcome) outcome).seconds()).sum();
        return spent >= limit;
    }

    /** What a trial tries; nothing when too few of the rung before were tried. */
    private Optional<Map<String, String>> values(Trial trial, ClassifierKind kind, Outcomes<ClassificationOutcome> earlier) {
        if (trial.rung() > 0) {
            List<TrialOutcome> before = ranked(plan, kind, trial.scope(), trial.rung() - 1, settings, earlier);
            return trial.trial() <= before.size() ? Optional.of(before.get(trial.trial() - 1).settings()) : Optional.empty();
        }
        if (trial.trial() == 1) {
            return Optional.of(Map.of());
        }
        TuningSpace space = TuningSpace.of(settings, kind);
        return Optional.of(settings.tuning().method() == TuningMethod.GRID ? space.grid(trial.trial() - 2)
                : space.draw(CounterRandom.of(seed, trial.model() + "/tune/" + trial.scope(), "trial-" + trial.trial())));
    }

    /** The rows of the scope, or the share of them that the rung has. */
    private ClassificationData rows(Trial trial) {
        int[] numbers = numbers(trial.scope());
        double share = plan.share(trial.rung());
        if (share < 1) {
            CounterRandom random = CounterRandom.of(seed, trial.model() + "/tune/" + trial.scope(), "rows");
            numbers = new TrainingParts(data).part(numbers, share, data.keys().times().length > 0, random);
        }
        return data.part(numbers);
    }

    private int[] numbers(String scope) {
        for (int repeat = 1; repeat <= splits.size(); repeat++) {
            for (int fold = 1; fold <= splits.get(repeat - 1).count(); fold++) {
                if (plan.scope(new FoldNumber(repeat, fold)).equals(scope) && !scope.equals(TuningPlan.ALL)) {
                    return splits.get(repeat - 1).split(fold - 1).train();
                }
            }
        }
        return IntStream.range(0, data.usable().length).toArray();
    }

    private Spread measure(ClassifierPipeline pipeline, ClassificationData rows, String scope, UnitContext context) throws Exception {
        Splits inner = inner(rows, scope);
        double[] values = new double[inner.count()];
        for (int fold = 0; fold < values.length; fold++) {
            Split split = inner.split(fold);
            FittedClassifier fitted = pipeline.fit(rows.rows(), rows.positions(split.train()), context.compute(), new PartProgress(context.progress()));
            double[] probabilities = fitted.probabilities(rows.rows().features(), rows.positions(split.test()), context.compute()::checkCancelled);
            FoldEvaluation.checkFinite(pipeline.trainer().kind(), probabilities);
            context.progress().worked(fold + 1L, values.length, Messages.Tuning_folds);
            int[] actual = Arrays.stream(split.test()).map(number -> rows.labels()[number]).toArray();
            values[fold] = Predictions.of(actual, probabilities, rows.classes(), rows.positive(), settings.threshold().orElse(Double.NaN)).measures()
                    .value(settings.measure());
        }
        return Spread.of(Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray());
    }

    /** The rows are divided as outside, but folds of a column and a hold-out by classes. */
    private Splits inner(ClassificationData rows, String scope) throws AnalysisException {
        String scheme = switch (settings.validation()) {
            case GROUPED -> "grouped";
            case TIME_ORDERED -> "time-ordered";
            default -> "stratified";
        };
        Map<String, String> changed = new LinkedHashMap<>(Map.of("validation", scheme, "repeats", "1"));
        changed.put("folds", Integer.toString(settings.tuning().innerFolds()));
        return new SplitPlan(TuningSpace.with(settings, changed), rows, seed, "tune-" + scope).splits().get(0);
    }
}
