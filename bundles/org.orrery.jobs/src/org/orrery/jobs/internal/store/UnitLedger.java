package org.orrery.jobs.internal.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.orrery.analysis.Outcomes;
import org.orrery.analysis.Unit;
import org.orrery.jobs.RunException;
import org.orrery.jobs.UnitCounts;
import org.orrery.jobs.internal.store.JournalEntry.Committed;

/**
 * What became of the units of one attempt. An ending never changes, so that a view of a moment needs no copy: it is the
 * number of endings at that moment. Thread-safe.
 */
public final class UnitLedger {
    /**
     * How a unit ended.
     *
     * @param number counts endings from 1
     * @param status SUCCEEDED, FAILED or SKIPPED
     * @param commit what it left; only when it succeeded
     * @param code what kind of failure
     * @param message why it did not succeed
     * @param restored whether it is from an earlier attempt
     */
    record Ending(long number, Outcomes.Status status, Optional<Committed> commit, RunException.Code code, String message,
            boolean restored) {
    }

    /** A moment. */
    record Moment(List<Unit> units, long endings, int succeeded) {
    }

    private final Map<String, Ending> endings = new ConcurrentHashMap<>();
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private List<Unit> order = List.of();
    private long number;
    private int succeeded;
    private int restored;
    private int failed;
    private int skipped;

    /**
     * Adds units at the end.
     *
     * @throws IllegalArgumentException when an id is there already or a unit comes after one that is not declared
     */
    public synchronized void declare(List<Unit> more) {
        for (Unit unit : more) {
            if (units.put(unit.id(), unit) != null) {
                throw new IllegalArgumentException("Two units are called " + unit.id());
            }
        }
        for (Unit unit : more) {
            for (String before : unit.after()) {
                if (!units.containsKey(before)) {
                    throw new IllegalArgumentException("Unit " + unit.id() + " comes after " + before + ", which is not declared");
                }
            }
        }
        order = List.copyOf(units.values());
    }

    /** A unit succeeded, now or in an earlier attempt. */
    public synchronized void succeeded(Committed commit, boolean before) {
        end(commit.unit(), new Ending(++number, Outcomes.Status.SUCCEEDED, Optional.of(commit), null, "", before));
        succeeded++;
        restored += before ? 1 : 0;
    }

    /** A unit failed. */
    public synchronized void failed(String unit, RunException.Code code, String message) {
        end(unit, new Ending(++number, Outcomes.Status.FAILED, Optional.empty(), code, message, false));
        failed++;
    }

    /** A unit is not done. */
    public synchronized void skipped(String unit, String message) {
        end(unit, new Ending(++number, Outcomes.Status.SKIPPED, Optional.empty(), null, message, false));
        skipped++;
    }

    private void end(String unit, Ending ending) {
        if (!units.containsKey(unit) || endings.putIfAbsent(unit, ending) != null) {
            throw new IllegalStateException("Unit " + unit + " cannot end now");
        }
    }

    /** Whether that unit ended. */
    public boolean ended(String unit) {
        return endings.containsKey(unit);
    }

    /** What became of that unit. */
    public Outcomes.Status status(String unit) {
        Ending ending = endings.get(unit);
        return ending == null ? Outcomes.Status.PENDING : ending.status();
    }

    /** How the units stand. */
    public synchronized UnitCounts counts() {
        return new UnitCounts(succeeded, order.size(), restored, failed, skipped);
    }

    /** All units in order. */
    public synchronized List<Unit> units() {
        return order;
    }

    /** The first failure in order of declaration. */
    public Optional<RunException.Problem> firstFailure() {
        for (Unit unit : units()) {
            Ending ending = endings.get(unit.id());
            if (ending != null && ending.status() == Outcomes.Status.FAILED) {
                return Optional.of(new RunException.Problem(ending.code(), "", ending.message(), Optional.empty()));
            }
        }
        return Optional.empty();
    }

    synchronized Moment moment() {
        return new Moment(order, number, succeeded);
    }

    Optional<Ending> ending(String unit, Moment moment) {
        Ending ending = endings.get(unit);
        return ending == null || ending.number() > moment.endings() ? Optional.empty() : Optional.of(ending);
    }

    List<Outcomes.Gap> gaps(Moment moment) {
        List<Outcomes.Gap> gaps = new ArrayList<>();
        for (Unit unit : moment.units()) {
            ending(unit.id(), moment).filter(ending -> ending.status() != Outcomes.Status.SUCCEEDED)
                    .ifPresent(ending -> gaps.add(new Outcomes.Gap(unit, ending.status(), ending.message())));
        }
        return gaps;
    }
}
