package org.orrery.ui.internal.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.orrery.jobs.StoredRun.LogLine;

/**
 * The log of a run while it grows: what is stored of it, and what has been heard since. Lines are left here from any thread; everything
 * else is for the user interface thread.
 */
final class LogTail {
    private final List<LogLine> lines = new ArrayList<>();
    private List<LogLine> arrived = new ArrayList<>();

    /** Leaves lines that have been heard. */
    synchronized void add(List<LogLine> heard) {
        arrived.addAll(heard);
    }

    /** Takes what is stored; of what was heard before, what is newer stays behind it. */
    void stored(List<LogLine> stored) {
        take();
        Instant last = stored.isEmpty() ? Instant.MIN : stored.get(stored.size() - 1).instant();
        int from = lines.size();
        while (from > 0 && lines.get(from - 1).instant().isAfter(last)) {
            from--;
        }
        List<LogLine> newer = List.copyOf(lines.subList(from, lines.size()));
        lines.clear();
        lines.addAll(stored);
        lines.addAll(newer);
    }

    /** What has arrived since the last call; it stands among the lines from now on. */
    List<LogLine> take() {
        List<LogLine> taken;
        synchronized (this) {
            taken = arrived;
            arrived = new ArrayList<>();
        }
        // What the first reading had already is heard once more when it was on its way then.
        Instant last = lines.isEmpty() ? Instant.MIN : lines.get(lines.size() - 1).instant();
        int known = 0;
        while (known < taken.size() && !taken.get(known).instant().isAfter(last)) {
            known++;
        }
        List<LogLine> fresh = taken.subList(known, taken.size());
        lines.addAll(fresh);
        return fresh;
    }

    /** All of it, oldest first. */
    List<LogLine> lines() {
        return Collections.unmodifiableList(lines);
    }

    /** The row of what that unit said last before a moment, or then; that of any unit when it said nothing; −1 for none. */
    int lastBefore(String unit, Instant instant) {
        int any = -1;
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (!lines.get(i).instant().isAfter(instant)) {
                if (lines.get(i).unit().equals(unit)) {
                    return i;
                }
                any = Math.max(any, i);
            }
        }
        return any;
    }
}
