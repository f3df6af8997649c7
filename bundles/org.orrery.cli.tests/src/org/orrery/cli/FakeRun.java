package org.orrery.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.UnitProgress;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Dataset;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.jobs.RunException.Problem;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.UnitCounts;

/** A stored run without a folder. */
record FakeRun(long id, RunState state, RunRequest request, Optional<Result> result, Optional<Problem> error, Path folder, List<String> tags)
        implements StoredRun {
    static final Instant STARTED = Instant.parse("2026-11-21T10:00:00.123Z");

    static Result someResult() {
        Schema columns = Schema.of(Column.of("model", ColumnType.TEXT), Column.of("status", ColumnType.TEXT),
                Column.of("accuracy", ColumnType.REAL), Column.of("accuracySd", ColumnType.REAL), Column.of("folds", ColumnType.INTEGER));
        Table leaderboard = Table.builder(columns).row("tree", "complete", 2.0 / 3, 0.1, 5L).row("dummy", "complete", Double.NaN, null, 5L)
                .build();
        ChartSpec chart = new ChartSpec("roc", "ROC", ChartSpec.Kind.LINE, ChartSpec.Axis.linear("x"), ChartSpec.Axis.linear("y"),
                List.of(), "");
        return Result.builder().figure("bestModel", "tree", "Best model").figure("bestModel.accuracy", 2.0 / 3, "Its accuracy")
                .table(ResultTable.of("leaderboard", "Leaderboard", leaderboard)).chart(chart)
                .finding("best", "The tree is best.").warning("class-imbalance", "One class is rare.").best("bestModel.accuracy").build();
    }

    @Override
    public RunSummary summary() {
        String data = request.inputs().values().stream().flatMap(List::stream).findFirst().map(Dataset::name).orElse("");
        boolean best = result.isPresent();
        return new RunSummary(id, request.analysis(), "Run of " + data, state, STARTED, Optional.of(STARTED),
                state.ended() ? Optional.of(STARTED.plusSeconds(3)) : Optional.empty(), data, best ? "bestModel.accuracy" : "",
                best ? 2.0 / 3 : Double.NaN, new UnitCounts(11, 16, 2, 1, 0), state.resumable(), tags);
    }

    FakeRun tagged(List<String> words) {
        return new FakeRun(id, state, request, result, error, folder, words);
    }

    @Override
    public String analysisVersion() {
        return "1.2.3";
    }

    @Override
    public int attempts() {
        return 2;
    }

    @Override
    public List<Failure> failures() {
        return List.of(new Failure("svm/fold-3", "It did not converge."));
    }

    @Override
    public List<Artifact> artifacts() {
        Path file = folder.resolve("model.bin");
        return result.isPresent() ? List.of(new Artifact("model.tree", file, "application/octet-stream", 3, "ab".repeat(32))) : List.of();
    }

    @Override
    public List<LogLine> log() {
        return List.of(new LogLine(STARTED, UnitProgress.Level.INFO, "tree/fold-1", "Fitted."));
    }

    @Override
    public List<Metric> metrics() {
        return List.of();
    }

    @Override
    public Costs costs() {
        return new Costs(0.25, 3.5, 3.75, 910.5, Double.NaN, 480);
    }

    static Map<String, List<Dataset>> inputs(Dataset dataset) {
        return Map.of("data", List.of(dataset));
    }
}
