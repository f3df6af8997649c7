package org.orrery.analysis.forecast;

import java.util.List;

import org.orrery.analysis.InputSchemas;

/**
 * An optional face of an {@link org.orrery.analysis.Analysis}: foretells from earlier runs how long the parts of a run will take, before it
 * begins. No data set is read.
 *
 * @param <S> the settings of the analysis
 */
public interface Forecasts<S extends Record> {
    /**
     * What is to be expected: a pure function of its arguments.
     *
     * @param past earlier runs of the same analysis that were completed on this machine, the newest first; may be none
     */
    RunForecast forecast(S settings, InputSchemas inputs, List<PastRun<S>> past);
}
