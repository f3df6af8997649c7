package org.orrery.jobs;

import java.util.Optional;

import org.orrery.analysis.result.Result;
import org.orrery.analysis.settings.SettingsSchema;

/**
 * Results beside those of runs: answers from the outcomes of a stored run, and previews without one. Nothing is stored.
 * Thread-safe; every method reads files and computes on the calling thread: never call one on the user interface thread. An
 * interrupt of the calling thread ends it.
 */
public interface SideResults extends RunAnswers {
    /**
     * What an analysis can be asked about its runs; empty when it takes no questions.
     *
     * @throws RunException unknown-analysis
     */
    Optional<SettingsSchema<?>> questions(String analysis) throws RunException;

    /** Whether an analysis gives previews. */
    boolean previews(String analysis) throws RunException;

    /**
     * The result of a request on the first rows of its data sets.
     *
     * @param rows at most so many of each, from 1
     * @throws RunException as {@link Runs#submit}; bad-usage when the analysis gives no previews; unreadable-file; cancelled
     */
    Result preview(RunRequest request, int rows) throws RunException;
}
