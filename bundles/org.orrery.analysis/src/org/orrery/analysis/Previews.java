package org.orrery.analysis;

import org.orrery.analysis.result.Result;

/**
 * An optional face of an {@link Analysis}: shows on the first rows of the data, without a run, what a run would do. Nothing is
 * stored.
 *
 * @param <S> the settings of the analysis
 */
public interface Previews<S extends Record> {
    /**
     * The result on these rows.
     *
     * @param firstRows the inputs of a run, each cut after some thousand rows; their data sets still describe all rows
     * @throws AnalysisException for anything the user can do something about
     */
    Result preview(S settings, Inputs firstRows, PrepareContext context) throws AnalysisException;
}
