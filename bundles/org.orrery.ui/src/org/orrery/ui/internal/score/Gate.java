package org.orrery.ui.internal.score;

import java.nio.file.Path;
import java.util.List;

import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.score.GateProblem;
import org.orrery.data.DataException;
import org.orrery.data.DataStore;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;

/**
 * Whether a file with new rows has the columns that a model needs.
 *
 * @param options how the file is read
 * @param problems what does not fit then
 */
record Gate(ReadOptions options, List<GateProblem> problems) {
    /** Looks at the file as it seems to be meant, and, where that does not fit, as the training data were read. Never on the user interface thread. */
    static Gate of(KeptModel model, DataStore store, Path file) throws AnalysisException, DataException {
        List<GateProblem> detected = problems(model, store, file, ReadOptions.DETECT);
        if (!detected.isEmpty()) {
            try {
                List<GateProblem> same = problems(model, store, file, model.trained());
                if (same.size() < detected.size()) {
                    return new Gate(model.trained(), same);
                }
            } catch (DataException e) {
                // A file of another form than the training data; what was found at first is told.
                return new Gate(ReadOptions.DETECT, detected);
            }
        }
        return new Gate(ReadOptions.DETECT, detected);
    }

    private static List<GateProblem> problems(KeptModel model, DataStore store, Path file, ReadOptions options) throws AnalysisException, DataException {
        return model.scorer().gate(model.artifact().path(), store.importFile(file, options, Progress.NONE).schema());
    }
}
