package org.orrery.ui.internal.wizard;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.eclipse.core.runtime.ILog;
import org.orrery.data.DataException;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.Table;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;
import org.orrery.ui.RunList;
import org.orrery.ui.internal.form.ColumnLevels;

/** What earlier runs were asked for, and what the data hold. Reads files: not for the user interface thread. */
final class PreviousRuns {
    private static final int LOOKED_AT = 50;
    private static final int LEVELS = 200;

    private final RunList list;
    private final Workspace workspace;

    PreviousRuns(RunList list) {
        this.list = list;
        this.workspace = list.workspace();
    }

    /**
     * An earlier run.
     *
     * @param run its number
     * @param settings every one of its settings
     * @param seed its seed
     * @param inputs its data sets
     */
    record Found(long run, Map<String, Object> settings, long seed, Map<String, List<Dataset>> inputs) {
        static Found of(StoredRun stored) {
            RunRequest request = stored.request();
            return new Found(stored.summary().id(), request.settings(), request.seed(), request.inputs());
        }
    }

    Path workspace() {
        return workspace.folder();
    }

    /** The newest run of that analysis on that data set. */
    Optional<Found> last(String analysis, String dataset) {
        return similar(analysis, dataset).stream().findFirst().flatMap(this::open);
    }

    /** A run that was asked for exactly the same; settings must be resolved. */
    Optional<RunSummary> same(RunRequest request) {
        String dataset = request.inputs().values().stream().flatMap(List::stream).findFirst().map(Dataset::name).orElse(""); //$NON-NLS-1$
        return similar(request.analysis(), dataset).stream().limit(LOOKED_AT).filter(run -> open(run).filter(found -> same(found, request)).isPresent())
                .findFirst();
    }

    private List<RunSummary> similar(String analysis, String dataset) {
        return list.runs().stream().filter(run -> run.analysis().equals(analysis) && run.dataset().equals(dataset)).toList();
    }

    private static boolean same(Found found, RunRequest request) {
        // Numbers come back from the folder as they were written; their texts are the same where the numbers are.
        return String.valueOf(found.settings()).equals(String.valueOf(request.settings())) && sameData(found, request);
    }

    /** Whether both have the same data and the same seed. */
    static boolean sameData(Found found, RunRequest request) {
        return found.seed() == request.seed() && digests(found.inputs()).equals(digests(request.inputs()));
    }

    private static List<String> digests(Map<String, List<Dataset>> inputs) {
        return inputs.entrySet().stream().flatMap(entry -> entry.getValue().stream().map(dataset -> entry.getKey() + '=' + dataset.sha256())).sorted()
                .toList();
    }

    private Optional<Found> open(RunSummary run) {
        try {
            return Optional.of(Found.of(workspace.folders().open(run.id())));
        } catch (RunException e) {
            // A damaged or deleted run is no help here, and nobody asked for it.
            ILog.of(PreviousRuns.class).info(e.getMessage(), e);
            return Optional.empty();
        }
    }

    /** Reads the values of a column, unless there are more than 200. */
    ColumnLevels levels() {
        return (dataset, column) -> {
            try {
                return different(workspace.data().table(dataset, List.of(column), Progress.NONE));
            } catch (DataException e) {
                // The form then takes any text, and the analysis says whether it fits.
                ILog.of(PreviousRuns.class).info(e.getMessage(), e);
                return List.of();
            }
        };
    }

    private static List<String> different(Table table) {
        TreeSet<String> levels = new TreeSet<>();
        for (int row = 0; row < table.rows(); row++) {
            if (!table.column(0).isMissing(row) && levels.add(String.valueOf(table.value(row, 0))) && levels.size() > LEVELS) {
                return List.of();
            }
        }
        return List.copyOf(levels);
    }
}
