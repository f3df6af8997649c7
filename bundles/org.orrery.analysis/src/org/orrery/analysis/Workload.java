package org.orrery.analysis;

import java.util.List;

import org.orrery.analysis.result.Result;

/**
 * The work of one run. {@link #execute} is called for different units at the same time; what they share must not change
 * after {@code prepare}.
 *
 * @param <O> the outcome of a unit: a record, or a sealed interface of records, made of primitives, strings, enums,
 *            arrays, lists, optionals and records of these. Small: rows in their thousands go to
 *            {@link UnitOutput#rows}.
 */
public interface Workload<O> {
    /** The class of {@code O}, so that stored outcomes can be read back. */
    Class<O> outcomeType();

    /** The units, in the order in which they start. */
    List<Unit> units();

    /**
     * Does one unit. What it returns is on disk before anybody hears of it.
     *
     * @param earlier the outcomes committed so far; those of {@link Unit#after()} are among them
     * @throws Exception to fail this unit; the others go on
     */
    O execute(Unit unit, Outcomes<O> earlier, UnitContext context) throws Exception;

    /**
     * Further units, asked when nothing is left to do; none ends the run. A pure function of the outcomes.
     */
    default List<Unit> more(Outcomes<O> outcomes) {
        return List.of();
    }

    /**
     * The result of whatever outcomes there are. Also called while the run goes on, at most once a second and never on a
     * thread of a unit; its cost is linear in the outcomes.
     */
    Result summarise(Outcomes<O> outcomes, SummaryContext context) throws AnalysisException;
}
