package org.orrery.classification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.Outcomes;
import org.orrery.analysis.Unit;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.validation.Splits;

/** The units of a run: folds first, then what needs to know the best model. */
final class UnitPlan {
    /** The id of the unit that trains the best model on all rows. */
    static final String REFIT = "refit";
    /** The id of the unit that tests on rows that were set aside. */
    static final String FINAL_TEST = "final-test";
    /** The id of the unit that looks at the data. */
    static final String CHECKS = "checks";
    /** The id of the unit that draws predictions anew. */
    static final String INTERVALS = "intervals";
    /** The id of the unit that looks for rows that are predicted worse than others. */
    static final String SLICES = "slices";
    /** The id of the unit that measures the importance of features, or its end after that of a model. */
    static final String IMPORTANCE = "importance";
    /** The beginning of the ids of units that train on parts of the rows. */
    static final String LEARNING = "learning-curve/";

    /** The beginning of the ids of units that vary a setting. */
    static final String VALIDATION = "validation-curve/";

    /** The end of the ids of units that train a model to be read. */
    static final String STRUCTURE = "/structure";
    private static final Set<ClassifierKind> READABLE = EnumSet.of(ClassifierKind.LOGISTIC_REGRESSION, ClassifierKind.LINEAR_SVM,
            ClassifierKind.DECISION_TREE);

    private final ClassificationSettings settings;
    private final List<Splits> splits;
    private final Texts texts;
    private final TuningPlan tuning;

    UnitPlan(ClassificationSettings settings, List<Splits> splits, Texts texts) {
        this.settings = settings;
        this.splits = splits;
        this.texts = texts;
        this.tuning = new TuningPlan(settings);
    }

    /** The units that are known before the run begins: all, unless rungs decide what is tried next. */
    List<Unit> units() {
        List<Unit> units = new ArrayList<>();
        for (ClassifierKind kind : settings.distinctModels()) {
            for (String scope : scopes(kind)) {
                units.addAll(tuning.units(kind, scope, 0, tuning.trials(kind, 0), texts));
            }
        }
        if (tuning.rungs() > 1) {
            units.addAll(folds(kind -> !tuning.isTuned(kind)));
            return List.copyOf(units);
        }
        units.addAll(rest(units.stream().map(Unit::id).toList()));
        return List.copyOf(units);
    }

    /**
     * The next rungs of those scopes that have more of them; when there are none the folds of tuned models and whatever needs the best
     * model. A pure function of the outcomes.
     */
    List<Unit> more(Outcomes<ClassificationOutcome> outcomes) {
        if (tuning.rungs() == 1) {
            return List.of();
        }
        Set<String> known = outcomes.units().stream().map(Unit::id).collect(Collectors.toSet());
        List<Unit> next = new ArrayList<>();
        for (ClassifierKind kind : settings.distinctModels()) {
            for (String scope : scopes(kind)) {
                next.addAll(tuning.next(kind, scope, outcomes, texts));
            }
        }
        if (!next.isEmpty()) {
            return next;
        }
        List<String> ended = known.stream().filter(TuningPlan::isTrial).sorted().toList();
        List<Unit> all = new ArrayList<>(folds(tuning::isTuned).stream().map(unit -> unit.afterEnd(List.of())).toList());
        all.addAll(rest(ended));
        return all.stream().filter(unit -> !known.contains(unit.id())).distinct().toList();
    }

    private List<String> scopes(ClassifierKind kind) {
        if (!tuning.isTuned(kind)) {
            return List.of();
        }
        List<String> scopes = new ArrayList<>(List.of(TuningPlan.ALL));
        for (int repeat = 1; repeat <= splits.size() && settings.tuning().nested(); repeat++) {
            for (int fold = 1; fold <= splits.get(repeat - 1).count(); fold++) {
                scopes.add(tuning.scope(new FoldNumber(repeat, fold)));
            }
        }
        return scopes;
    }

    /** Fold by fold, so that all models have the same folds when the user stops early. A tuned fold waits for the trials of its scope. */
    private List<Unit> folds(Predicate<ClassifierKind> wanted) {
        List<Unit> folds = new ArrayList<>();
        for (int repeat = 1; repeat <= splits.size(); repeat++) {
            for (int fold = 1; fold <= splits.get(repeat - 1).count(); fold++) {
                for (ClassifierKind kind : settings.distinctModels().stream().filter(wanted).toList()) {
                    FoldNumber number = new FoldNumber(repeat, fold);
                    List<String> trials = tuning.isTuned(kind) ? tuning.ids(kind, tuning.scope(number), 0) : List.of();
                    folds.add(trials.isEmpty() ? fold(kind, number) : fold(kind, number).afterEnd(trials));
                }
            }
        }
        return folds;
    }

    /** @param trials the ids of all that are tried before */
    private List<Unit> rest(List<String> trials) {
        List<Unit> foldUnits = folds(kind -> true);
        List<String> folds = foldUnits.stream().map(Unit::id).toList();
        List<Unit> units = new ArrayList<>(foldUnits);
        List<String> trialsAndFolds = Stream.concat(trials.stream(), folds.stream()).toList();
        List<String> before = new ArrayList<>(trialsAndFolds);
        double dearest = settings.distinctModels().stream().mapToDouble(ModelCosts::relative).max().orElse(1);
        if (settings.diagnostics().checks()) {
            units.add(Unit.of(CHECKS, Messages.UnitPlan_checks));
        }
        addImportance(units, before, dearest);
        if (settings.refit()) {
            units.add(Unit.of(REFIT, Messages.UnitPlan_refit).afterEnd(before).costing(dearest).asClosing());
        }
        if (settings.finalTestShare() > 0) {
            units.add(Unit.of(FINAL_TEST, Messages.UnitPlan_finalTest).afterEnd(trialsAndFolds).costing(dearest).asClosing());
        }
        if (settings.diagnostics().bootstrapReplicates() > 0) {
            units.add(Unit.of(INTERVALS, Messages.UnitPlan_intervals).afterEnd(folds).asClosing());
        }
        if (settings.diagnostics().checks()) {
            units.add(Unit.of(SLICES, Messages.UnitPlan_slices).afterEnd(folds));
        }
        addStructures(units, trialsAndFolds);
        addLearningCurve(units, trialsAndFolds, dearest);
        addValidationCurves(units, trialsAndFolds, dearest);
        return units;
    }

    private Unit fold(ClassifierKind kind, FoldNumber number) {
        Object[] words = {texts.model(kind), number.fold(), splits.get(0).count(), number.repeat()};
        String label = NLS.bind(number.repeat() == 1 ? Messages.UnitPlan_fold : Messages.UnitPlan_repeatedFold, words);
        return Unit.of(number.unit(kind), label).inGroup(kind.id()).costing(ModelCosts.relative(kind));
    }

    private void addImportance(List<Unit> units, List<String> before, double dearest) {
        List<String> trialsAndFolds = List.copyOf(before);
        switch (settings.diagnostics().importance()) {
            case NONE -> {
                // Nobody wants to know.
            }
            case BEST -> {
                units.add(Unit.of(IMPORTANCE, Messages.UnitPlan_importance).afterEnd(trialsAndFolds).costing(dearest).asClosing());
                before.add(IMPORTANCE);
            }
            case ALL -> {
                for (ClassifierKind kind : settings.distinctModels()) {
                    String id = kind.id() + "/" + IMPORTANCE;
                    String label = NLS.bind(Messages.UnitPlan_importanceOf, texts.model(kind));
                    Unit unit = Unit.of(id, label).inGroup(kind.id()).costing(2 * ModelCosts.relative(kind));
                    units.add(tuning.isTuned(kind) ? unit.afterEnd(trialsAndFolds) : unit.after(List.of(new FoldNumber(1, 1).unit(kind))));
                    before.add(id);
                }
            }
        }
    }

    private void addValidationCurves(List<Unit> units, List<String> before, double dearest) {
        int points = settings.diagnostics().validationPoints();
        int parameters = Math.max(1, settings.diagnostics().validationParameters().size());
        for (int parameter = 1; parameter <= parameters; parameter++) {
            for (int point = 1; point <= points; point++) {
                units.add(Unit.of(VALIDATION + "setting-" + parameter + "/point-" + point, NLS.bind(Messages.UnitPlan_validation, point, points))
                        .afterEnd(before).costing(dearest));
            }
        }
    }

    private void addStructures(List<Unit> units, List<String> before) {
        for (ClassifierKind kind : settings.distinctModels()) {
            if (settings.diagnostics().structures() && READABLE.contains(kind)) {
                units.add(Unit.of(kind.id() + STRUCTURE, NLS.bind(Messages.UnitPlan_structure, texts.model(kind))).inGroup(kind.id()).afterEnd(before)
                        .costing(ModelCosts.relative(kind)));
            }
        }
    }

    private void addLearningCurve(List<Unit> units, List<String> before, double dearest) {
        int count = Math.min(settings.diagnostics().learningCurveFolds(), splits.get(0).count());
        for (int fold = 1; fold <= count; fold++) {
            for (int percent : TrainingParts.PERCENTS) {
                units.add(Unit.of(LEARNING + "fold-" + fold + "/" + percent, NLS.bind(Messages.UnitPlan_learning, percent, fold))
                        .afterEnd(before).costing(dearest * percent / 100));
            }
        }
    }
}
