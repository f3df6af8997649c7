package org.orrery.jobs.internal.run;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import org.orrery.analysis.UnitCompute.Registration;

/** Tells everything inside one run that it shall end at once. Given once; thread-safe. */
final class CancelSignal {
    private final Set<Runnable> actions = ConcurrentHashMap.newKeySet();
    private final Set<CancelSignal> children = ConcurrentHashMap.newKeySet();
    private final Executor executor;
    private volatile boolean given;

    /** @param executor calls the actions */
    CancelSignal(Executor executor) {
        this.executor = executor;
    }

    void give() {
        given = true;
        children.forEach(CancelSignal::give);
        actions.forEach(this::call);
    }

    /** A signal that is given with this one, or alone. */
    CancelSignal child() {
        CancelSignal child = new CancelSignal(executor);
        children.add(child);
        if (given) {
            child.give();
        }
        return child;
    }

    /** Takes a child away. */
    void forget(CancelSignal child) {
        children.remove(child);
    }

    boolean given() {
        return given;
    }

    void check() {
        if (given) {
            throw new CancellationException();
        }
    }

    Registration onCancel(Runnable action) {
        Runnable own = action::run;
        actions.add(own);
        if (given) {
            call(own);
        }
        return () -> actions.remove(own);
    }

    private void call(Runnable action) {
        // Removed first: whoever removes it calls it, so that it is called once.
        if (actions.remove(action)) {
            executor.execute(action);
        }
    }
}
