package org.orrery.jobs.internal.workspace;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.orrery.analysis.compare.MeasuredDifference;
import org.orrery.analysis.compare.MeasuredRun;
import org.orrery.analysis.compare.RunComparison;
import org.orrery.analysis.result.Result;
import org.orrery.data.Dataset;
import org.orrery.jobs.BaselineVerdict;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunHistory;
import org.orrery.jobs.RunNote;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.RunTags;
import org.orrery.jobs.Runs;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.internal.Reporter;
import org.orrery.jobs.internal.files.DurableFiles;
import org.orrery.jobs.internal.run.RunJudge;
import org.orrery.jobs.internal.store.VerdictFile;

/**
 * Measures every run that ends by the baseline of its analysis and data set. One that is worse gets a tag and a line in its note; the
 * figures lie beside its journal. Thread-safe.
 */
final class Baselines {
    private final Supplier<Optional<RunComparison>> comparison;
    private final RunFolders folders;
    private final DurableFiles files;
    private final Reporter reporter;
    private final Map<Long, RunSummary> baselines = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> loaded;

    /** @param background where the baselines are looked up at first */
    Baselines(Supplier<Optional<RunComparison>> comparison, RunFolders folders, RunHistory history, DurableFiles files, Reporter reporter,
            Executor background) {
        this.comparison = comparison;
        this.folders = folders;
        this.files = files;
        this.reporter = reporter;
        this.loaded = CompletableFuture.runAsync(() -> history.find(new RunHistory.Query(null, "", RunTags.BASELINE, Integer.MAX_VALUE)).stream()
                .filter(run -> RunTags.has(run, RunTags.BASELINE)).forEach(run -> baselines.putIfAbsent(run.id(), run)), background);
    }

    private void tagged(RunSummary run, List<String> tags) {
        if (tags.stream().map(String::strip).anyMatch(RunTags.BASELINE::equalsIgnoreCase)) {
            baselines.put(run.id(), run);
        } else {
            baselines.remove(run.id());
        }
    }

    /** The same as a judge, who tells these runs. */
    RunJudge over(Runs runs) {
        return new RunJudge() {
            @Override
            public boolean concerns(RunSummary ended) {
                return Baselines.this.concerns(ended);
            }

            @Override
            public void judge(RunSummary ended) {
                Baselines.this.judge(runs, ended);
            }

            @Override
            public void tagged(RunSummary run, List<String> tags) {
                // What was stored before must not come on top of what is newer; that it cannot be read is told when a run is measured.
                loaded.handle((none, failure) -> none).join();
                Baselines.this.tagged(run, tags);
            }

            @Override
            public void removed(long run) {
                loaded.handle((none, failure) -> none).join();
                baselines.remove(run);
            }
        };
    }

    /** Whether a run that has ended is to be measured. */
    private boolean concerns(RunSummary run) {
        return !run.bestName().isEmpty() && (!loaded.isDone() || RunTags.has(run, RunTags.BASELINE) || of(run).isPresent());
    }

    private Optional<RunSummary> of(RunSummary run) {
        if (RunTags.has(run, RunTags.BASELINE)) {
            return Optional.empty();
        }
        return all(run).stream().findFirst();
    }

    /** The baselines that a run may be measured by, the newest first. */
    private List<RunSummary> all(RunSummary run) {
        return baselines.values().stream().filter(known -> known.id() != run.id() && known.analysis().equals(run.analysis())
                && known.dataset().equals(run.dataset()) && !known.bestName().isEmpty()).sorted(Comparator.comparingLong(RunSummary::id).reversed()).toList();
    }

    /** Measures it and keeps what comes out, before anybody is told that it has ended. */
    private void judge(Runs runs, RunSummary ended) {
        try {
            loaded.join();
            if (RunTags.has(ended, RunTags.BASELINE)) {
                // It was chosen while it was at work: only now has it figures.
                baselines.put(ended.id(), ended);
            }
            Optional<RunSummary> baseline = of(ended);
            if (baseline.isPresent()) {
                StoredRun run = folders.open(ended.id());
                Optional<RunComparison> service = comparison.get();
                Optional<BaselineVerdict> verdict = service.isPresent() ? verdict(service.get(), folders.open(baseline.get().id()), run) : Optional.empty();
                verdict = verdict.or(() -> HeadlineVerdict.of(all(ended), run.summary(), run.result().map(Result::better).orElse(Result.Better.UNKNOWN)));
                if (verdict.isPresent()) {
                    VerdictFile.write(files, run.folder(), verdict.get());
                    tell(runs, run, verdict.get());
                }
            }
        } catch (RunException | IOException | RuntimeException e) {
            reporter.report("Run " + ended.id() + " could not be measured by its baseline", e);
        }
    }

    private static void tell(Runs runs, StoredRun run, BaselineVerdict verdict) throws RunException {
        if (verdict.worse() && !run.summary().note().contains(verdict.sentence())) {
            RunNote.add(runs, run, verdict.sentence());
        }
        List<String> tag = List.of(RunTags.REGRESSED);
        RunTags.change(runs, run.summary(), verdict.worse() ? tag : List.of(), verdict.worse() ? List.of() : tag);
    }

    /** Of the headline measure of the baseline, in the best model of each; empty when their results hold nothing that can be compared so. */
    private static Optional<BaselineVerdict> verdict(RunComparison service, StoredRun baseline, StoredRun run) {
        String best = baseline.summary().bestName();
        String measure = best.substring(best.lastIndexOf('.') + 1);
        int direction = service.direction(measure);
        String model = model(baseline);
        String other = model(run);
        return service.compare(measured(baseline), measured(run)).stream()
                .filter(found -> direction != 0 && found.measure().equals(measure) && found.firstModel().equals(model) && found.secondModel().equals(other))
                .findFirst().map(found -> of(baseline.summary().id(), found, direction));
    }

    private static BaselineVerdict of(long baseline, MeasuredDifference found, int direction) {
        boolean worse = found.p() < BaselineVerdict.LEVEL && direction * (found.second().mean() - found.first().mean()) < 0;
        return new BaselineVerdict(baseline, found.measure(), found.second().mean(), found.first().mean(), found.p(), found.paired(), worse);
    }

    private static String model(StoredRun run) {
        return run.result().flatMap(result -> result.figure("bestModel")).map(figure -> String.valueOf(figure.value())).orElse("");
    }

    private static MeasuredRun measured(StoredRun run) {
        RunRequest request = run.request();
        Map<String, String> data = request.inputs().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                entry -> entry.getValue().stream().map(Dataset::sha256).collect(Collectors.joining(" "))));
        return new MeasuredRun(request.settings(), data, request.seed(), run.result().orElse(Result.EMPTY));
    }
}
