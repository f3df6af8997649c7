package org.orrery.jobs.internal.run;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.orrery.analysis.result.Result;
import org.orrery.jobs.RunException;

/** The results of runs that have ended in this process: the last ones in memory, the others read again when they are asked for. Thread-safe. */
final class KeptResults {
    private static final int MOST = 64;
    private final RunServices services;
    private final Map<Long, Result> kept = new LinkedHashMap<>();
    private final Set<Long> left = new HashSet<>();

    KeptResults(RunServices services) {
        this.services = services;
    }

    synchronized void keep(long run, Result result) {
        left.remove(run);
        kept.remove(run);
        kept.put(run, result);
        if (kept.size() > MOST) {
            long oldest = kept.keySet().iterator().next();
            kept.remove(oldest);
            left.add(oldest);
        }
    }

    /** All leave memory: they are on disk. */
    synchronized void spill() {
        left.addAll(kept.keySet());
        kept.clear();
    }

    synchronized void forget(long run) {
        kept.remove(run);
        left.remove(run);
    }

    /** The result of a run that was at work here; empty when it had none, or is gone. */
    Optional<Result> find(long run) {
        synchronized (this) {
            if (!left.contains(run)) {
                return Optional.ofNullable(kept.get(run));
            }
        }
        try {
            return services.folders().open(run).result();
        } catch (RunException e) {
            // Deleted meanwhile, or damaged, which whoever opens the run is told.
            services.reporter().report("The result of run " + run + " cannot be read again", e);
            return Optional.empty();
        }
    }
}
