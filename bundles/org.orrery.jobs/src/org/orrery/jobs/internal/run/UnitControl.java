package org.orrery.jobs.internal.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.orrery.analysis.Unit;

/** Which units of one attempt are at work, which groups of them the user does not want, and how long each may take. Thread-safe. */
final class UnitControl {
    private final Map<String, UnitTask<?>> working = new LinkedHashMap<>();
    private final Map<String, Thread> threads = new HashMap<>();
    private final Set<String> unwanted = new HashSet<>();
    private final Map<String, Duration> budgets = new HashMap<>();
    private final List<Limit> limits = new ArrayList<>();
    /** By {@link System#nanoTime}: the clock of the machine may jump, and the time that the user gave must not. */
    private final Map<String, Long> begun = new HashMap<>();
    private final Set<String> groups = new HashSet<>();
    private final List<Consumer<List<String>>> listeners = new ArrayList<>();
    private volatile boolean stopping;

    /** Whoever wants to hear of the groups each time there are more. */
    synchronized void onGroups(Consumer<List<String>> listener) {
        listeners.add(listener);
    }

    /** There are these units. */
    void declare(List<Unit> units) {
        know(units.stream().map(Unit::group).distinct().toList());
    }

    /** There are these groups of units. */
    void know(List<String> more) {
        List<String> all;
        List<Consumer<List<String>>> told;
        synchronized (this) {
            if (!groups.addAll(more)) {
                return;
            }
            all = groups();
            told = List.copyOf(listeners);
        }
        told.forEach(listener -> listener.accept(all));
    }

    /** The groups that the user named, before there were any to check them against, and that are none. */
    synchronized List<String> unknown() {
        return Stream.concat(unwanted.stream(), budgets.keySet().stream()).filter(group -> !groups.contains(group)).distinct().sorted().toList();
    }

    /** The groups of the units declared so far. */
    synchronized List<String> groups() {
        return groups.stream().sorted().toList();
    }

    /** A unit begins, on this thread. */
    synchronized void begin(Unit unit, UnitTask<?> task) {
        begun.putIfAbsent(unit.group(), System.nanoTime());
        working.put(unit.id(), task);
        threads.put(unit.id(), Thread.currentThread());
    }

    /** A unit ends. */
    synchronized void end(Unit unit) {
        working.remove(unit.id());
        threads.remove(unit.id());
    }

    /** The user stops the run: units that can end early with what they have shall. */
    void stop() {
        stopping = true;
    }

    /** Whether the user stops the run. */
    boolean stopping() {
        return stopping;
    }

    /** The user does not want the rest of that group. */
    synchronized void skip(String group) {
        unwanted.add(group);
    }

    /** The group may take so long, from the beginning of its first unit. */
    synchronized void budget(String group, Duration limit) {
        budgets.put(group, limit);
        limits.add(new Limit(group, limit, false));
    }

    /** The group may take so much longer, from now. */
    synchronized void grant(String group, Duration more) {
        Long start = begun.get(group);
        budgets.put(group, start == null ? more : more.plusNanos(System.nanoTime() - start));
        limits.add(new Limit(group, more, true));
    }

    /**
     * A time that was given to a group.
     *
     * @param fromNow whether it counts from when it was given, and not from the beginning of the group
     */
    record Limit(String group, Duration time, boolean fromNow) {
    }

    /** The groups that the user does not want. */
    synchronized Set<String> unwanted() {
        return Set.copyOf(unwanted);
    }

    /** All times that were given to groups, but for the first so many, in their order. */
    synchronized List<Limit> limits(int known) {
        return List.copyOf(limits.subList(known, limits.size()));
    }

    /** How much of its time that group has left, below 0 when it is over; empty when it has all the time that it needs. */
    synchronized Optional<Duration> left(String group) {
        Duration limit = budgets.get(group);
        Long start = begun.get(group);
        return limit == null || start == null ? Optional.empty() : Optional.of(limit.minusNanos(System.nanoTime() - start));
    }

    /** Why no unit of that group shall be done any more. */
    synchronized Optional<String> reason(String group) {
        if (unwanted.contains(group)) {
            return Optional.of(Messages.bind(Messages.UnitControl_unwanted, group));
        }
        return left(group).filter(left -> !left.isPositive())
                .map(left -> Messages.bind(Messages.UnitControl_outOfTime, group, seconds(budgets.get(group))));
    }

    private static String seconds(Duration limit) {
        return Double.toString(limit.toMillis() / 1e3);
    }

    /** Tells the units at work whose group shall not go on. */
    void tell() {
        Map<String, UnitTask<?>> now;
        synchronized (this) {
            if (unwanted.isEmpty() && budgets.isEmpty()) {
                return;
            }
            now = Map.copyOf(working);
        }
        now.values().forEach(task -> reason(task.unit().group()).ifPresent(task::leave));
    }

    /** No unit at work shall go on. */
    void leaveAll(String why) {
        Map<String, UnitTask<?>> now;
        synchronized (this) {
            now = Map.copyOf(working);
        }
        now.values().forEach(task -> task.leave(why));
    }

    /** Interrupts the threads of the units at work. */
    synchronized void interrupt() {
        threads.values().forEach(Thread::interrupt);
    }

    /** The units at work with the threads they hold, for a sentence. */
    synchronized String atWork() {
        return threads.entrySet().stream().map(entry -> entry.getKey() + " (" + entry.getValue().getName() + ")")
                .sorted().collect(Collectors.joining(", "));
    }
}
