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

    /** What users read for the stable words in its results; of use where results are shown, never in documents for programs. */
    default Names names() {
        return Names.NONE;
    }

    /**
     * Settings under which everything that a run has done stays part of the run, when the user wishes some of those marked
     * {@code org.orrery.analysis.settings.Extends} to grow. As wished, unless the wish is to be met in another way.
     *
     * @param before the settings of the run so far
     * @param wished the same with some settings grown
     * @param problems takes an error for a wish that cannot be met; what is returned is then of no account
     * @return what the new attempt shall have; only settings that may grow differ from those before
     */
    default S grow(S before, S wished, Problems problems) {
        return wished;
    }

    /**
     * Encodes, indexes and plans, inside the admitted run. Deterministic: a resumed run prepares again and must come to
     * the same units.
     *
     * @throws AnalysisException for anything the user can do something about
     */
    Workload<?> prepare(S settings, Inputs inputs, PrepareContext context) throws AnalysisException;
}
