package org.orrery.jobs;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

import org.orrery.analysis.result.Result;
import org.orrery.jobs.search.RunFacts;
import org.orrery.jobs.search.RunSearch;

/**
 * The runs of a workspace as they lie on disk, readable whoever owns it. Thread-safe; every method may read files: never
 * call one on the user interface thread.
 */
public interface RunFolders {
    /** All runs, newest first. A folder that cannot be read is left out and reported in the log. */
    List<RunSummary> list();

    /**
     * One run with all it holds.
     *
     * @throws RunException run-not-found
     */
    StoredRun open(long run) throws RunException;

    /**
     * What the units of a run have reported as curves, in the order in which they began; fast also for an ended run with
     * millions of points.
     *
     * @throws RunException run-not-found
     */
    List<Curve> curves(long run) throws RunException;

    /** What a run can be found by besides its line, its figures and settings above all; none when it is gone or cannot be read. */
    default RunFacts facts(long run) {
        try {
            StoredRun stored = open(run);
            return RunFacts.of(stored.request(), stored.analysisVersion(), stored.result().map(Result::figures).orElse(List.of()));
        } catch (RunException e) {
            return RunFacts.NONE;
        }
    }

    /** What the folder of a run takes, in bytes; 0 when it has none. */
    default long bytes(long run) {
        return 0;
    }

    /** The runs that fit, newest first. */
    default List<RunSummary> find(RunSearch search) {
        return search.of(list(), this::facts);
    }

    /** Those of these runs that fit, in their order; for who has the list already. */
    default List<RunSummary> find(RunSearch search, Collection<RunSummary> among) {
        return search.of(among, this::facts);
    }

    /**
     * Writes an ended run with all it holds into one file, which {@link Runs#add} takes in any workspace.
     *
     * @param file replaced when it is there, and only when all went well
     * @throws RunException run-not-found; bad-usage when it has not ended or is too large; out-of-disk
     */
    void export(long run, Path file) throws RunException;
}
