package org.orrery.jobs;

import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.result.Result;
import org.orrery.analysis.settings.SettingsSchema;

/**
 * Results beside those of runs: answers from the outcomes of a stored run, and previews without one. Nothing is stored.
 * Thread-safe; every method reads files and computes on the calling thread: never call one on the user interface thread. An
 * interrupt of the calling thread ends it.
 */
public interface SideResults {
    /**
     * What an analysis can be asked about its runs; empty when it takes no questions.
     *
     * @throws RunException unknown-analysis
     */
    Optional<SettingsSchema<?>> questions(String analysis) throws RunException;

    /**
     * The answer to a question about a run, from what it has committed.
     *
     * @param question in plain form; what is not given gets its default
     * @throws RunException run-not-found; unknown-analysis when it is not installed; bad-usage when it takes no questions or
     *     its outcomes have another shape by now; bad-setting; not-enough-data; cancelled
     */
    Result ask(long run, Map<String, ?> question) throws RunException;

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
