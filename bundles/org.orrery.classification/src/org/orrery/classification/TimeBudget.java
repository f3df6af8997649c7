package org.orrery.classification;

import org.orrery.analysis.Outcomes;
import org.orrery.learning.ClassifierKind;

/**
 * How long trials and folds may work in all. Work counts rather than the clock, so that a run that was paused or resumed has the time that
 * is left to it.
 *
 * @param seconds of training and prediction; 0: any time
 */
record TimeBudget(double seconds) {
    /** Whether nothing more may be begun. */
    boolean isSpent(Outcomes<ClassificationOutcome> earlier) {
        if (seconds <= 0) {
            return false;
        }
        double[] spent = new double[1];
        earlier.forEach((unit, outcome) -> spent[0] += switch (outcome) {
            case FoldOutcome fold -> fold.fitSeconds() + fold.scoreSeconds();
            case TrialOutcome trial -> trial.seconds();
            default -> 0;
        });
        return spent[0] >= seconds;
    }

    /** Whether nothing is to be found out about a model, because its first fold was not begun. */
    static boolean isLeftOut(ClassifierKind kind, Outcomes<ClassificationOutcome> earlier) {
        return earlier.get(new FoldNumber(1, 1).unit(kind)).filter(NotBegun.class::isInstance).isPresent();
    }
}
