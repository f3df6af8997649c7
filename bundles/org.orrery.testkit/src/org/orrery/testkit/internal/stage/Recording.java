package org.orrery.testkit.internal.stage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.orrery.analysis.Outcomes;
import org.orrery.analysis.Unit;
import org.orrery.analysis.Workload;
import org.orrery.analysis.result.Result;
import org.orrery.data.Table;
import org.orrery.testkit.Rule;
import org.orrery.testkit.Violation;

/** Keeps what a run does, for the rules that look at it afterwards. */
public final class Recording implements Probe {
    private final String place;
    private final List<Violation> violations = new CopyOnWriteArrayList<>();
    private final Map<String, Object> outcomes = new ConcurrentHashMap<>();
    private final Map<String, Map<String, List<Table>>> rows = new ConcurrentHashMap<>();
    private final Map<String, Long> begun = new ConcurrentHashMap<>();
    private final Map<String, Long> nanos = new ConcurrentHashMap<>();
    private final Map<String, long[]> progress = new ConcurrentHashMap<>();
    private final Map<String, Throwable> errors = new ConcurrentHashMap<>();
    private final Set<String> threads = ConcurrentHashMap.newKeySet();
    private volatile List<Unit> first = List.of();
    private volatile List<Unit> all = List.of();
    private volatile Workload<?> workload;
    private volatile Result last = Result.EMPTY;

    /** A recording of that case. */
    public Recording(String place) {
        this.place = place;
    }

    @Override
    public void prepared(Workload<?> prepared, Again again) throws Exception {
        workload = prepared;
        first = List.copyOf(prepared.units());
        all = first;
        List<Unit> second = again.prepare(again.settings()).units();
        if (!first.equals(second)) {
            violations.add(new Violation(Rule.UNITS, place, "prepared twice with the same settings, the units differ: "
                    + first.stream().map(Unit::id).toList() + " and " + second.stream().map(Unit::id).toList()));
        }
        GrownSettings.check(first, again, place, violations);
    }

    @Override
    public void before(Unit unit) {
        begun.put(unit.id(), System.nanoTime());
        threads.add(Thread.currentThread().getName());
        // A unit that is repeated writes its rows anew.
        rows.remove(unit.id());
        progress.remove(unit.id());
    }

    @Override
    public void worked(Unit unit, long done, long total) {
        progress.compute(unit.id(), (id, before) -> {
            if (before != null && done < before[0]) {
                violations.add(new Violation(Rule.PROGRESS, place + ", " + id, "went back from " + before[0] + " to " + done));
            }
            if (total >= 0 && done > total || done < 0) {
                violations.add(new Violation(Rule.PROGRESS, place + ", " + id, done + " of " + total + " is not possible"));
            }
            return new long[] {done, total};
        });
    }

    @Override
    public void rows(Unit unit, String name, Table table) {
        rows.computeIfAbsent(unit.id(), id -> new ConcurrentHashMap<>())
                .computeIfAbsent(name, id -> new CopyOnWriteArrayList<>()).add(table);
    }

    @Override
    public void returned(Unit unit, Object outcome) {
        nanos.put(unit.id(), System.nanoTime() - begun.get(unit.id()));
        if (outcome == null) {
            violations.add(new Violation(Rule.OUTCOMES, place + ", " + unit.id(), "the outcome is null"));
        } else {
            outcomes.put(unit.id(), outcome);
        }
        long[] last = progress.get(unit.id());
        if (last != null && last[1] > 0 && last[0] < last[1]) {
            violations.add(new Violation(Rule.PROGRESS, place + ", " + unit.id(), "ended at " + last[0] + " of " + last[1]));
        }
    }

    @Override
    public void thrown(Unit unit, Throwable error) {
        errors.put(unit.id(), error);
    }

    @Override
    public void more(List<Unit> one, List<Unit> other) {
        if (!one.equals(other)) {
            violations.add(new Violation(Rule.UNITS, place, "asked twice for more units of the same outcomes, the answers differ: "
                    + one.stream().map(Unit::id).toList() + " and " + other.stream().map(Unit::id).toList()));
        }
    }

    @Override
    public void summarised(Outcomes<?> stored, Result result, boolean live) {
        if (live) {
            return;
        }
        all = stored.units();
        last = result;
        for (Unit unit : all) {
            Object returned = outcomes.get(unit.id());
            Object read = stored.get(unit.id()).map(Object.class::cast).orElse(null);
            if (returned != null && read != null && !SameValues.same(returned, read)) {
                violations.add(new Violation(Rule.OUTCOMES, place + ", " + unit.id(),
                        "the outcome was " + returned + ", but reads " + read + " from disk"));
            }
        }
    }

    @Override
    public void summaryFailed(Throwable error) {
        violations.add(new Violation(Rule.SUMMARY, place, "the summary failed: " + error));
    }

    /** What was seen against that rule. */
    public List<Violation> violations(Rule rule) {
        return violations.stream().filter(each -> each.rule() == rule).toList();
    }

    /** The units as first declared. */
    public List<Unit> firstUnits() {
        return first;
    }

    /** All units that were declared. */
    public List<Unit> units() {
        return all;
    }

    /** The work. */
    public Workload<?> workload() {
        return workload;
    }

    /** The outcomes as they were returned, by unit. */
    public Map<String, Object> outcomes() {
        return new LinkedHashMap<>(outcomes);
    }

    /** The last result of the analysis, as it was returned. */
    public Result result() {
        return last;
    }

    /** What a unit wrote, by name. */
    public Map<String, List<Table>> rows(String unit) {
        return rows.getOrDefault(unit, Map.of());
    }

    /** What units threw. */
    public Map<String, Throwable> errors() {
        return errors;
    }

    /** The names of the threads of units. */
    public List<String> threads() {
        return new ArrayList<>(threads);
    }

    /** How long a unit took; 0 when it did not return. */
    public long nanos(String unit) {
        return nanos.getOrDefault(unit, 0L);
    }
}
