package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.orrery.analysis.Analysis;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.Answers;
import org.orrery.analysis.Outcomes;
import org.orrery.analysis.PrepareContext;
import org.orrery.analysis.Previews;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.Warning;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.data.DataStore;
import org.orrery.data.Progress;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunException.Problem;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.SideResults;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.internal.store.DirectoryRunFolders;
import org.orrery.jobs.internal.store.StoredOutcomes;

/** Answers and previews, computed on the calling thread. */
public final class ComputedSideResults implements SideResults {
    private final AnalysisCatalog catalog;
    private final DirectoryRunFolders folders;
    private final DataStore data;

    /** Over the runs of these folders and the data sets of that store. */
    public ComputedSideResults(AnalysisCatalog catalog, DirectoryRunFolders folders, DataStore data) {
        this.catalog = catalog;
        this.folders = folders;
        this.data = data;
    }

    @Override
    public Optional<SettingsSchema<?>> questions(String analysis) throws RunException {
        return catalog.find(analysis).create() instanceof Answers<?, ?, ?> answers ? Optional.of(SettingsSchema.of(answers.questionType()))
                : Optional.empty();
    }

    @Override
    public Result ask(long run, Map<String, ?> question) throws RunException {
        StoredRun stored = folders.open(run);
        String id = stored.request().analysis();
        Analysis<?> analysis = catalog.find(id).create();
        if (!(analysis instanceof Answers<?, ?, ?> answers)) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.ComputedSideResults_noAnswers, id));
        }
        Record settings = bind(catalog.find(id).settings(), stored.request().settings());
        return answer(answers, settings, run, question);
    }

    // The settings were bound to the record class of this very analysis.
    @SuppressWarnings("unchecked")
    private <S extends Record, O, Q extends Record> Result answer(Answers<S, O, Q> answers, Record settings, long run,
            Map<String, ?> question) throws RunException {
        Q bound = bind(SettingsSchema.of(answers.questionType()), question);
        try {
            Optional<Outcomes<O>> outcomes = StoredOutcomes.read(folders.folder(run), answers.outcomeType());
            if (outcomes.isEmpty()) {
                throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.ComputedSideResults_otherShape, run));
            }
            return answers.answer((S) settings, bound, outcomes.get(), LiveSummary.last(ComputedSideResults::check));
        } catch (AnalysisException | IOException | RuntimeException e) {
            throw told(e);
        }
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

    // As above.
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
            throw told(e);
        }
    }

    private static <T extends Record> T bind(SettingsSchema<T> schema, Map<String, ?> values) throws RunException {
        List<Problem> problems = new ArrayList<>();
        Optional<T> bound = schema.bind(values,
                (setting, message) -> problems.add(new Problem(Code.BAD_SETTING, setting, message, Optional.empty())));
        return bound.orElseThrow(() -> new RunException(problems, null));
    }

    private static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
    }

    private static RunException told(Exception thrown) {
        return thrown instanceof CancellationException
                ? new RunException(Code.CANCELLED, Messages.ComputedSideResults_cancelled, thrown)
                : new RunException(List.of(Failures.problem(thrown)), thrown);
    }

    private record Context(long seed, List<Warning> warnings) implements PrepareContext {
        @Override
        public void checkCancelled() {
            check();
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
                    check();
                }
            };
        }

        @Override
        public void warning(String code, String message) {
            warnings.add(new Warning(code, message));
        }
    }
}
