package org.orrery.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.Names;
import org.orrery.analysis.result.Figure;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.cli.output.TextTable.Side;
import org.orrery.data.Column;
import org.orrery.data.Dataset;
import org.orrery.data.Table;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;

/** A run as text for people, line by line. */
public final class RunText {
    private static final int MOST_ROWS = 40;
    private static final int LOG_LINES = 20;
    private static final String INDENT = "  ";

    private final StoredRun run;
    private final int width;
    private final Names names;

    /**
     * @param width how many characters fit into a line
     * @param names what people read for the words in its tables, figures and units
     */
    public RunText(StoredRun run, int width, Names names) {
        this.run = run;
        this.width = width;
        this.names = names;
    }

    /** What came of it: the headline, the main table, figures, findings, warnings and failures. */
    public List<String> result() {
        Result result = run.result().orElse(Result.EMPTY);
        List<String> lines = new ArrayList<>(headline());
        result.tables().stream().findFirst().ifPresent(table -> mainTable(lines, table));
        figures(lines, result.figures());
        entries(lines, Messages.RunText_findings, result.findings().stream().map(finding -> finding.message()).toList());
        entries(lines, Messages.RunText_warnings, result.warnings().stream().map(warning -> warning.code() + ": " + warning.message()).toList());
        entries(lines, Messages.RunText_failures, run.failures().stream().map(failure -> names.unit(failure.unit()) + ": " + failure.message()).toList());
        entries(lines, Messages.RunText_late, run.late().stream()
                .map(late -> Messages.bind(Messages.RunText_lateUnit, names.unit(late.unit()), Numbers.seconds(late.seconds()))).toList());
        lines.add("");
        return lines;
    }

    /** How it came about and where it is: settings, tables, artifacts, the end of the log, the folder. */
    public List<String> details() {
        List<String> lines = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        settings(settings, "", run.request().settings());
        entries(lines, Messages.RunText_settings, settings);
        Result result = run.result().orElse(Result.EMPTY);
        entries(lines, Messages.RunText_tables, result.tables().stream()
                .map(table -> Messages.bind(Messages.RunText_table, table.id(), table.rows().count())).toList());
        entries(lines, Messages.RunText_artifacts, run.artifacts().stream().map(artifact -> Messages.bind(Messages.RunText_artifact,
                new Object[] {artifact.id(), artifact.bytes(), artifact.path()})).toList());
        List<StoredRun.LogLine> log = run.log();
        entries(lines, Messages.RunText_log, log.subList(Math.max(0, log.size() - LOG_LINES), log.size()).stream()
                .map(line -> line.instant() + " " + line.level() + " " + (line.unit().isEmpty() ? "" : names.unit(line.unit()) + ": ") + line.message()).toList());
        run.error().ifPresent(error -> entries(lines, Messages.RunText_error, List.of(error.message())));
        entries(lines, Messages.RunText_folder, List.of(run.folder().toString()));
        return lines;
    }

    private List<String> headline() {
        RunSummary summary = run.summary();
        List<String> lines = new ArrayList<>();
        lines.add(Messages.bind(Messages.RunText_headline, new Object[] {summary.id(), summary.state(), summary.analysis(), summary.name()}));
        Optional<Dataset> data = run.request().inputs().values().stream().flatMap(List::stream).findFirst();
        data.ifPresent(set -> lines.add(
                INDENT + Messages.bind(Messages.RunText_data, new Object[] {set.name(), set.rows(), set.schema().size(), set.source()})));
        lines.add(INDENT + Messages.bind(Messages.RunText_units, new Object[] {summary.units().done(), summary.units().total(),
                summary.units().restored(), run.attempts(), Numbers.seconds(run.costs().totalSeconds()), run.request().seed()}));
        return lines;
    }

    private void mainTable(List<String> lines, ResultTable table) {
        if (!(table.rows() instanceof ResultTable.InMemory memory) || memory.table().rows() == 0) {
            return;
        }
        Table values = memory.table();
        List<Integer> columns = new ArrayList<>();
        TextTable text = new TextTable();
        for (int i = 0; i < values.schema().size(); i++) {
            Column column = values.schema().columns().get(i);
            if (!column.name().endsWith("Sd")) {
                columns.add(i);
                text.column(table.labels().getOrDefault(column.name(), column.name()), column.type().isNumeric() ? Side.RIGHT : Side.LEFT);
            }
        }
        int rows = Math.min(MOST_ROWS, values.rows());
        for (int row = 0; row < rows; row++) {
            int at = row;
            text.row(columns.stream().map(column -> text(values.schema().columns().get(column).name(), values.value(at, column))).toList());
        }
        lines.add("");
        lines.add(table.title());
        int fitting = text.fitting(width - INDENT.length());
        text.lines(fitting).forEach(line -> lines.add(INDENT + line));
        if (fitting < values.schema().size() || rows < values.rows()) {
            lines.add(INDENT + Messages.bind(Messages.RunText_cut,
                    new Object[] {rows, values.rows(), fitting, values.schema().size()}));
        }
    }

    private String text(String place, Object value) {
        return value instanceof String word ? names.value(place, word) : Numbers.text(value);
    }

    private void figures(List<String> lines, List<Figure> figures) {
        int name = figures.stream().mapToInt(figure -> figure.name().length()).max().orElse(0);
        int value = figures.stream().mapToInt(figure -> text(figure.name(), figure.value()).length()).max().orElse(0);
        entries(lines, Messages.RunText_figures, figures.stream().map(figure -> pad(figure.name(), name) + INDENT
                + side(text(figure.name(), figure.value()), value, figure.value() instanceof Number) + INDENT + figure.label()).toList());
    }

    private static String side(String text, int length, boolean right) {
        return right ? " ".repeat(length - text.length()) + text : pad(text, length);
    }

    private static String pad(String text, int length) {
        return text + " ".repeat(length - text.length());
    }

    private static void settings(List<String> lines, String prefix, Map<?, ?> settings) {
        settings.forEach((name, value) -> {
            if (value instanceof Map<?, ?> nested) {
                settings(lines, prefix + name + ".", nested);
            } else {
                lines.add(prefix + name + " = " + (value == null ? "" : value));
            }
        });
    }

    private static void entries(List<String> lines, String heading, List<String> entries) {
        if (!entries.isEmpty()) {
            lines.add("");
            lines.add(heading);
            entries.forEach(entry -> lines.add(INDENT + entry));
        }
    }
}
