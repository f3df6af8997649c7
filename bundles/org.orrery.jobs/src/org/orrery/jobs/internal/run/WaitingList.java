package org.orrery.jobs.internal.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.orrery.jobs.RunQueue.Priority;

/** The order of the queue: by priority, and within one as they came or were moved. For whoever holds the lock of the queue. */
final class WaitingList {
    private final List<Waiting> line = new ArrayList<>();
    private final Map<Long, Waiting> runs = new HashMap<>();

    /** Puts it behind all others of its priority. */
    void add(Waiting waiting) {
        int index = line.size();
        while (index > 0 && line.get(index - 1).priority().compareTo(waiting.priority()) > 0) {
            index--;
        }
        line.add(index, waiting);
        runs.put(waiting.run().id(), waiting);
    }

    /** Puts many there at once. */
    void addAll(List<Waiting> many) {
        line.addAll(many);
        line.sort(Comparator.comparing(Waiting::priority));
        many.forEach(waiting -> runs.put(waiting.run().id(), waiting));
    }

    Optional<Waiting> find(long run) {
        return Optional.ofNullable(runs.get(run));
    }

    /** Whether it was there. */
    boolean remove(LiveRun run) {
        Waiting waiting = runs.get(run.id());
        if (waiting == null || waiting.run() != run) {
            return false;
        }
        runs.remove(run.id());
        return line.remove(waiting);
    }

    /**
     * Puts one in the place of another, whose priority it takes.
     *
     * @return the run that now comes after it; 0 when it is the last
     */
    long move(Waiting waiting, int position) {
        line.remove(waiting);
        int index = Math.clamp(position, 0, line.size());
        if (!line.isEmpty()) {
            waiting.priority(line.get(Math.min(index, line.size() - 1)).priority());
        }
        line.add(index, waiting);
        return index + 1 < line.size() ? line.get(index + 1).run().id() : 0;
    }

    /** Gives it another priority, behind all that have it. */
    void move(Waiting waiting, Priority priority) {
        line.remove(waiting);
        waiting.priority(priority);
        add(waiting);
    }

    void forEach(Consumer<Waiting> action) {
        line.forEach(action);
    }

    /** The runs in their order. */
    List<Waiting> all() {
        return List.copyOf(line);
    }

    int size() {
        return line.size();
    }

    /** Whether one would in the end wait for itself. */
    boolean circle(long run, long after) {
        long next = after;
        while (next != 0 && next != run) {
            next = find(next).map(Waiting::after).orElse(0L);
        }
        return next == run;
    }
}
