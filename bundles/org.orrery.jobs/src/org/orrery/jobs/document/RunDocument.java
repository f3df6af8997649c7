package org.orrery.jobs.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.analysis.sample.SampleSettings;
import org.orrery.data.Dataset;
import org.orrery.data.Table;
import org.orrery.data.TableCsv;
import org.orrery.jobs.BaselineVerdict;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.UnitCounts;

import com.google.gson.stream.JsonWriter;

/**
 * The JSON document of a run, as the command line prints it and {@code --out} stores it. Numbers have full double
 * precision; what is not defined is null. Reads files: not for the user interface thread.
 */
public final class RunDocument {
    /** A table with more rows than this is cut in the document and lies whole in a CSV file. */
    public static final int MOST_ROWS = 10_000;
    private final StoredRun run;
    private final Function<ResultTable, Optional<Path>> tableFiles;
    private final Function<ChartSpec, Optional<Path>> chartFiles;
    private final Function<StoredRun.Artifact, Path> artifactFiles;

    private RunDocument(StoredRun run, Function<ResultTable, Optional<Path>> tableFiles, Function<ChartSpec, Optional<Path>> chartFiles,
            Function<StoredRun.Artifact, Path> artifactFiles) {
        this.run = run;
        this.tableFiles = tableFiles;
        this.chartFiles = chartFiles;
        this.artifactFiles = artifactFiles;
    }

    /** The document of that run; long tables are named where the run folder has them. */
    public static RunDocument of(StoredRun run) {
        Objects.requireNonNull(run, "run");
        Path folder = run.folder().resolve("result");
        return new RunDocument(run, table -> Optional.of(folder.resolve(fileName(table))), chart -> Optional.empty(), StoredRun.Artifact::path);
    }

    /**
     * The same document over files of the caller: every table that has a file is named with it, and every chart.
     *
     * @param tables the CSV file of a table
     * @param charts the picture of a chart
     * @param artifacts the copy of an artifact
     */
    public RunDocument over(Function<ResultTable, Optional<Path>> tables, Function<ChartSpec, Optional<Path>> charts,
            Function<StoredRun.Artifact, Path> artifacts) {
        return new RunDocument(run, tables, charts, artifacts);
    }

    /** The name of the CSV file of a table. */
    public static String fileName(ResultTable table) {
        return table.id() + ".csv";
    }

    /** Writes every table of a result as a CSV file into that folder, which must be there. */
    public static void writeTables(Result result, Path folder) throws IOException {
        for (ResultTable table : result.tables()) {
            try (OutputStream out = Files.newOutputStream(folder.resolve(fileName(table)))) {
                TableCsv.write(out, blocks -> forEachBlock(table, blocks));
            }
        }
    }

    /** Hands over the rows of a table block by block; a table without rows is one empty block, for its columns. */
    public static void forEachBlock(ResultTable table, Consumer<Table> action) {
        switch (table.rows()) {
            case ResultTable.InMemory memory -> action.accept(memory.table());
            case ResultTable.OnDisk disk -> {
                if (disk.count() == 0) {
                    action.accept(Table.builder(disk.schema()).build());
                } else {
                    disk.stored().forEachBlock(action);
                }
            }
        }
    }

    /** Writes the document, indented, with a line feed at its end; does not close the writer. */
    public void write(Writer out) throws IOException {
        JsonValues json = new JsonValues(out);
        json.writer().beginObject();
        head(json);
        units(json);
        Result result = run.result().orElse(Result.EMPTY);
        ResultJson parts = new ResultJson(json, tableFiles, chartFiles);
        parts.values(result);
        artifacts(json);
        parts.warnings(result);
        tail(json);
        json.writer().endObject();
        json.writer().flush();
        out.write('\n');
        out.flush();
    }

    private void head(JsonValues json) throws IOException {
        RunSummary summary = run.summary();
        json.field("run", summary.id());
        json.field("analysis", summary.analysis());
        json.field("status", summary.state().name());
        json.field("name", summary.name());
        json.field("started", summary.started().map(Instant::toString).orElse(null));
        json.field("finished", summary.finished().map(Instant::toString).orElse(null));
        json.field("attempts", run.attempts());
        json.field("resumable", summary.resumable());
        json.writer().name("dataset");
        Optional<Dataset> dataset = run.request().inputs().values().stream().flatMap(List::stream).findFirst();
        if (dataset.isPresent()) {
            dataset(json, dataset.get(), run.request());
        } else {
            json.writer().nullValue();
        }
        json.field("seed", run.request().seed());
        json.field("settings", run.request().settings());
    }

    private static void dataset(JsonValues json, Dataset dataset, RunRequest request) throws IOException {
        json.writer().beginObject();
        json.field("name", dataset.name());
        json.field("source", dataset.source().toString());
        json.field("rows", dataset.rows());
        json.field("columns", dataset.schema().size());
        json.field("sha256", dataset.sha256());
        json.field("sample", SampleSettings.rows(request.settings()).filter(rows -> rows < dataset.rows())
                .map(rows -> Map.of("rows", rows, "seed", request.seed())).orElse(null));
        json.writer().endObject();
    }

    private void units(JsonValues json) throws IOException {
        UnitCounts units = run.summary().units();
        json.writer().name("units").beginObject();
        json.field("done", units.done());
        json.field("total", units.total());
        json.field("restored", units.restored());
        json.field("failed", units.failed());
        json.writer().endObject();
    }

    private void artifacts(JsonValues json) throws IOException {
        json.writer().name("artifacts").beginArray();
        for (StoredRun.Artifact artifact : run.artifacts()) {
            json.writer().beginObject();
            json.field("id", artifact.id());
            json.field("path", artifactFiles.apply(artifact).toString());
            json.field("bytes", artifact.bytes());
            json.field("sha256", artifact.sha256());
            json.writer().endObject();
        }
        json.writer().endArray();
    }

    private void tail(JsonValues json) throws IOException {
        json.writer().name("failures").beginArray();
        Optional<String> error = run.error().map(RunException.Problem::message);
        if (error.isPresent() && run.failures().stream().noneMatch(failure -> failure.message().equals(error.get()))) {
            failure(json, "", error.get());
        }
        for (StoredRun.Failure failure : run.failures()) {
            failure(json, failure.unit(), failure.message());
        }
        json.writer().endArray();
        if (!run.late().isEmpty()) {
            // Only of a run that ended without some of its units: other runs are as they were before there were any.
            json.writer().name("late").beginArray();
            for (StoredRun.Late late : run.late()) {
                json.writer().beginObject();
                json.field("unit", late.unit());
                json.field("finished", late.at());
                json.field("seconds", late.seconds());
                json.writer().endObject();
            }
            json.writer().endArray();
        }
        Optional<BaselineVerdict> verdict = run.verdict();
        if (verdict.isPresent()) {
            baseline(json, verdict.get());
        }
        StoredRun.Costs costs = run.costs();
        json.field("timings", ordered("load", costs.loadSeconds(), "run", costs.runSeconds(), "total", costs.totalSeconds()));
        json.field("memory", ordered("allocatedMiB", costs.allocatedMiB(), "peakHeapMiB", costs.peakHeapMiB(), "peakRssMiB",
                costs.peakRssMiB()));
    }

    /** Only where a baseline was set: other runs are as they were before there were any. */
    private static void baseline(JsonValues json, BaselineVerdict verdict) throws IOException {
        json.writer().name("baseline").beginObject();
        json.field("run", verdict.baseline());
        json.field("measure", verdict.measure());
        json.field("value", verdict.value());
        json.field("baselineValue", verdict.baselineValue());
        json.field("p", verdict.p());
        json.field("paired", verdict.paired());
        if (verdict.of() > 0) {
            json.field("baselines", verdict.of());
        }
        json.field("worse", verdict.worse());
        json.writer().endObject();
    }

    /** What ended the whole run stands before the failures of units, and names none. */
    private static void failure(JsonValues json, String unit, String message) throws IOException {
        json.writer().beginObject();
        json.field("unit", unit);
        json.field("message", message);
        json.writer().endObject();
    }

    private static Map<String, Object> ordered(String a, double x, String b, double y, String c, double z) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(a, x);
        map.put(b, y);
        map.put(c, z);
        return map;
    }

    /** Writes the document of a list of runs, in the order given, indented, with a line feed at its end. */
    public static void writeList(List<RunSummary> runs, Writer out) throws IOException {
        JsonValues json = new JsonValues(out);
        JsonWriter writer = json.writer();
        writer.beginObject().name("runs").beginArray();
        for (RunSummary run : runs) {
            writer.beginObject();
            json.field("run", run.id());
            json.field("analysis", run.analysis());
            json.field("name", run.name());
            json.field("status", run.state().name());
            json.field("started", run.started().map(Instant::toString).orElse(null));
            json.field("finished", run.finished().map(Instant::toString).orElse(null));
            json.field("dataset", run.dataset().isEmpty() ? null : run.dataset());
            writer.name("bestFigure");
            if (run.bestName().isEmpty()) {
                writer.nullValue();
            } else {
                writer.beginObject();
                json.field("name", run.bestName());
                json.field("value", run.bestValue());
                writer.endObject();
            }
            json.field("resumable", run.resumable());
            json.field("tags", run.tags());
            writer.endObject();
        }
        writer.endArray().endObject().flush();
        out.write('\n');
        out.flush();
    }
}
