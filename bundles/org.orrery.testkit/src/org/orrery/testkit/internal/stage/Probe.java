package org.orrery.testkit.internal.stage;

import org.orrery.analysis.Inputs;
import org.orrery.analysis.Outcomes;
import org.orrery.analysis.PrepareContext;
import org.orrery.analysis.Unit;
import org.orrery.analysis.Workload;
import org.orrery.analysis.result.Result;
import org.orrery.data.Table;

/** Sees what passes between the run management and an analysis, and may interfere by throwing. Called from any thread. */
public interface Probe {
    /** Sees nothing. */
    Probe NONE = new Probe() {
    };

    /**
     * The analysis has prepared.
     *
     * @param again prepares once more, with the same settings or with other ones
     */
    default void prepared(Workload<?> workload, Again again) throws Exception {
    }

    /** Prepares once more, inside the run. */
    interface Again {
        /** With these settings. */
        Workload<?> prepare(Record settings) throws Exception;

        /** The settings of the run. */
        Record settings();

        /** The data of the run. */
        Inputs inputs();

        /** The context of the run. */
        PrepareContext context();
    }

    /** A unit is about to begin, on its own thread. */
    default void before(Unit unit) throws Exception {
    }

    /** A unit has called its context for the first time. */
    default void inside(Unit unit) {
    }

    /** A unit has reported its progress. */
    default void worked(Unit unit, long done, long total) {
    }

    /** A unit has written rows. */
    default void rows(Unit unit, String name, Table rows) {
    }

    /** A unit has returned. */
    default void returned(Unit unit, Object outcome) throws Exception {
    }

    /** A unit has thrown. */
    default void thrown(Unit unit, Throwable error) {
    }

    /** Further units were asked for, twice. */
    default void more(java.util.List<Unit> first, java.util.List<Unit> second) {
    }

    /** Outcomes were summarised. */
    default void summarised(Outcomes<?> outcomes, Result result, boolean live) {
    }

    /** A summary has thrown. */
    default void summaryFailed(Throwable error) {
    }
}
