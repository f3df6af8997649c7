package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.orrery.analysis.Unit;
import org.orrery.analysis.result.Figure;
import org.orrery.analysis.result.Result;
import org.orrery.jobs.BaselineVerdict;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.internal.files.Frame;
import org.orrery.jobs.internal.lease.ProcessIdentity;
import org.orrery.jobs.search.RunFacts;

/** A run as its folder has it. Needs no class of the analysis. */
final class FolderRun implements StoredRun {
    private final RunFolder folder;
    private final FrozenRequest request;
    private final RunImage image;
    private final RunSummary summary;
    private final Optional<Result> result;
    private final List<Late> late;

    private FolderRun(RunFolder folder, FrozenRequest request, RunImage image, Optional<Result> result, List<Late> late, Predicate<ProcessIdentity> dead) {
        this.late = late;
        this.folder = folder;
        this.request = request;
        this.image = image;
        this.result = result;
        this.summary = summarise(number(folder, request), request, image, dead);
    }

    /**
     * The run in that folder.
     *
     * @param dead whether an owner is gone, so that its runs are interrupted
     * @throws IOException when the request, the journal or the result cannot be read
     */
    static FolderRun read(RunFolder folder, Predicate<ProcessIdentity> dead) throws IOException {
        RunImage image = new RunImage(true);
        image.replay(folder);
        FrozenRequest request = request(folder, image).extended(image.extended());
        Optional<Result> result = image.result().isPresent()
                ? Optional.of(ResultStore.read(folder, image.result().get().sha256()))
                : Optional.empty();
        return new FolderRun(folder, request, image, result, LateOutcomes.list(folder, image), dead);
    }

    /** The line of a run in the list. */
    static RunSummary summary(RunFolder folder, Predicate<ProcessIdentity> dead) throws IOException {
        RunImage image = new RunImage(false);
        image.replay(folder);
        FrozenRequest request = request(folder, image);
        return summarise(number(folder, request), request, image, dead);
    }

    /**
     * What a list and a search show of a run.
     *
     * @param summary its line
     * @param facts its figures, settings, seed, version and the digests of its data
     */
    record Line(RunSummary summary, RunFacts facts) {
    }

    /** The line of a run in the list, and what it can be found by. */
    static Line line(RunFolder folder, Predicate<ProcessIdentity> dead) throws IOException {
        RunImage image = new RunImage(false);
        image.replay(folder);
        FrozenRequest request = request(folder, image).extended(image.extended());
        List<Figure> figures = image.result().isPresent() ? ResultStore.figures(folder, image.result().get().sha256()) : List.of();
        String version = image.version().isEmpty() ? request.version() : image.version();
        return new Line(summarise(number(folder, request), request, image, dead), RunFacts.of(request.request(), version, figures));
    }

    private static FrozenRequest request(RunFolder folder, RunImage image) throws IOException {
        byte[] frozen = Files.readAllBytes(folder.request());
        if (!image.request().isEmpty() && !image.request().equals(Frame.digest(frozen))) {
            // Its figures would be shown beside settings that they do not come from.
            throw new IOException(Messages.bind(Messages.FolderRun_requestDamaged, folder.request()));
        }
        return FrozenRequest.read(frozen);
    }

    /** A run from another workspace keeps its request, and is known by the number that it has got here. */
    private static long number(RunFolder folder, FrozenRequest frozen) {
        String name = folder.path().getFileName().toString();
        return name.matches("[1-9][0-9]{0,17}") ? Long.parseLong(name) : frozen.run();
    }

    private static RunSummary summarise(long number, FrozenRequest frozen, RunImage image, Predicate<ProcessIdentity> dead) {
        RunRequest request = frozen.request();
        RunState state = !image.state().ended() && image.owner().filter(owner -> !dead.test(owner)).isEmpty() ? RunState.INTERRUPTED : image.state();
        List<String> datasets = request.datasets();
        return new RunSummary(number, request.analysis(), request.name(), state, image.submitted(), image.started(),
                image.finished(), datasets.isEmpty() ? "" : datasets.get(0), image.result().map(JournalEntry.Stored::bestName).orElse(""),
                image.result().map(JournalEntry.Stored::bestValue).orElse(Double.NaN), image.counts(), state.resumable(), image.tags(), image.note(),
                datasets.stream().skip(1).toList());
    }

    @Override
    public RunSummary summary() {
        return summary;
    }

    @Override
    public RunRequest request() {
        return request.request();
    }

    @Override
    public String analysisVersion() {
        return image.version().isEmpty() ? request.version() : image.version();
    }

    @Override
    public int attempts() {
        return image.attempts();
    }

    @Override
    public Optional<Result> result() {
        return result;
    }

    @Override
    public List<Failure> failures() {
        List<Failure> failures = new ArrayList<>();
        for (Unit unit : image.units().values()) {
            image.failure(unit.id()).ifPresent(failure -> failures.add(new Failure(unit.id(), failure.message())));
            image.skip(unit.id()).ifPresent(skip -> failures.add(new Failure(unit.id(), skip.message())));
        }
        return List.copyOf(failures);
    }

    @Override
    public List<Late> late() {
        return late;
    }

    @Override
    public Optional<RunException.Problem> error() {
        return image.error();
    }

    @Override
    public List<Artifact> artifacts() {
        Map<String, JournalEntry.Committed> commits = image.committed();
        List<Artifact> artifacts = new ArrayList<>();
        for (String unit : image.units().keySet()) {
            if (commits.containsKey(unit)) {
                commits.get(unit).files().forEach(file -> artifacts.add(new Artifact(file.id(), folder.artifact(file.id(), file.file()),
                        file.mediaType(), file.bytes(), file.sha256())));
            }
        }
        return List.copyOf(artifacts);
    }

    @Override
    public List<LogLine> log() {
        return image.log().stream().sorted(Comparator.comparing(LogLine::instant)).toList();
    }

    @Override
    public List<Metric> metrics() {
        return List.copyOf(image.metrics());
    }

    @Override
    public Optional<BaselineVerdict> verdict() {
        return VerdictFile.read(folder);
    }

    @Override
    public Costs costs() {
        return image.costs();
    }

    @Override
    public Path folder() {
        return folder.path();
    }
}
