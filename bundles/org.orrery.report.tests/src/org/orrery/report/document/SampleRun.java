package org.orrery.report.document;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.Names;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.Figure;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.UnitCounts;
import org.orrery.report.chart.SampleCharts;

/** A stored run made up for tests; {@code word} stands wherever a text may come from data or plugins. */
record SampleRun(long id, String word, Optional<Result> result, RunState state) implements StoredRun {
    static SampleRun completed(long id, String word) {
        return new SampleRun(id, word, Optional.of(someResult(word, 300)), RunState.COMPLETED_PARTIAL);
    }

    /** No analysis is installed. */
    static AnalysisCatalog emptyCatalog() {
        return emptyCatalog(Names.NONE);
    }

    /** No analysis is installed, and yet its words are known. */
    static AnalysisCatalog emptyCatalog(Names names) {
        return new AnalysisCatalog() {
            @Override
            public Names names(String id) {
                return names;
            }

            @Override
            public List<AnalysisDescriptor> analyses() {
                return List.of();
            }

            @Override
            public AnalysisDescriptor find(String id) throws RunException {
                throw new RunException(RunException.Code.UNKNOWN_ANALYSIS, "The analysis is not installed.");
            }
        };
    }

    static Result someResult(String word, int rows) {
        Schema schema = Schema.of(Column.of("model" + word, ColumnType.TEXT), Column.of("accuracy", ColumnType.REAL), Column.of("folds", ColumnType.INTEGER),
                Column.of("day", ColumnType.DATE));
        TableBuilder table = Table.builder(schema);
        for (int i = 0; i < rows; i++) {
            table.row(word + i, i % 7 == 0 ? null : 0.5 + i / 1000.0, (long) i, null);
        }
        ChartSpec roc = SampleCharts.roc();
        List<ChartSpec.Series> series = new ArrayList<>(roc.series());
        series.add(new ChartSpec.Series(word, new double[] {0, 1}, new double[] {0, 0.5}, ChartSpec.Series.Role.DATA));
        return Result.builder().figure(new Figure("best.accuracy", 0.84321, "Accuracy of the best model " + word, Figure.Format.PLAIN))
                .figure("best" + word, word, "Best " + word).figure(new Figure("share", 0.266, "Share", Figure.Format.SHARE))
                .table(new ResultTable("leaderboard", "Leaderboard " + word, new ResultTable.InMemory(table.build()), Map.of("accuracy", "Accuracy " + word)))
                .chart(new ChartSpec("roc", "ROC " + word, roc.kind(), roc.x(), roc.y(), series, "leaderboard"))
                .finding("best-model", "The best model is " + word + ".").warning("class-imbalance" + word, "Only 26 % are positive: " + word)
                .best("best.accuracy").build();
    }

    @Override
    public RunSummary summary() {
        Instant start = Instant.parse("2026-11-21T10:00:00.123Z");
        return new RunSummary(id, "classification", "A run " + word, state, start, Optional.of(start), Optional.of(start.plusSeconds(4)), word,
                "best.accuracy", 0.84, new UnitCounts(15, 16, 2, 1, 0), false, List.of());
    }

    @Override
    public RunRequest request() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("target", word);
        settings.put("folds", 5L);
        settings.put("positive", null);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("maxDepth", 7L);
        settings.put("tree", tree);
        settings.put("models", List.of("dummy", word));
        return new RunRequest("classification", "A run " + word, Map.of(), settings, 12345, 0);
    }

    @Override
    public String analysisVersion() {
        return "1.0.0" + word;
    }

    @Override
    public int attempts() {
        return 1;
    }

    @Override
    public List<Failure> failures() {
        return List.of(new Failure("tree/fold-3" + word, "It failed: " + word));
    }

    @Override
    public Optional<RunException.Problem> error() {
        return Optional.of(new RunException.Problem(RunException.Code.INTERNAL, "", "An error: " + word, Optional.empty()));
    }

    @Override
    public List<Artifact> artifacts() {
        return List.of(new Artifact("model." + word, Path.of("model.bin"), "application/octet-stream", 12345, "ab".repeat(32)));
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
        return new Costs(0.1, 3.4, 3.6, 910, Double.NaN, 480);
    }

    @Override
    public Path folder() {
        return Path.of("run");
    }
}
