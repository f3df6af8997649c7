package org.orrery.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.Names;
import org.orrery.analysis.result.Result;
import org.orrery.data.Dataset;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;

/** A run as text for people, line by line. */
public final class RunText {
    private static final int LOG_LINES = 20;

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
        ResultText text = new ResultText(width, names);
        result.tables().stream().findFirst().ifPresent(table -> text.table(lines, table));
        text.figures(lines, result.figures());
        text.notes(lines, result);
        ResultText.entries(lines, Messages.RunText_failures, run.failures().stream().map(failure -> names.unit(failure.unit()) + ": " + failure.message()).toList());
        ResultText.entries(lines, Messages.RunText_late, run.late().stream()
                .map(late -> Messages.bind(Messages.RunText_lateUnit, names.unit(late.unit()), Numbers.seconds(late.seconds()))).toList());
        lines.add("");
        return lines;
    }

    /** How it came about and where it is: settings, tables, artifacts, the end of the log, the folder. */
    public List<String> details() {
        List<String> lines = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        settings(settings, "", run.request().settings());
        ResultText.entries(lines, Messages.RunText_settings, settings);
        Result result = run.result().orElse(Result.EMPTY);
        ResultText.entries(lines, Messages.RunText_tables, result.tables().stream()
                .map(table -> Messages.bind(Messages.RunText_table, table.id(), table.rows().count())).toList());
        ResultText.entries(lines, Messages.RunText_artifacts, run.artifacts().stream().map(artifact -> Messages.bind(Messages.RunText_artifact,
                new Object[] {artifact.id(), artifact.bytes(), artifact.path()})).toList());
        List<StoredRun.LogLine> log = run.log();
        ResultText.entries(lines, Messages.RunText_log, log.subList(Math.max(0, log.size() - LOG_LINES), log.size()).stream()
                .map(line -> line.instant() + " " + line.level() + " " + (line.unit().isEmpty() ? "" : names.unit(line.unit()) + ": ") + line.message()).toList());
        run.error().ifPresent(error -> ResultText.entries(lines, Messages.RunText_error, List.of(error.message())));
        ResultText.entries(lines, Messages.RunText_folder, List.of(run.folder().toString()));
        return lines;
    }

    private List<String> headline() {
        RunSummary summary = run.summary();
        List<String> lines = new ArrayList<>();
        lines.add(Messages.bind(Messages.RunText_headline, new Object[] {summary.id(), summary.state(), summary.analysis(), summary.name()}));
        Optional<Dataset> data = run.request().inputs().values().stream().flatMap(List::stream).findFirst();
        data.ifPresent(set -> lines.add(
                ResultText.INDENT + Messages.bind(Messages.RunText_data, new Object[] {set.name(), set.rows(), set.schema().size(), set.source()})));
        lines.add(ResultText.INDENT + Messages.bind(Messages.RunText_units, new Object[] {summary.units().done(), summary.units().total(),
                summary.units().restored(), run.attempts(), Numbers.seconds(run.costs().totalSeconds()), run.request().seed()}));
        return lines;
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
}
