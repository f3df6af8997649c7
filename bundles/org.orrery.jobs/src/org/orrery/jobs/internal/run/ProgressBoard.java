package org.orrery.jobs.internal.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

import org.orrery.analysis.Unit;
import org.orrery.jobs.RunProgress;

/** How far a run is, from the costs of its units and what the running ones report. Thread-safe; reporting is a few writes. */
final class ProgressBoard {
    /** What one running unit reports. */
    static final class Line {
        private final String unit;
        private final String group;
        private final String label;
        private final double cost;
        private volatile long done;
        private volatile long total = -1;
        private volatile String what = "";

        Line(String unit, String group, String label, double cost) {
            this.unit = unit;
            this.group = group;
            this.label = label;
            this.cost = cost;
        }

        void worked(long newDone, long newTotal, String newWhat) {
            done = newDone;
            total = newTotal;
            what = newWhat;
        }

        private double share() {
            long all = total;
            return all <= 0 ? 0 : Math.max(0, Math.min(1, (double) done / all));
        }
    }

    private static final double SECONDS_PER_MINUTE = 60;
    private final long run;
    private final Map<Long, Line> lines = new ConcurrentSkipListMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private double declared;
    private double ended;
    private double restored;
    private long units;
    private boolean open;
    private long began = System.nanoTime();
    private double highest;
    private final UnitTimes times = new UnitTimes();

    ProgressBoard(long run) {
        this.run = run;
    }

    synchronized void declare(List<Unit> units) {
        for (Unit unit : units) {
            declared += unit.cost();
            times.declare(unit);
        }
    }

    /** @param seconds what it took in an earlier attempt */
    synchronized void restored(Unit unit, double seconds) {
        restored += unit.cost();
        ended += unit.cost();
        times.took(unit, seconds);
        times.ended(unit);
    }

    synchronized void ended(Unit unit) {
        ended += unit.cost();
        units++;
        times.ended(unit);
    }

    /** It has ended well. */
    synchronized void ended(Unit unit, double seconds) {
        times.took(unit, seconds);
        ended(unit);
    }

    synchronized void open(boolean more) {
        open = more;
    }

    synchronized void unitsBegin() {
        began = System.nanoTime();
    }

    Line begin(String unit, String group, String label, double cost) {
        Line line = new Line(unit, group, label, cost);
        lines.put(numbers.incrementAndGet(), line);
        return line;
    }

    void end(Line line) {
        lines.values().remove(line);
    }

    /** How it stands; the fraction never goes back. */
    synchronized RunProgress progress() {
        double working = 0;
        List<RunProgress.Active> active = new ArrayList<>();
        List<UnitTimes.Part> parts = new ArrayList<>();
        for (Line line : lines.values()) {
            UnitTimes.Part part = new UnitTimes.Part(line.group, line.cost, line.share());
            working += part.share() * part.cost();
            parts.add(part);
            active.add(new RunProgress.Active(line.unit, line.group, line.label, line.done, line.total, line.what));
        }
        double done = declared == 0 ? 0 : Math.min(1, (ended + working) / declared);
        highest = Math.max(highest, done);
        double worked = ended - restored + working;
        double seconds = (System.nanoTime() - began) / 1e9;
        double left = worked <= 0 || declared == 0 ? Double.NaN : Math.max(0, declared - ended - working) / worked * seconds;
        double rate = units == 0 ? Double.NaN : units / seconds * SECONDS_PER_MINUTE;
        double half = times.halfWidth(parts);
        return new RunProgress(run, highest, left, Math.max(0, left * (1 - half)), left * (1 + half), rate, open, active);
    }
}
