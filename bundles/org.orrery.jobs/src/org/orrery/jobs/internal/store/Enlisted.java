package org.orrery.jobs.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.orrery.jobs.RunQueue.Place;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.UnitCounts;

/**
 * A run in the queue.
 *
 * @param run its number
 * @param at when it was put there
 * @param request what was asked for; empty when its folder has it, because it has been at work before
 * @param place where it stands
 */
public record Enlisted(long run, Instant at, Optional<FrozenRequest> request, Place place) {
    public Enlisted {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(place, "place");
        request = request == null ? Optional.empty() : request;
    }

    Enlisted at(Place next) {
        return new Enlisted(run, at, request, next);
    }

    /** Its line in the list, while it has no folder. */
    RunSummary summary() {
        FrozenRequest frozen = request.orElseThrow();
        List<String> datasets = frozen.request().datasets();
        return new RunSummary(run, frozen.request().analysis(), frozen.request().name(), RunState.QUEUED, at, Optional.empty(), Optional.empty(),
                datasets.isEmpty() ? "" : datasets.get(0), "", Double.NaN, new UnitCounts(0, 0, 0, 0, 0), false, List.of(), "",
                datasets.stream().skip(1).toList());
    }
}
