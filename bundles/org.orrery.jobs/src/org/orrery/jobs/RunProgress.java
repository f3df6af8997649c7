package org.orrery.jobs;

import java.util.List;

/**
 * How far a running run is, inside its units.
 *
 * @param run the number of the run
 * @param fraction how much of the declared work is done, by the costs of the units, 0 to 1
 * @param secondsLeft what the rest is expected to take; NaN while unknown
 * @param secondsLeftLow what it will take at least in nine of ten such cases, by how much the times of the units that have ended differ; NaN while too few
 *        have
 * @param secondsLeftHigh what it will take at most in nine of ten such cases; NaN like the other
 * @param unitsPerMinute how many units have ended in a minute of this attempt, whichever way; NaN until the first has
 * @param open whether more units may come
 * @param units the units at work now
 */
public record RunProgress(long run, double fraction, double secondsLeft, double secondsLeftLow, double secondsLeftHigh, double unitsPerMinute,
        boolean open, List<Active> units) {
    /**
     * A unit at work.
     *
     * @param unit its id
     * @param group the group it belongs to, which {@link Runs#skip} and {@link Runs#budget} take; empty for none
     * @param label what the user reads
     * @param done steps done
     * @param total all steps; −1 while unknown
     * @param what what a step is, in the plural; empty while nothing was reported
     */
    public record Active(String unit, String group, String label, long done, long total, String what) {
    }

    public RunProgress {
        units = List.copyOf(units);
    }
}
