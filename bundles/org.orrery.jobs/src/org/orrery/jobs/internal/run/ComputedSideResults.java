package org.orrery.jobs.internal.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.PrepareContext;
import org.orrery.analysis.Previews;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.Warning;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.data.DataStore;
import org.orrery.data.Progress;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.RunAnswers;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.SideResults;
import org.orrery.jobs.internal.store.DirectoryRunFolders;

/** Answers and previews, computed on the calling thread. */
public final class ComputedSideResults implements SideResults {
    private final AnalysisCatalog catalog;
    private final RunAnswers answers;
    private final DataStore data;

    /** Over the runs of these folders and the data sets of that store. */
    public ComputedSideResults(AnalysisCatalog catalog, DirectoryRunFolders folders, DataStore data) {
        this.catalog = catalog;
        this.answers = new ComputedAnswers(catalog, folders);
        this.data = data;
    }

    @Override
    public Optional<SettingsSchema<?>> questions(String analysis) throws RunException {
        return catalog.find(analysis).questions();
    }

    @Override
    public Result ask(long run, Map<String, ?> question) throws RunException {
        return answers.ask(run, question);
    }

    @Override
    public boolean previews(String analysis) throws RunException {
        return catalog.find(analysis).create() instanceof Previews<?>;
    }

    @Override
    public Result preview(RunRequest request, int rows) throws RunException {
        if (rows < 1) {
            throw new IllegalArgumentException("A preview needs at least one row");
        }
        RequestCheck check = RequestCheck.check(catalog, request);
        if (!(check.analysis() instanceof Previews<?> previews)) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.ComputedSideResults_noPreviews, request.analysis()));
        }
        return preview(previews, check, rows);
    }

    // The settings were bound to the record class of this very analysis.
    @SuppressWarnings("unchecked")
    private <S extends Record> Result preview(Previews<S> previews, RequestCheck check, int rows) throws RunException {
        Context context = new Context(check.request().seed(), new ArrayList<>(check.warnings()));
        FirstRows inputs = new FirstRows(new StoreInputs(data, check.request().inputs()), rows);
        try {
            Result plain = previews.preview((S) check.settings(), inputs, context);
            List<Warning> warnings = new ArrayList<>(context.warnings());
            warnings.addAll(plain.warnings());
            return plain.withWarnings(warnings);
        } catch (AnalysisException | RuntimeException e) {
            throw ComputedAnswers.told(e);
        }
    }

    private record Context(long seed, List<Warning> warnings) implements PrepareContext {
        @Override
        public void checkCancelled() {
            ComputedAnswers.check();
        }

        @Override
        public int threads() {
            return 1;
        }

        @Override
        public Progress progress(String label) {
            return new Progress() {
                @Override
                public void worked(long done, long total) {
                    // A preview is over before a bar could be drawn.
                }

                @Override
                public void checkCancelled() {
                    ComputedAnswers.check();
                }
            };
        }

        @Override
        public void warning(String code, String message) {
            warnings.add(new Warning(code, message));
        }
    }
}
