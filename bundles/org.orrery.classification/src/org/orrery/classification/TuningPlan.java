package org.orrery.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.Outcomes;
import org.orrery.analysis.Unit;
import org.orrery.learning.ClassifierKind;

/** The units that try settings: those of the first rung are known before the run begins, later ones follow from the rung before. */
final class TuningPlan {
    /** The scope of all rows. */
    static final String ALL = "all";
    /** How many of a rung go on to the next, and how many times more rows they get. */
    static final int FACTOR = 3;
    private static final Pattern ID = Pattern.compile("([^/]+)/tune/(.+)/rung-(\\d+)/trial-(\\d+)");

    /**
     * One trial.
     *
     * @param scope as in {@link TrialOutcome}
     * @param rung from 0
     * @param trial from 1
     */
    record Trial(String model, String scope, int rung, int trial) {
        static Trial of(String unit) {
            Matcher matcher = ID.matcher(unit);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("Not a unit of a trial: " + unit);
            }
            return new Trial(matcher.group(1), matcher.group(2), Integer.parseInt(matcher.group(3)), Integer.parseInt(matcher.group(4)));
        }

        String unit() {
            return model + "/tune/" + scope + "/rung-" + rung + "/trial-" + trial;
        }
    }

    private final ClassificationSettings settings;

    TuningPlan(ClassificationSettings settings) {
        this.settings = settings;
    }

    static boolean isTrial(String unit) {
        return ID.matcher(unit).matches();
    }

    boolean isTuned(ClassifierKind kind) {
        List<ClassifierKind> asked = settings.tunedModels();
        return settings.tuning().method() != TuningMethod.NONE && (asked.isEmpty() || asked.contains(kind)) && !TuningSpace.of(settings, kind).isEmpty();
    }

    /** Where the settings of a fold are looked for. */
    String scope(FoldNumber number) {
        return settings.tuning().nested() ? "repeat-" + number.repeat() + "-fold-" + number.fold() : ALL;
    }

    /** How many rungs there are. */
    int rungs() {
        if (settings.tuning().method() != TuningMethod.SUCCESSIVE_HALVING) {
            return 1;
        }
        int rungs = 1;
        for (int left = settings.tuning().trials(); left / FACTOR >= 1; left /= FACTOR) {
            rungs++;
        }
        return rungs;
    }

    /** Which share of the rows a rung has. */
    double share(int rung) {
        return Math.pow(FACTOR, rung - (rungs() - 1));
    }

    /** How many combinations a rung tries at most. */
    int trials(ClassifierKind kind, int rung) {
        int all = settings.tuning().method() == TuningMethod.GRID
                ? Math.min(settings.tuning().trials(), TuningSpace.of(settings, kind).gridSize() + 1)
                : settings.tuning().trials();
        return (int) Math.max(1, all / Math.round(Math.pow(FACTOR, rung)));
    }

    /** All trials that a model can have in a scope, rung by rung. */
    List<Trial> trials(ClassifierKind kind, String scope) {
        List<Trial> trials = new ArrayList<>();
        for (int rung = 0; rung < rungs(); rung++) {
            for (int trial = 1; trial <= trials(kind, rung); trial++) {
                trials.add(new Trial(kind.id(), scope, rung, trial));
            }
        }
        return trials;
    }

    /** The units of a rung. */
    List<String> ids(ClassifierKind kind, String scope, int rung) {
        return trials(kind, scope).stream().filter(trial -> trial.rung() == rung).map(Trial::unit).toList();
    }

    /** The next rung of a scope, as long as there is one, something was tried in the one before, and time is left. */
    List<Unit> next(ClassifierKind kind, String scope, Outcomes<ClassificationOutcome> outcomes, Texts texts) {
        List<Trial> declared = outcomes.units().stream().map(Unit::id).filter(TuningPlan::isTrial).map(Trial::of)
                .filter(trial -> trial.model().equals(kind.id()) && trial.scope().equals(scope)).toList();
        int last = declared.stream().mapToInt(Trial::rung).max().orElse(-1);
        List<TrialOutcome> tried = declared.stream().filter(trial -> trial.rung() == last)
                .flatMap(trial -> outcomes.get(trial.unit()).map(TrialOutcome.class::cast).stream())
                .filter(trial -> trial.tried() && !Double.isNaN(trial.mean())).toList();
        double spent = declared.stream().flatMap(trial -> outcomes.get(trial.unit()).map(TrialOutcome.class::cast).stream())
                .mapToDouble(TrialOutcome::seconds).sum();
        boolean inTime = settings.tuning().seconds() <= 0 || spent < settings.tuning().seconds();
        return last < 0 || last + 1 >= rungs() || tried.isEmpty() || !inTime ? List.of()
                : units(kind, scope, last + 1, Math.min(tried.size(), trials(kind, last + 1)), texts);
    }

    /** The first units of a rung. */
    List<Unit> units(ClassifierKind kind, String scope, int rung, int count, Texts texts) {
        List<Unit> units = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            Trial trial = new Trial(kind.id(), scope, rung, number);
            String label = NLS.bind(Messages.TuningPlan_trial, new Object[] {texts.model(kind), number, rung + 1});
            double cost = ModelCosts.relative(kind) * settings.tuning().innerFolds() * share(rung);
            units.add(Unit.of(trial.unit(), label).inGroup(kind.id()).costing(cost));
        }
        return units;
    }
}
