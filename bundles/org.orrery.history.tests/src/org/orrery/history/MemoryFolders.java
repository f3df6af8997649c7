package org.orrery.history;

import java.time.Instant;
import java.util.Comparator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.orrery.jobs.Curve;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.UnitCounts;

/** Run folders without a disk. */
final class MemoryFolders implements RunFolders {
    private static final Instant FIRST = Instant.parse("2026-11-21T10:00:00.123456789Z");

    final Map<Long, RunSummary> runs = new ConcurrentHashMap<>();

    @Override
    public List<RunSummary> list() {
        return runs.values().stream().sorted(Comparator.comparingLong(RunSummary::id).reversed()).toList();
    }

    @Override
    public void export(long run, Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Curve> curves(long run) {
        throw new UnsupportedOperationException("The history asks for no curves");
    }

    @Override
    public StoredRun open(long run) throws RunException {
        throw new RunException(RunException.Code.RUN_NOT_FOUND, "The history reads no whole run");
    }

    RunSummary add(RunSummary run) {
        runs.put(run.id(), run);
        return run;
    }

    MemoryFolders filled(int count) {
        for (int id = 1; id <= count; id++) {
            add(run(id, RunState.COMPLETED));
        }
        return this;
    }

    static RunSummary run(long id, RunState state) {
        return run(id, state, "Run " + id, 1.0 / id, id % 3 == 0 ? List.of("Baseline", "draft " + id) : List.of());
    }

    static RunSummary run(long id, RunState state, String name, double best, List<String> tags) {
        Instant submitted = FIRST.plusSeconds(id);
        return new RunSummary(id, id % 2 == 0 ? "classification" : "regression", name, state, submitted,
                Optional.of(submitted.plusNanos(7)), state.ended() ? Optional.of(submitted.plusSeconds(3)) : Optional.empty(),
                "iris", "bestModel.accuracy", best, new UnitCounts(16, 16, 0, 0, 0), state.resumable(), tags);
    }
}
