package org.orrery.jobs.internal.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.orrery.jobs.MemoryMonitor;
import org.orrery.jobs.internal.Reporter;

/**
 * Looks after the heap: from 80 % it advises, from 90 % it moves results out of memory and holds the largest of several runs at its
 * next unit, until there is room again or no other is at work. The user has the last word: a run that was let go is not held again.
 * Measured after collections, because garbage is no reason to do anything. Thread-safe.
 */
final class MemoryGuard implements MemoryMonitor {
    private static final double HIGH = 0.7;
    private static final double VERY_HIGH = 0.8;
    private static final double CRITICAL = 0.9;
    private static final double MIB = 1 << 20;
    private static final Duration CLEANING = Duration.ofMinutes(5);
    private final Supplier<HeapReading> heap;
    private final Supplier<List<LiveRun>> working;
    private final Runnable spill;
    private final Reporter reporter;
    private final Map<LiveRun, RunMemory> uses = new HashMap<>();
    private final Set<LiveRun> held = new HashSet<>();
    private final Set<LiveRun> spared = new HashSet<>();
    private Level level = Level.CALM;
    private Instant cleaned;
    private long cleanedNanos = System.nanoTime();
    private volatile Reading reading;

    /**
     * Guards.
     *
     * @param working the runs at work, those of other processes too
     * @param spill moves results out of memory
     */
    MemoryGuard(Supplier<HeapReading> heap, Supplier<List<LiveRun>> working, Runnable spill, Reporter reporter) {
        this.heap = heap;
        this.working = working;
        this.spill = spill;
        this.reporter = reporter;
        this.reading = read(heap.get(), List.of());
    }

    /** Looks, and does what is to be done. Called every second. */
    synchronized void tick() {
        HeapReading now = heap.get();
        List<LiveRun> own = working.get().stream().filter(run -> !run.isolated()).toList();
        uses.keySet().retainAll(own);
        held.retainAll(own);
        spared.retainAll(own);
        for (LiveRun run : own) {
            uses.computeIfAbsent(run, each -> new RunMemory(now.live())).look(now.live(), own.size() == 1);
        }
        Level next = level(now.old());
        if (next.compareTo(level) > 0 && next.compareTo(Level.VERY_HIGH) >= 0) {
            reporter.report(advice(next, now, own), null);
        }
        level = next;
        if (level == Level.CRITICAL) {
            clean();
            holdLargest(own);
        }
        release(own);
        if (System.nanoTime() - cleanedNanos > CLEANING.toNanos()) {
            clean();
        }
        reading = read(now, own);
    }

    static Level level(double fraction) {
        return fraction >= CRITICAL ? Level.CRITICAL : fraction >= VERY_HIGH ? Level.VERY_HIGH : fraction >= HIGH ? Level.HIGH : Level.CALM;
    }

    private void holdLargest(List<LiveRun> own) {
        held.stream().filter(run -> run.wish() == Wish.GO).toList().forEach(run -> {
            held.remove(run);
            spared.add(run);
        });
        List<LiveRun> free = own.stream().filter(run -> run.wish() == Wish.GO).toList();
        if (free.size() > 1 && held.isEmpty()) {
            free.stream().filter(run -> !spared.contains(run)).max(Comparator.comparingLong(LiveRun::allocatedBytes)).ifPresent(run -> {
                held.add(run);
                reporter.report(Messages.bind(Messages.MemoryGuard_held, run.id()), null);
                run.wish(Wish.HOLD);
            });
        }
    }

    private void release(List<LiveRun> own) {
        boolean alone = own.stream().noneMatch(run -> run.wish() == Wish.GO);
        if (alone || level.compareTo(Level.VERY_HIGH) < 0) {
            held.stream().filter(run -> run.wish() == Wish.HOLD).forEach(run -> run.wish(Wish.GO));
            held.clear();
        }
    }

    /** Whether a run is held for want of memory. */
    synchronized boolean holds(LiveRun run) {
        return held.contains(run) && run.wish() == Wish.HOLD;
    }

    /** By how many bytes a run has let the heap grow, when it was alone all the time; empty when that is not known. */
    synchronized Optional<Long> peak(LiveRun run) {
        return Optional.ofNullable(uses.get(run)).flatMap(RunMemory::peak);
    }

    private void clean() {
        spill.run();
        cleaned = Instant.now();
        cleanedNanos = System.nanoTime();
    }

    private String advice(Level at, HeapReading now, List<LiveRun> own) {
        return at.compareTo(Level.VERY_HIGH) < 0 ? "" : Messages.bind(own.size() > 1 ? Messages.MemoryGuard_several : Messages.MemoryGuard_one,
                Math.round(now.old() * 100), Math.round(now.max() / MIB));
    }

    private Reading read(HeapReading now, List<LiveRun> own) {
        List<Use> lines = own.stream().sorted(Comparator.comparingLong(LiveRun::allocatedBytes).reversed())
                .map(run -> new Use(run.id(), run.request().name(), run.allocatedBytes() / MIB,
                        peak(run).map(bytes -> bytes / MIB).orElse(Double.NaN), holds(run)))
                .toList();
        return new Reading(Instant.now(), now.max() / MIB, now.used() / MIB, now.live() / MIB, now.old(), Meters.resident(), level,
                advice(level, now, own), lines, Optional.ofNullable(cleaned));
    }

    @Override
    public Reading reading() {
        return reading;
    }

    @Override
    public void cleanUp() {
        synchronized (this) {
            clean();
        }
        // The user has asked for it; the figures then tell what is really in use.
        System.gc();
        tick();
    }
}
