package org.orrery.cli.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
import org.orrery.jobs.compare.WhyBetter;
import org.orrery.jobs.search.RunFacts;

/** {@code orrery compare RUN RUN}: a figure of two runs, and what they differ in, ranked. */
final class CompareCommand implements Command {
    private static final String FIGURE = "figure";

    @Override
    public Syntax syntax() {
        return new Syntax("compare", "RUN RUN", 2, 2, List.of(Option.value(FIGURE, "NAME", Messages.CompareCommand_figure)), Messages.CompareCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException {
        RunFolders folders = session.reader();
        List<Long> numbers = session.runs();
        RunSummary first = folders.open(numbers.get(0)).summary();
        RunSummary second = folders.open(numbers.get(1)).summary();
        String figure = session.arguments().value(FIGURE).orElse(first.bestName());
        Optional<Double> before = value(folders.facts(first.id()), figure);
        Optional<Double> after = value(folders.facts(second.id()), figure);
        if (before.isEmpty() || after.isEmpty()) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.CompareCommand_noFigure, new Object[] {before.isEmpty() ? first.id() : second.id(), figure}));
        }
        List<RunDifference> differences = WhyBetter.of(folders, first, second, figure);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("runs", List.of(first.id(), second.id()));
        document.put("figure", figure);
        document.put("values", List.of(before.get(), after.get()));
        document.put("differences", differences.stream().map(CompareCommand::line).toList());
        session.document(document);
        List<String> lines = new ArrayList<>();
        lines.add(Messages.bind(Messages.CompareCommand_values, new Object[] {session.names(first.analysis()).figure(figure), Numbers.text(before.get()), first.id(), Numbers.text(after.get()), second.id()}));
        lines.add(differences.isEmpty() ? Messages.CompareCommand_same : table(differences, first.id(), second.id()));
        lines.forEach(session.terminal()::print);
        return ExitCode.COMPLETED;
    }

    /** The figure of that very name, not of one like it. */
    private static Optional<Double> value(RunFacts facts, String figure) {
        return Optional.ofNullable(facts.values().get(figure)).filter(Double.class::isInstance).map(Double.class::cast);
    }

    private static Map<String, Object> line(RunDifference difference) {
        Map<String, Object> line = new LinkedHashMap<>();
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
