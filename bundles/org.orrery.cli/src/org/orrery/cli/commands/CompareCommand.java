package org.orrery.cli.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.result.ChartSpec;
import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Option;
import org.orrery.cli.options.Syntax;
import org.orrery.cli.output.Numbers;
import org.orrery.cli.output.TextTable;
import org.orrery.cli.output.TextTable.Side;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.compare.RunDifference;
import org.orrery.jobs.compare.SettingCharts;
import org.orrery.jobs.compare.WhyBetter;
import org.orrery.jobs.search.RunFacts;

/**
 * {@code orrery compare RUN RUN...}: a figure of runs, and what each further one differs from the first in, ranked; with {@code --out} charts of the settings
 * of three or more against the figure.
 */
final class CompareCommand implements Command {
    private static final String FIGURE = "figure";

    @Override
    public Syntax syntax() {
        return new Syntax("compare", "RUN RUN...", 2, Integer.MAX_VALUE, List.of(Option.value(FIGURE, "NAME", Messages.CompareCommand_figure),
                Option.value(RunCommand.OUT, "DIR", Messages.CompareCommand_out), OutFolder.pictures()), Messages.CompareCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException {
        RunFolders folders = session.reader();
        Optional<OutFolder> out = OutFolder.of(session);
        List<RunSummary> runs = new ArrayList<>();
        for (long run : session.runs()) {
            runs.add(folders.open(run).summary());
        }
        RunSummary first = runs.get(0);
        String figure = session.arguments().value(FIGURE).orElse(first.bestName());
        List<Double> values = new ArrayList<>();
        for (RunSummary run : runs) {
            values.add(value(folders.facts(run.id()), figure)
                    .orElseThrow(() -> new RunException(Code.BAD_USAGE, Messages.bind(Messages.CompareCommand_noFigure, new Object[] {run.id(), figure}))));
        }
        String label = session.names(first.analysis()).figure(figure);
        List<Map<String, Object>> differences = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int i = 1; i < runs.size(); i++) {
            RunSummary other = runs.get(i);
            List<RunDifference> found = WhyBetter.of(folders, first, other, figure);
            found.forEach(difference -> differences.add(line(difference, runs.size() > 2 ? Optional.of(other.id()) : Optional.empty())));
            lines.add(Messages.bind(Messages.CompareCommand_values, new Object[] {label, Numbers.text(values.get(0)), first.id(), Numbers.text(values.get(i)), other.id()}));
            lines.add(found.isEmpty() ? Messages.CompareCommand_same : table(found, first.id(), other.id()));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("runs", runs.stream().map(RunSummary::id).toList());
        document.put("figure", figure);
        document.put("values", values);
        document.put("differences", differences);
        if (out.isPresent()) {
            document.put("charts", out.get().charts(charts(folders, runs, figure, label)));
        }
        session.document(document);
        lines.forEach(session.terminal()::print);
        return ExitCode.COMPLETED;
    }

    private static List<ChartSpec> charts(RunFolders folders, List<RunSummary> runs, String figure, String label) {
        Map<String, RunFacts> facts = new LinkedHashMap<>();
        runs.forEach(run -> facts.put(Messages.bind(Messages.CompareCommand_run, run.id(), run.name()), folders.facts(run.id())));
        return SettingCharts.of(facts, figure, label);
    }

    /** The figure of that very name, not of one like it. */
    private static Optional<Double> value(RunFacts facts, String figure) {
        return Optional.ofNullable(facts.values().get(figure)).filter(Double.class::isInstance).map(Double.class::cast);
    }

    /** @param run which one differs from the first, where there are several */
    private static Map<String, Object> line(RunDifference difference, Optional<Long> run) {
        Map<String, Object> line = new LinkedHashMap<>();
        run.ifPresent(number -> line.put("run", number));
        line.put("name", difference.name());
        line.put("first", difference.first().isEmpty() ? null : difference.first());
        line.put("second", difference.second().isEmpty() ? null : difference.second());
        line.put("effect", Double.isNaN(difference.effect()) ? null : difference.effect());
        line.put("firstRuns", difference.firstRuns());
        line.put("secondRuns", difference.secondRuns());
        return line;
    }

    private static String table(List<RunDifference> differences, long first, long second) {
        TextTable table = new TextTable().column(Messages.CompareCommand_headWhat, Side.LEFT).column(Messages.bind(Messages.CompareCommand_headRun, first), Side.LEFT)
                .column(Messages.bind(Messages.CompareCommand_headRun, second), Side.LEFT).column(Messages.CompareCommand_headEffect, Side.RIGHT)
                .column(Messages.CompareCommand_headSeen, Side.RIGHT);
        differences.forEach(one -> table.row(one.name(), one.first(), one.second(), Numbers.text(one.effect()), one.firstRuns() + "/" + one.secondRuns()));
        return table.text();
    }
}
