package org.orrery.jobs.internal.workspace;

import java.util.List;
import java.util.Locale;

import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunHistory;
import org.orrery.jobs.RunSummary;

/** A history without an index: reads the run folders each time. Slow with many runs, and never wrong. */
final class ScanningHistory implements RunHistory {
    private final RunFolders folders;

    ScanningHistory(RunFolders folders) {
        this.folders = folders;
    }

    @Override
    public void put(RunSummary run) {
        // The run folder has it.
    }

    @Override
    public void remove(long run) {
        // Its folder is gone.
    }

    @Override
    public List<RunSummary> find(Query query) {
        return folders.list().stream().filter(run -> fits(query, run)).limit(query.limit()).toList();
    }

    private static boolean fits(Query query, RunSummary run) {
        String text = query.text().toLowerCase(Locale.ROOT);
        return (query.state() == null || query.state() == run.state())
                && (query.analysis().isEmpty() || query.analysis().equals(run.analysis()))
                && (run.name().toLowerCase(Locale.ROOT).contains(text) || run.note().toLowerCase(Locale.ROOT).contains(text)
                        || run.tags().stream().anyMatch(tag -> tag.toLowerCase(Locale.ROOT).contains(text)));
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
