package org.orrery.classification;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.osgi.util.NLS;
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

    private final ClassificationSettings settings;
    private final List<Splits> splits;
    private final Texts texts;

    UnitPlan(ClassificationSettings settings, List<Splits> splits, Texts texts) {
        this.settings = settings;
        this.splits = splits;
        this.texts = texts;
    }

    List<Unit> units() {
        List<Unit> units = new ArrayList<>();
        List<Unit> foldUnits = new ArrayList<>();
        TuningPlan tuning = new TuningPlan(settings);
        for (ClassifierKind kind : settings.distinctModels()) {
            if (tuning.isTuned(kind)) {
                units.addAll(tuning.units(kind, TuningPlan.ALL, texts));
            }
        }
        // Fold by fold, so that all models have the same folds when the user stops early.
        for (int repeat = 1; repeat <= splits.size(); repeat++) {
            for (int fold = 1; fold <= splits.get(repeat - 1).count(); fold++) {
                for (ClassifierKind kind : settings.distinctModels()) {
                    addFold(units, foldUnits, kind, new FoldNumber(repeat, fold), tuning);
                }
            }
        }
        units.addAll(foldUnits);
        List<String> trialsAndFolds = units.stream().map(Unit::id).toList();
        List<String> before = new ArrayList<>(trialsAndFolds);
        List<String> folds = foldUnits.stream().map(Unit::id).toList();
        double dearest = settings.distinctModels().stream().mapToDouble(ModelCosts::relative).max().orElse(1);
        if (settings.diagnostics().checks()) {
            units.add(Unit.of(CHECKS, Messages.UnitPlan_checks));
        }
        addImportance(units, before, tuning, dearest);
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
        addLearningCurve(units, trialsAndFolds, dearest);
        addValidationCurves(units, trialsAndFolds, dearest);
        return List.copyOf(units);
    }

    /** A tuned fold waits for the trials of its scope. */
    private void addFold(List<Unit> trials, List<Unit> folds, ClassifierKind kind, FoldNumber number, TuningPlan tuning) {
        if (!tuning.isTuned(kind)) {
            folds.add(fold(kind, number));
            return;
        }
        String scope = tuning.scope(number);
        if (!scope.equals(TuningPlan.ALL)) {
            trials.addAll(tuning.units(kind, scope, texts));
        }
        folds.add(fold(kind, number).afterEnd(tuning.trials(kind, scope).stream().map(TuningPlan.Trial::unit).toList()));
    }

    private Unit fold(ClassifierKind kind, FoldNumber number) {
        Object[] words = {texts.model(kind), number.fold(), splits.get(0).count(), number.repeat()};
        String label = NLS.bind(number.repeat() == 1 ? Messages.UnitPlan_fold : Messages.UnitPlan_repeatedFold, words);
        return Unit.of(number.unit(kind), label).inGroup(kind.id()).costing(ModelCosts.relative(kind));
    }

    private void addImportance(List<Unit> units, List<String> before, TuningPlan tuning, double dearest) {
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
