package org.orrery.jobs.internal.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;

import org.orrery.analysis.Outcomes;
import org.orrery.analysis.Unit;

/** Which unit may begin next. Units begin in order of declaration as far as what they come after allows. For one thread. */
final class UnitSchedule {
    /**
     * A unit that is not done because one that it needs did not succeed.
     *
     * @param unit its id
     * @param because the one that it needs
     */
    record Skip(String unit, String because) {
    }

    private static final class Entry {
        private final Unit unit;
        private final int index;
        private final List<Entry> followers = new ArrayList<>();
        private int waitsFor;
        private Entry unmet;
        private boolean ended;
        private boolean begun;
        private boolean dropped;

        Entry(Unit unit, int index) {
            this.unit = unit;
            this.index = index;
        }
    }

    private final Map<String, Entry> entries = new HashMap<>();
    private final PriorityQueue<Entry> ready = new PriorityQueue<>((a, b) -> Integer.compare(a.index, b.index));
    private int left;
    private boolean stopping;

    /** Adds declared units; those that {@code status} says have ended are done already. Says which are not done. */
    List<Skip> add(List<Unit> units, Function<String, Outcomes.Status> status) {
        for (Unit unit : units) {
            entries.put(unit.id(), new Entry(unit, entries.size()));
        }
        List<Entry> free = new ArrayList<>();
        for (Unit unit : units) {
            Entry entry = entries.get(unit.id());
            if (status.apply(unit.id()) != Outcomes.Status.PENDING) {
                entry.ended = true;
                continue;
            }
            left++;
            for (String before : unit.after()) {
                Entry predecessor = entries.get(before);
                Outcomes.Status its = status.apply(before);
                if (its == Outcomes.Status.PENDING) {
                    entry.waitsFor++;
                    predecessor.followers.add(entry);
                } else if (its != Outcomes.Status.SUCCEEDED) {
                    entry.unmet = predecessor;
                }
            }
            if (entry.waitsFor == 0) {
                free.add(entry);
            }
        }
        List<Skip> skips = new ArrayList<>();
        for (Entry entry : free) {
            if (begins(entry, skips)) {
                skips.addAll(settle(entry, false));
            }
        }
        return skips;
    }

    /** A unit has nothing to wait for any more: it is ready or left out; whether it is left out. */
    private boolean begins(Entry entry, List<Skip> skips) {
        if (entry.unit.needs() == Unit.Needs.SUCCEEDED && entry.unmet != null) {
            left--;
            leaveOut(entry, skips);
            return true;
        }
        ready.add(entry);
        return false;
    }

    /** The next unit to begin; empty while none may. */
    Optional<Unit> next() {
        Entry entry = ready.poll();
        if (entry == null) {
            return Optional.empty();
        }
        entry.begun = true;
        left--;
        return Optional.of(entry.unit);
    }

    /** A unit that was begun has ended; says which others are not done because of that. */
    List<Skip> ended(String unit, boolean succeeded) {
        Entry entry = entries.get(unit);
        entry.ended = true;
        return settle(entry, succeeded);
    }

    private List<Skip> settle(Entry first, boolean firstSucceeded) {
        List<Skip> skips = new ArrayList<>();
        Deque<Entry> settled = new ArrayDeque<>(List.of(first));
        while (!settled.isEmpty()) {
            Entry entry = settled.poll();
            boolean succeeded = entry == first && firstSucceeded;
            for (Entry follower : entry.followers) {
                follower.waitsFor--;
                if (!succeeded && follower.unmet == null) {
                    follower.unmet = entry;
                }
                if (follower.waitsFor == 0 && !follower.ended && !follower.dropped && begins(follower, skips)) {
                    settled.add(follower);
                }
            }
        }
        return skips;
    }

    /** While stopping, what is left out is not called skipped: the user did not want it now, and a resumed run does it. */
    private void leaveOut(Entry entry, List<Skip> skips) {
        if (entry.unmet.dropped) {
            entry.dropped = true;
        } else {
            entry.ended = true;
            skips.add(new Skip(entry.unit.id(), entry.unmet.unit.id()));
        }
    }

    /** Drops all units that have not begun but the closing ones; says which closing ones are not done because of failures. */
    List<Skip> stop() {
        if (stopping) {
            return List.of();
        }
        stopping = true;
        List<Entry> dropped = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (!entry.begun && !entry.ended && !entry.dropped && !entry.unit.closing()) {
                entry.dropped = true;
                dropped.add(entry);
            }
        }
        left -= dropped.size();
        ready.removeIf(entry -> entry.dropped);
        List<Skip> skips = new ArrayList<>();
        for (Entry entry : dropped) {
            skips.addAll(settle(entry, false));
        }
        return skips;
    }

    /** How many units have not begun and are not dropped. */
    int left() {
        return left;
    }
}
