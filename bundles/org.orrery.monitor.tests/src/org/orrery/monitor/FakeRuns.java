package org.orrery.monitor;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.orrery.jobs.Curve;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Runs;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.UnitCounts;

/** Runs in memory: one at work, and what was asked of it. */
final class FakeRuns implements RunFolders {
    final List<RunListener> listeners = new CopyOnWriteArrayList<>();
    final List<String> asked = new CopyOnWriteArrayList<>();

    /** The run management; only what the monitor uses does something. */
    Runs runs() {
        InvocationHandler handler = (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "addListener" -> listeners.add((RunListener) arguments[0]);
                case "removeListener" -> listeners.remove(arguments[0]);
                case "equals" -> {
                    return proxy == arguments[0];
                }
                case "hashCode" -> {
                    return 1;
                }
                default -> {
                    if (!Long.valueOf(7).equals(arguments[0])) {
                        throw new RunException(RunException.Code.RUN_NOT_FOUND, "There is no run " + arguments[0] + ".");
                    }
                    asked.add(method.getName() + " " + arguments[0]);
                }
            }
            return null;
        };
        return (Runs) Proxy.newProxyInstance(Runs.class.getClassLoader(), new Class<?>[] {Runs.class}, handler);
    }

    static RunSummary summary(RunState state) {
        return new RunSummary(7, "external", "<b>nnet</b>", state, Instant.EPOCH, Optional.of(Instant.EPOCH), Optional.empty(), "", "loss.best",
                Double.NaN, new UnitCounts(1, 3, 0, 0, 0), false, List.of());
    }

    @Override
    public List<RunSummary> list() {
        return new ArrayList<>(List.of(summary(RunState.RUNNING)));
    }

    @Override
    public StoredRun open(long run) throws RunException {
        throw new RunException(RunException.Code.RUN_NOT_FOUND, "There is no run " + run + ".");
    }

    @Override
    public void export(long run, Path file) throws RunException {
        throw new RunException(RunException.Code.RUN_NOT_FOUND, "There is no run " + run + ".");
    }

    @Override
    public List<Curve> curves(long run) {
        return List.of();
    }
}
