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
import org.orrery.analysis.result.Result;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.RunAnswers;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunException.Problem;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.internal.store.DirectoryRunFolders;
import org.orrery.jobs.internal.store.StoredOutcomes;

/** Answers, computed on the calling thread. */
public final class ComputedAnswers implements RunAnswers {
    private final AnalysisCatalog catalog;
    private final DirectoryRunFolders folders;

    /** About the runs of these folders. */
    public ComputedAnswers(AnalysisCatalog catalog, DirectoryRunFolders folders) {
        this.catalog = catalog;
        this.folders = folders;
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
            return answers.answer((S) settings, bound, outcomes.get(), LiveSummary.last(ComputedAnswers::check));
        } catch (AnalysisException | IOException | RuntimeException e) {
            throw told(e);
        }
    }

    private static <T extends Record> T bind(SettingsSchema<T> schema, Map<String, ?> values) throws RunException {
        List<Problem> problems = new ArrayList<>();
        Optional<T> bound = schema.bind(values,
                (setting, message) -> problems.add(new Problem(Code.BAD_SETTING, setting, message, Optional.empty())));
        return bound.orElseThrow(() -> new RunException(problems, null));
    }

    /** Ends what an interrupt is to end. */
    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
    }

    /** What went wrong, as the caller is told. */
    static RunException told(Exception thrown) {
        return thrown instanceof CancellationException
                ? new RunException(Code.CANCELLED, Messages.ComputedSideResults_cancelled, thrown)
                : new RunException(List.of(Failures.problem(thrown)), thrown);
    }
}
