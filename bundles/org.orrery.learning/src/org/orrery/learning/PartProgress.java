package org.orrery.learning;

import org.orrery.analysis.UnitProgress;

/**
 * The progress of one of several trainings of a unit: its steps are not those of the unit, and its series would run through those of the
 * others. Only what it logs goes on. Thread-safe.
 */
public final class PartProgress implements UnitProgress {
    private final UnitProgress target;

    /** @param target that of the unit */
    public PartProgress(UnitProgress target) {
        this.target = target;
    }

    @Override
    public void worked(long done, long total, String what) {
        // The unit tells how many of its trainings are done.
    }

    @Override
    public void metric(String name, long step, double value) {
        // One series of the same name and steps for each training would be none.
    }

    @Override
    public void log(Level level, String message) {
        target.log(level, message);
    }
}
