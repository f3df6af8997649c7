package org.orrery.jobs.internal.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.orrery.analysis.Estimate;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunQueue.Entry;
import org.orrery.jobs.RunQueue.Kind;
import org.orrery.jobs.RunQueue.Place;
import org.orrery.jobs.RunQueue.Snapshot;
import org.orrery.jobs.RunSummary;

/** Says why runs wait. */
final class WaitReasons {
    private static final double MIB = 1 << 20;
    private final Needs needs;

    WaitReasons(Needs needs) {
        this.needs = needs;
    }

    /**
     * What decides about the next run.
     *
     * @param atWork how many runs are
     * @param free how many more of each kind may begin
     * @param usable the bytes of heap that a run may take
     */
    record Scene(boolean paused, int atWork, Map<Kind, Integer> free, long usable) {
    }

    String room(RunException.Problem problem) {
        return Messages.bind(Messages.RunQueue_room, problem.message());
    }

    /** @param before how many stand before it */
    String of(Waiting waiting, int before, Scene scene, Estimate need) {
        return why(waiting, before, scene, need) + " " + expected(need);
    }

    private static String why(Waiting waiting, int before, Scene scene, Estimate need) {
        switch (waiting.hold()) {
            case USER -> {
                return Messages.RunQueue_held;
            }
            case RESTORED -> {
                return Messages.RunQueue_restored;
            }
            case BROKEN_ORDER -> {
                return Messages.bind(Messages.RunQueue_broken, waiting.missed());
            }
            case NONE -> {
                // Something else is in its way.
            }
        }
        if (scene.paused()) {
            return Messages.RunQueue_paused;
        }
        if (waiting.after() != 0) {
            return Messages.bind(Messages.RunQueue_after, waiting.after());
        }
        boolean memory = scene.atWork() > 0 && scene.free().get(waiting.kind()) > 0 && need.heapBytes() > scene.usable()
                && !waiting.run().isolated();
        return memory ? Messages.bind(Messages.RunQueue_memory, mebibytes(need.heapBytes()), mebibytes(Math.max(0, scene.usable())))
                : Messages.bind(Messages.RunQueue_turn, scene.atWork(), before);
    }

    private static String expected(Estimate need) {
        return need.equals(Estimate.UNKNOWN) ? Messages.RunQueue_unknown
                : Messages.bind(Messages.RunQueue_expected, mebibytes(need.heapBytes()), seconds(need.seconds()));
    }

    private static String mebibytes(long bytes) {
        return bytes < 0 ? Messages.RunQueue_some : Long.toString((bytes >> 20) + 1);
    }

    private static String seconds(double seconds) {
        return Double.isNaN(seconds) ? Messages.RunQueue_some : Long.toString(Math.round(Math.ceil(seconds)));
    }

    Snapshot look(List<Waiting> waiting, List<LiveRun> working, Function<LiveRun, String> holding, Map<Kind, Integer> slots, Scene scene) {
        List<Entry> lines = new ArrayList<>();
        for (Waiting each : waiting) {
            Estimate need = needs.of(each.run());
            lines.add(entry(each.run(), each.place(), of(each, lines.size(), scene, need), need));
        }
        List<Entry> begun = working.stream().map(run -> entry(run, Place.LAST, holding.apply(run), needs.of(run))).toList();
        return new Snapshot(scene.paused(), slots, begun, lines, Math.max(0, scene.usable()) / MIB);
    }

    private static Entry entry(LiveRun run, Place place, String why, Estimate need) {
        RunSummary summary = run.summary();
        return new Entry(run.id(), summary.name(), summary.analysis(), summary.dataset(), summary.state(), run.check().descriptor().kind(), place,
                why, need.heapBytes() < 0 ? Double.NaN : need.heapBytes() / MIB, need.seconds());
    }
}
