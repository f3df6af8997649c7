package org.orrery.cli.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.program.Programs;
import org.orrery.analysis.result.Figure;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.cli.output.Numbers;
import org.orrery.cli.output.TextTable;
import org.orrery.cli.output.TextTable.Side;
import org.orrery.data.Column;
import org.orrery.data.Table;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.document.RunDocument;

/** Reads the log of a run again, with other patterns than those it ran with. The run stays as it is. */
final class Reparse {
    /** The option with the patterns. */
    static final String PATTERNS = "patterns";

    private final Session session;

    Reparse(Session session) {
        this.session = session;
    }

    void run(List<String> operands) throws RunException, AnalysisException, IOException {
        if (operands.size() != 2 || !operands.get(1).matches("[1-9]\\d{0,17}")) {
            throw new RunException(Code.BAD_USAGE, Messages.Reparse_usage);
        }
        StoredRun run = session.reader().open(Long.parseLong(operands.get(1)));
        Programs programs = session.services().programs();
        Optional<String> patterns = session.arguments().value(PATTERNS);
        Map<String, Object> settings = patterns.isPresent() ? programs.read(session.path(patterns.get())).settings() : run.request().settings();
        Result result = programs.parse(log(run), settings);
        Optional<Path> out = OutFolder.of(session).map(OutFolder::path);
        if (out.isPresent()) {
            RunDocument.writeTables(result, out.get());
        }
        document(run, result, out);
        if (!session.terminal().json()) {
            print(result);
        }
    }

    private static List<Programs.Line> log(StoredRun run) {
        Instant start = run.summary().started().orElse(run.summary().submitted());
        return run.log().stream().filter(line -> !line.unit().isEmpty())
                .map(line -> new Programs.Line(Duration.between(start, line.instant()).toNanos() / 1e9, line.message())).toList();
    }

    private void document(StoredRun run, Result result, Optional<Path> out) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("run", run.summary().id());
        Map<String, Object> figures = new LinkedHashMap<>();
        for (Figure figure : result.figures()) {
            figures.put(figure.name(), figure.value());
        }
        document.put("figures", figures);
        Map<String, Object> tables = new LinkedHashMap<>();
        for (ResultTable table : result.tables()) {
            tables.put(table.id(), plain(table, out));
        }
        document.put("tables", tables);
        document.put("warnings", result.warnings().stream().map(warning -> Map.of("code", warning.code(), "message", warning.message())).toList());
        session.document(document);
    }

    private static Map<String, Object> plain(ResultTable table, Optional<Path> out) {
        Table rows = ((ResultTable.InMemory) table.rows()).table();
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("columns", rows.schema().columns().stream().map(column -> Map.of("name", column.name(), "type",
                column.type().name().toLowerCase(Locale.ROOT))).toList());
        List<Object> shown = new ArrayList<>();
        for (int row = 0; row < Math.min(rows.rows(), RunDocument.MOST_ROWS); row++) {
            List<Object> cells = new ArrayList<>();
            for (int column = 0; column < rows.schema().size(); column++) {
                cells.add(rows.value(row, column));
            }
            shown.add(cells);
        }
        plain.put("rows", shown);
        plain.put("totalRows", rows.rows());
        plain.put("path", out.map(folder -> folder.resolve(RunDocument.fileName(table)).toString()));
        return plain;
    }

    private void print(Result result) {
        Table summary = ((ResultTable.InMemory) result.tables().get(1).rows()).table();
        if (summary.rows() == 0) {
            session.terminal().print(Messages.Reparse_nothing);
            return;
        }
        TextTable text = new TextTable();
        for (Column column : summary.schema().columns()) {
            text.column(column.name(), column.name().equals("name") ? Side.LEFT : Side.RIGHT);
        }
        for (int row = 0; row < summary.rows(); row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < summary.schema().size(); column++) {
                Object value = summary.value(row, column);
                cells.add(Numbers.text(value));
            }
            text.row(cells);
        }
        text.lines(text.fitting(session.terminal().width())).forEach(session.terminal()::print);
    }
}
