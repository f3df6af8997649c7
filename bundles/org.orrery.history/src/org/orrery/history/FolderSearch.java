package org.orrery.history;

import java.util.List;

import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunHistory.Query;
import org.orrery.jobs.RunSummary;

/** Answers a query from the run folders: slower than the database, and right whatever happened to it. */
final class FolderSearch {
    private final RunFolders folders;

    FolderSearch(RunFolders folders) {
        this.folders = folders;
    }

    List<RunSummary> find(Query query) {
        return folders.list().stream().filter(run -> fits(run, query)).limit(query.limit()).toList();
    }

    private static boolean fits(RunSummary run, Query query) {
        String text = RunRows.folded(query.text());
        return (query.state() == null || query.state() == run.state())
                && (query.analysis().isEmpty() || query.analysis().equals(run.analysis()))
                && (RunRows.folded(run.name()).contains(text) || RunRows.folded(run.note()).contains(text)
                        || run.tags().stream().anyMatch(tag -> RunRows.folded(tag).contains(text)));
    }
}
