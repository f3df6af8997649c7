package org.orrery.analysis;

/**
 * One kind of analysis. Stateless, with a public constructor without parameters; loaded when it is first used. Every
 * method may be called from several threads at once.
 *
 * @param <S> the settings: a record annotated as {@code org.orrery.analysis.settings} says
 */
public interface Analysis<S extends Record> {
    /**
     * Looks at the settings against the columns alone, while the user types: no file is read. Ranges and choices that
     * annotations state have been checked already.
     */
    void check(S settings, InputSchemas inputs, Problems problems);

    /** Heap and seconds to expect, for the queue. */
    default Estimate estimate(S settings, InputSchemas inputs) {
        return Estimate.UNKNOWN;
    }

    /**
     * Encodes, indexes and plans, inside the admitted run. Deterministic: a resumed run prepares again and must come to
     * the same units.
     *
     * @throws AnalysisException for anything the user can do something about
     */
    Workload<?> prepare(S settings, Inputs inputs, PrepareContext context) throws AnalysisException;
}
