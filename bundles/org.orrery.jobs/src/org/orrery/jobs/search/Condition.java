package org.orrery.jobs.search;

import java.util.Optional;
import java.util.function.Predicate;

import org.orrery.jobs.RunSummary;

/** A part of a search. Immutable. */
@FunctionalInterface
interface Condition {
    /** Whether a run fits; open only without its line or without its facts. */
    Fit fit(Optional<RunSummary> run, Optional<RunFacts> facts);

    /** One that the line of the run decides. */
    static Condition line(Predicate<RunSummary> fits) {
        return (run, facts) -> run.isEmpty() ? Fit.OPEN : Fit.of(fits.test(run.get()));
    }

    default Condition and(Condition other) {
        return (run, facts) -> {
            Fit first = fit(run, facts);
            return first == Fit.NO ? Fit.NO : first.and(other.fit(run, facts));
        };
    }

    default Condition or(Condition other) {
        return (run, facts) -> {
            Fit first = fit(run, facts);
            return first == Fit.YES ? Fit.YES : first.or(other.fit(run, facts));
        };
    }

    default Condition not() {
        return (run, facts) -> fit(run, facts).not();
    }
}
