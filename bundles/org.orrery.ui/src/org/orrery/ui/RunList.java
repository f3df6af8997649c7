package org.orrery.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunHistory;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * All runs of the open workspace, kept up to date in memory, so that parts can render them without reading a file. A
 * service; thread-safe.
 */
@Component(service = RunList.class)
public final class RunList {
    private final Workspace workspace;
    private final RunBin bin;
    /** The newest first, which is how they are listed. */
    private final Map<Long, RunSummary> runs = new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    private final Map<Long, RunProgress> progress = new ConcurrentHashMap<>();
    private final Map<Long, Instant> kept = new ConcurrentHashMap<>();
    private final Collection<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final RunListener follower = new Follower();
    /** Counts what changes the lines, so that all who look at them between two changes share one sorted list. */
    private final AtomicLong changes = new AtomicLong();
    private volatile Sorted sorted = new Sorted(-1, List.of());
    /** How many there are in each state, counted along: ten thousand that come must not be gone through ten times a second. Guarded by itself. */
    private final Map<RunState, Integer> tally = new EnumMap<>(RunState.class);
    private volatile boolean loaded;

    private record Sorted(long at, List<RunSummary> runs) {
    }

    /** Begins to read the history and to follow what happens. */
    @Activate
    public RunList(@Reference Workspace workspace, @Reference RunBin bin) {
        this.workspace = workspace;
        this.bin = bin;
        bin.addListener(this::recount);
        workspace.runs().addListener(follower);
        Background.run(Messages.RunList_load, this::load);
    }

    @Deactivate
    void close() {
        workspace.runs().removeListener(follower);
        listeners.clear();
    }

    private void load() throws InterruptedException {
        for (RunSummary run : workspace.history().find(RunHistory.Query.ALL)) {
            // What the listener has told is newer than what was stored.
            runs.putIfAbsent(run.id(), run.state().ended() ? run : live(run));
        }
        loaded = true;
        recount();
    }

    private void recount() {
        synchronized (tally) {
            tally.clear();
            runs.values().forEach(run -> count(run, 1));
        }
        changed();
    }

    /** The line as its run tells it: the index does not know all of its data sets. */
    private RunSummary live(RunSummary indexed) throws InterruptedException {
        try {
            return workspace.runs().await(indexed.id(), Duration.ZERO);
        } catch (RunException e) {
            // It has gone meanwhile, which the listener hears.
            return indexed;
        }
    }

    private void count(RunSummary run, int by) {
        if (!bin.holds(run.id())) {
            tally.merge(run.state(), by, Integer::sum);
        }
    }

    /** How many runs there are but those in the bin. */
    public int count() {
        synchronized (tally) {
            return tally.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** How many of them are in that state. */
    public int count(RunState state) {
        synchronized (tally) {
            return tally.getOrDefault(state, 0);
        }
    }

    /** How many of them have not ended. */
    public int unended() {
        synchronized (tally) {
            return tally.entrySet().stream().filter(each -> !each.getKey().ended()).mapToInt(Map.Entry::getValue).sum();
        }
    }

    /** The workspace whose runs these are. */
    public Workspace workspace() {
        return workspace;
    }

    /** Whether the stored runs have been read. */
    public boolean loaded() {
        return loaded;
    }

    /** All runs but those in the bin, newest first. */
    public List<RunSummary> runs() {
        Sorted known = sorted;
        long at = changes.get();
        if (known.at() != at) {
            known = new Sorted(at, runs.values().stream().filter(run -> !bin.holds(run.id())).toList());
            sorted = known;
        }
        return known.runs();
    }

    /** The runs that have not ended, newest first. */
    public List<RunSummary> active() {
        return runs().stream().filter(run -> !run.state().ended()).toList();
    }

    /** The runs at work or waiting that read the data set of that name, the oldest first. */
    public List<RunSummary> using(String dataset) {
        return active().stream().filter(run -> run.datasets().contains(dataset)).sorted(Comparator.comparingLong(RunSummary::id)).toList();
    }

    /** The run of that number. */
    public Optional<RunSummary> find(long run) {
        return Optional.ofNullable(runs.get(run));
    }

    /** How far a running run is inside its units. */
    public Optional<RunProgress> progress(long run) {
        return Optional.ofNullable(progress.get(run));
    }

    /** When the last unit of a run that goes on was kept on disk, as far as it was heard here. */
    public Optional<Instant> kept(long run) {
        return Optional.ofNullable(kept.get(run));
    }

    /** Adds a listener that is called from any thread, often: throttle. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Takes a listener away. */
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private void changed() {
        changes.incrementAndGet();
        tell();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    private final class Follower implements RunListener {
        @Override
        public void changed(RunSummary run) {
            RunSummary before;
            synchronized (tally) {
                before = runs.put(run.id(), run);
                if (before != null) {
                    count(before, -1);
                }
                count(run, 1);
            }
            if (run.state().ended()) {
                progress.remove(run.id());
                kept.remove(run.id());
            } else if (before != null && run.units().done() > before.units().done()) {
                kept.put(run.id(), Instant.now());
            }
            RunList.this.changed();
        }

        @Override
        public void progress(RunProgress now) {
            progress.put(now.run(), now);
            tell();
        }

        @Override
        public void removed(long run) {
            synchronized (tally) {
                RunSummary before = runs.remove(run);
                if (before != null) {
                    count(before, -1);
                }
            }
            progress.remove(run);
            kept.remove(run);
            RunList.this.changed();
        }
    }
}
