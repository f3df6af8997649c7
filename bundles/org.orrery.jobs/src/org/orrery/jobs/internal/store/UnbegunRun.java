package org.orrery.jobs.internal.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.orrery.analysis.result.Result;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;

/** A run that waits for its first turn and has no folder yet. */
record UnbegunRun(Enlisted enlisted, Path folder) implements StoredRun {
    @Override
    public RunSummary summary() {
        return enlisted.summary();
    }

    @Override
    public RunRequest request() {
        return enlisted.request().orElseThrow().request();
    }

    @Override
    public String analysisVersion() {
        return enlisted.request().orElseThrow().version();
    }

    @Override
    public int attempts() {
        return 0;
    }

    @Override
    public Optional<Result> result() {
        return Optional.empty();
    }

    @Override
    public List<Failure> failures() {
        return List.of();
    }

    @Override
    public Optional<RunException.Problem> error() {
        return Optional.empty();
    }

    @Override
    public List<Artifact> artifacts() {
        return List.of();
    }

    @Override
    public List<LogLine> log() {
        return List.of();
    }

    @Override
    public List<Metric> metrics() {
        return List.of();
    }

    @Override
    public Costs costs() {
        return new Costs(0, 0, 0, 0, Double.NaN, Double.NaN);
    }
}
