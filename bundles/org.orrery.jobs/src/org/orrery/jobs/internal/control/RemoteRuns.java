package org.orrery.jobs.internal.control;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.orrery.analysis.result.Result;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunQueue;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Runs;
import org.orrery.jobs.internal.Reporter;
import org.orrery.jobs.internal.control.Protocol.Change;
import org.orrery.jobs.internal.control.Protocol.Request;
import org.orrery.jobs.internal.control.Protocol.Verb;

/** Runs in another process. Listeners hear of runs that were submitted, resumed or waited for here. */
final class RemoteRuns implements Runs {
    private final OwnerLine line;
    private final RunFolders journals;
    private final Reporter reporter;
    private final List<RunListener> listeners = new CopyOnWriteArrayList<>();
    private final Map<Long, RunFollow> follows = new ConcurrentHashMap<>();
    private final Map<Long, Result> results = new ConcurrentHashMap<>();
    private final Set<Long> own = ConcurrentHashMap.newKeySet();

    /** @param journals the runs as their journals say, whether their owner is dead or not */
    RemoteRuns(OwnerLine line, RunFolders journals, Reporter reporter) {
        this.line = line;
        this.journals = journals;
        this.reporter = reporter;
    }

    @Override
    public long submit(RunRequest request) throws RunException {
        long run = line.ask(new Request(Verb.SUBMIT, 0, Optional.of(request), Optional.empty())).run();
        own.add(run);
        follow(run);
        return run;
    }

    @Override
    public RunQueue queue() {
        return new RemoteQueue(line, run -> {
            own.add(run);
            follow(run);
        });
    }

    @Override
    public void resume(long run) throws RunException {
        line.ask(Request.of(Verb.RESUME, run));
        own.add(run);
        follows.remove(run);
        follow(run);
    }

    @Override
    public void extend(long run, Map<String, ?> settings) throws RunException {
        change(Verb.EXTEND, run, new Change(new LinkedHashMap<>(settings), null, null, null));
        own.add(run);
        follows.remove(run);
        follow(run);
    }

    private void change(Verb verb, long run, Change change) throws RunException {
        line.ask(Request.change(verb, run, change));
    }

    @Override
    public void skip(long run, String group) throws RunException {
        change(Verb.SKIP, run, new Change(null, null, group, null));
    }

    @Override
    public void budget(long run, String group, Duration limit) throws RunException {
        change(Verb.BUDGET, run, new Change(null, null, group, limit));
    }

    @Override
    public void grant(long run, String group, Duration more) throws RunException {
        change(Verb.GRANT, run, new Change(null, null, group, more));
    }

    @Override
    public void tag(long run, List<String> tags) throws RunException {
        change(Verb.TAG, run, new Change(null, tags, null, null));
    }

    @Override
    public void note(long run, String note) throws RunException {
        change(Verb.NOTE, run, new Change(null, null, note, null));
    }

    @Override
    public Optional<String> waitsFor(long run) throws RunException {
        return line.ask(Request.of(Verb.WAITS_FOR, run)).text();
    }

    @Override
    public List<String> groups(long run) throws RunException {
        return line.ask(Request.of(Verb.GROUPS, run)).text().filter(text -> !text.isEmpty())
                .map(text -> List.of(text.split(Protocol.BETWEEN))).orElse(List.of());
    }

    private RunFollow follow(long run) {
        return follows.computeIfAbsent(run, number -> new RunFollow(line, number, this, journals, reporter));
    }

    @Override
    public void cancel(long run) throws RunException {
        line.ask(Request.of(Verb.CANCEL, run));
    }

    @Override
    public void stop(long run) throws RunException {
        line.ask(Request.of(Verb.STOP, run));
    }

    @Override
    public void pause(long run) throws RunException {
        line.ask(Request.of(Verb.PAUSE, run));
    }

    @Override
    public void proceed(long run) throws RunException {
        line.ask(Request.of(Verb.PROCEED, run));
    }

    @Override
    public void interrupt(long run) throws RunException {
        line.ask(Request.of(Verb.INTERRUPT, run));
    }

    @Override
    public void interruptAll(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        List<RunFollow> open = new ArrayList<>();
        for (long run : own) {
            RunFollow follow = follow(run);
            try {
                interrupt(run);
                open.add(follow);
            } catch (RunException e) {
                // Whoever waits for the run hears of it.
                follow.fail(e);
            }
        }
        open.forEach(follow -> follow.join(Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
    }

    @Override
    public void dropLate(long run) throws RunException {
        line.ask(Request.of(Verb.DROP_LATE, run));
    }

    @Override
    public void delete(long run) throws RunException {
        line.ask(Request.of(Verb.DELETE, run));
        results.remove(run);
    }

    @Override
    public RunSummary await(long run, Duration limit) throws RunException, InterruptedException {
        RunFollow follow = follow(run);
        RunSummary now = follow.await(limit);
        if (now.state().ended()) {
            follows.remove(run, follow);
        }
        return now;
    }

    @Override
    public long add(Path file) throws RunException {
        return line.ask(Request.change(Verb.ADD, 0, new Change(null, null, file.toAbsolutePath().toString(), null))).run();
    }

    @Override
    public Optional<Result> result(long run) {
        return Optional.ofNullable(results.get(run));
    }

    @Override
    public void addListener(RunListener listener) {
        if (!listeners.contains(listener)) {
            listeners.add(listener);
        }
    }

    @Override
    public void removeListener(RunListener listener) {
        listeners.remove(listener);
    }

    List<RunListener> listeners() {
        return listeners;
    }

    void keep(long run, Result result) {
        results.put(run, result);
    }
}
