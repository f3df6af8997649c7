package org.orrery.jobs;

import java.util.Map;

import org.orrery.analysis.result.Result;

/**
 * Answers to questions about stored runs, from what they have committed: no data set is read, and nothing is stored.
 * Thread-safe; reads files and computes on the calling thread: never on the user interface thread. An interrupt of the calling
 * thread ends it.
 */
public interface RunAnswers {
    /**
     * The answer to a question about a run.
     *
     * @param question in plain form, as {@link AnalysisDescriptor#questions()} describes it; what is not given gets its default
     * @throws RunException run-not-found; unknown-analysis when it is not installed; bad-usage when it takes no questions or
     *     its outcomes have another shape by now; bad-setting; not-enough-data; cancelled
     */
    Result ask(long run, Map<String, ?> question) throws RunException;
}
