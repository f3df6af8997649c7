package org.orrery.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.Unit;
import org.orrery.learning.ClassifierKind;

/**
 * The units that try settings. All of them are known before the run begins: what a later rung of successive halving tries follows from the
 * outcomes of the rung before when it is executed, so that progress, resume and stop need nothing of their own.
 */
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

    private int trials(ClassifierKind kind, int rung) {
        int all = settings.tuning().method() == TuningMethod.GRID
                ? Math.min(settings.tuning().trials(), TuningSpace.of(settings, kind).gridSize() + 1)
                : settings.tuning().trials();
        return (int) Math.max(1, all / Math.round(Math.pow(FACTOR, rung)));
    }

    /** The trials of a model in a scope, rung by rung. */
    List<Trial> trials(ClassifierKind kind, String scope) {
        List<Trial> trials = new ArrayList<>();
        for (int rung = 0; rung < rungs(); rung++) {
            for (int trial = 1; trial <= trials(kind, rung); trial++) {
                trials.add(new Trial(kind.id(), scope, rung, trial));
            }
        }
        return trials;
    }

    List<Unit> units(ClassifierKind kind, String scope, Texts texts) {
        List<Unit> units = new ArrayList<>();
        List<Trial> trials = trials(kind, scope);
        for (Trial trial : trials) {
            String label = NLS.bind(Messages.TuningPlan_trial, new Object[] {texts.model(kind), trial.trial(), trial.rung() + 1});
            List<String> before = trials.stream().filter(each -> each.rung() == trial.rung() - 1).map(Trial::unit).toList();
            double cost = ModelCosts.relative(kind) * settings.tuning().innerFolds() * share(trial.rung());
            units.add(Unit.of(trial.unit(), label).inGroup(kind.id()).afterEnd(before).costing(cost));
        }
        return units;
    }
}
