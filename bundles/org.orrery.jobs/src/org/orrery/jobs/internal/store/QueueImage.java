package org.orrery.jobs.internal.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.orrery.jobs.RunQueue;
import org.orrery.jobs.internal.store.QueueEntry.Came;
import org.orrery.jobs.internal.store.QueueEntry.Learned;
import org.orrery.jobs.internal.store.QueueEntry.Left;
import org.orrery.jobs.internal.store.QueueEntry.Moved;
import org.orrery.jobs.internal.store.QueueEntry.Numbered;
import org.orrery.jobs.internal.store.QueueEntry.Paused;
import org.orrery.jobs.internal.store.QueueEntry.Slots;

/** What the journal of the queue says, entry after entry. Not thread-safe. */
public final class QueueImage {
    private static final int MOST_LEARNED = 20;
    private final List<Long> order = new ArrayList<>();
    private final Map<Long, Enlisted> runs = new HashMap<>();
    private final Map<RunQueue.Kind, Integer> slots = new EnumMap<>(RunQueue.Kind.class);
    private final Map<String, Deque<Learned>> learned = new LinkedHashMap<>();
    private boolean paused;
    private long last;

    /** Applies one entry. */
    public void apply(QueueEntry entry) {
        switch (entry) {
            case Came came -> {
                long run = came.run().run();
                last = Math.max(last, run);
                if (runs.put(run, came.run()) != null) {
                    order.remove(run);
                }
                order.add(run);
            }
            case Left left -> {
                if (runs.remove(left.run()) != null) {
                    order.remove(left.run());
                }
            }
            case Moved moved -> move(moved);
            case Paused change -> paused = change.paused();
            case Slots change -> slots.put(change.of(), change.count());
            case Numbered number -> last = Math.max(last, number.last());
            case Learned lesson -> {
                Deque<Learned> own = learned.computeIfAbsent(lesson.analysis(), key -> new ArrayDeque<>());
                own.add(lesson);
                if (own.size() > MOST_LEARNED) {
                    own.remove();
                }
            }
        }
    }

    private void move(Moved moved) {
        Enlisted run = runs.get(moved.run());
        if (run == null) {
            return;
        }
        runs.put(moved.run(), run.at(moved.place()));
        if (moved.before() != Moved.STAYS) {
            order.remove(moved.run());
            int index = moved.before() == 0 ? -1 : order.indexOf(moved.before());
            order.add(index < 0 ? order.size() : index, moved.run());
        }
    }

    /** The runs in their order. */
    public List<Enlisted> runs() {
        return order.stream().map(runs::get).toList();
    }

    /** Whether nothing begins. */
    public boolean paused() {
        return paused;
    }

    /** Those that were set. */
    public Map<RunQueue.Kind, Integer> slots() {
        return Map.copyOf(slots);
    }

    /** The largest number that was given here. */
    public long last() {
        return last;
    }

    /** What runs have needed, the oldest first. */
    public List<Learned> learned() {
        return learned.values().stream().flatMap(Deque::stream).toList();
    }

    /** Entries that lead to this image. */
    List<QueueEntry> entries() {
        List<QueueEntry> entries = new ArrayList<>();
        entries.add(new Numbered(last));
        entries.add(new Paused(paused));
        slots.forEach((kind, count) -> entries.add(new Slots(kind, count)));
        entries.addAll(learned());
        runs().forEach(run -> entries.add(new Came(run)));
        return entries;
    }
}
