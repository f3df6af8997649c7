package org.orrery.classification;

import java.util.List;

/**
 * What the data themselves say.
 *
 * @param leaks the features that alone tell the classes apart, worst first
 * @param examined on how many rows features were examined
 * @param duplicates rows that have an equal row before them, the target not counted
 * @param conflicting rows whose equal row has another class
 * @param twins rows that test while an equal row trains, in the first repetition
 * @param tested rows that test in the first repetition
 */
public record ChecksOutcome(List<Leak> leaks, long examined, long duplicates, long conflicting, long twins, long tested)
        implements ClassificationOutcome {
    /**
     * A feature that gives the target away.
     *
     * @param feature its name
     * @param rocAuc how well it alone tells classes apart, whichever direction; the mean of one class against the rest
     * @param byMissing whether it is not its value that tells, but that it is missing
     */
    public record Leak(String feature, double rocAuc, boolean byMissing) {
    }
}
