package org.orrery.jobs.compare;

import org.orrery.jobs.search.RunFacts;

/**
 * Something that two runs differ in.
 *
 * @param name {@code set.NAME} for a setting; else seed, version or {@code data.INPUT}
 * @param first its value in the first run; empty for none
 * @param second its value in the second run
 * @param effect the mean of the figure over the runs of the history that have the second value, minus that over those with the first; NaN
 *     when none of them has the figure. Other settings may have differed too: it is a hint, no proof
 * @param firstRuns over how many runs the first mean goes
 * @param secondRuns over how many runs the second mean goes
 */
public record RunDifference(String name, String first, String second, double effect, int firstRuns, int secondRuns) {
    /** Whether it is a setting; else it belongs to the surroundings. */
    public boolean setting() {
        return name.startsWith(RunFacts.SETTING);
    }
}
