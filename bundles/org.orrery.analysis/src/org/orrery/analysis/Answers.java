package org.orrery.analysis;

import org.orrery.analysis.result.Result;

/**
 * An optional face of an {@link Analysis}: answers questions about a run from its stored outcomes alone, while it goes on or
 * long after its end: another threshold, another cost, another support. No data set is read and nothing is stored.
 *
 * @param <S> the settings of the analysis
 * @param <O> the outcome of a unit
 * @param <Q> the question: a record annotated as the settings are
 */
public interface Answers<S extends Record, O, Q extends Record> {
    /** The class of the outcomes: the same that the workloads of the analysis name. */
    Class<O> outcomeType();

    /** The class of the question. */
    Class<Q> questionType();

    /**
     * The answer: a pure function of its arguments, of any outcomes.
     *
     * @throws AnalysisException bad-setting for a question that does not fit the run; not-enough-data while there is nothing to
     *     answer from
     */
    Result answer(S settings, Q question, Outcomes<O> outcomes, SummaryContext context) throws AnalysisException;
}
