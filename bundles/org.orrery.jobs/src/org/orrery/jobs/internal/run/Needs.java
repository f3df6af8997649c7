package org.orrery.jobs.internal.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.orrery.analysis.Analysis;
import org.orrery.analysis.Estimate;
import org.orrery.analysis.InputSchemas;
import org.orrery.data.Dataset;
import org.orrery.jobs.internal.store.QueueEntry.Learned;

/**
 * What runs are expected to need: what earlier runs of the same analysis have needed, scaled to the cells of their data; without
 * one, what the analysis says. Thread-safe.
 */
final class Needs {
    private static final int MOST = 20;
    private final Map<String, List<Learned>> lessons = new HashMap<>();

    /** Knows what was learned, the oldest first. */
    Needs(List<Learned> known) {
        known.forEach(this::learn);
    }

    /** A run has needed that. */
    synchronized void learn(Learned lesson) {
        List<Learned> own = lessons.computeIfAbsent(lesson.analysis(), key -> new ArrayList<>());
        own.add(lesson);
        if (own.size() > MOST) {
            own.remove(0);
        }
    }

    /** The cells of the data that a run reads. */
    static double cells(LiveRun run) {
        return run.request().inputs().values().stream().flatMap(List::stream).mapToDouble(Needs::cells).sum();
    }

    private static double cells(Dataset dataset) {
        return (double) dataset.rows() * dataset.schema().columns().size();
    }

    Estimate of(LiveRun run) {
        List<Learned> own;
        synchronized (this) {
            own = List.copyOf(lessons.getOrDefault(run.request().analysis(), List.of()));
        }
        if (own.isEmpty()) {
            return said(run);
        }
        double cells = Math.max(1, cells(run));
        double heap = 0;
        double seconds = 0;
        for (Learned lesson : own) {
            double scale = cells / Math.max(1, lesson.cells());
            // The most that any needed, and no less than a run on fewer cells did: what does not grow with them is needed all the same.
            heap = Math.max(heap, lesson.heapBytes() * Math.max(1, scale));
            seconds += lesson.seconds() * scale / own.size();
        }
        return new Estimate((long) heap, seconds);
    }

    // The settings were bound to the record class of this very analysis.
    @SuppressWarnings("unchecked")
    private static Estimate said(LiveRun run) {
        try {
            return ((Analysis<Record>) run.check().analysis()).estimate(run.check().settings(), new InputSchemas(run.request().inputs()));
        } catch (RuntimeException | LinkageError e) {
            // Whatever an analysis throws must not stop the queue; the run itself will tell when it begins.
            return Estimate.UNKNOWN;
        }
    }
}
