package org.orrery.classification;

import java.util.ArrayList;
import java.util.List;

import org.orrery.analysis.UnitProgress;

/** Passes progress on and remembers the series that a trainer tells, its loss for example. Thread-safe. */
final class RecordedProgress implements UnitProgress {
    /** One value of a series. */
    record Value(String series, long step, double value) {
    }

    private final UnitProgress target;
    private final List<Value> values = new ArrayList<>();

    RecordedProgress(UnitProgress target) {
        this.target = target;
    }

    @Override
    public void worked(long done, long total, String what) {
        target.worked(done, total, what);
    }

    @Override
    public void metric(String name, long step, double value) {
        target.metric(name, step, value);
        synchronized (values) {
            // A trainer that starts anew, in an inner fold for example, tells its series from the beginning: the last one counts.
            if (values.stream().anyMatch(known -> known.series().equals(name) && known.step() >= step)) {
                values.removeIf(known -> known.series().equals(name));
            }
            values.add(new Value(name, step, value));
        }
    }

    @Override
    public void log(Level level, String message) {
        target.log(level, message);
    }

    List<Value> values() {
        synchronized (values) {
            return List.copyOf(values);
        }
    }
}
