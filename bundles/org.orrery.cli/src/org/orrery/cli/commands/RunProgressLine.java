package org.orrery.cli.commands;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.orrery.analysis.Names;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.cli.Terminal;
import org.orrery.cli.output.Numbers;
import org.orrery.data.Table;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunProgress.Active;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.UnitCounts;

/** Says how far a run is: one line for progress, and one for every row of a growing leaderboard that has changed. */
final class RunProgressLine implements RunListener {
    private static final String LEADERBOARD = "leaderboard";
    private static final int LEADERBOARD_COLUMNS = 3;

    private final Terminal terminal;
    private final AnalysisCatalog analyses;
    /** What was last said of a model. Guarded by this. */
    private final Map<String, String> said = new HashMap<>();
    /** 0 while it is not known. */
    private volatile long followed;
    private volatile String analysis = "";
    private volatile UnitCounts units = new UnitCounts(0, 0, 0, 0, 0);

    /** @param analyses say what people read for their words */
    RunProgressLine(Terminal terminal, AnalysisCatalog analyses) {
        this.terminal = terminal;
        this.analyses = analyses;
    }

    /** From now on that run is told of; other processes may have handed others to this one. */
    void follow(long run) {
        followed = run;
    }

    @Override
    public void changed(RunSummary run) {
        if (run.id() != followed) {
            return;
        }
        analysis = run.analysis();
        units = run.units();
        if (!run.state().ended()) {
            terminal.progress(Messages.bind(Messages.RunProgressLine_state,
                    new Object[] {run.id(), run.state(), run.units().done(), run.units().total()}));
        }
    }

    @Override
    public void progress(RunProgress progress) {
        if (progress.run() != followed) {
            return;
        }
        StringBuilder text = new StringBuilder(Messages.bind(Messages.RunProgressLine_progress,
                new Object[] {progress.run(), units.done(), units.total(), Math.round(100 * progress.fraction())}));
        if (progress.open()) {
            text.append(' ').append(Messages.RunProgressLine_open);
        }
        if (Double.isFinite(progress.secondsLeft()) && progress.secondsLeft() >= 1) {
            text.append(", ").append(Messages.bind(Messages.RunProgressLine_left, Numbers.seconds(progress.secondsLeft())));
            if (Double.isFinite(progress.secondsLeftHigh())) {
                text.append(" (").append(Numbers.between(progress.secondsLeftLow(), progress.secondsLeftHigh())).append(')');
            }
        }
        if (Double.isFinite(progress.unitsPerMinute())) {
            text.append(", ").append(Messages.bind(Messages.RunProgressLine_rate, Numbers.rate(progress.unitsPerMinute())));
        }
        if (!progress.units().isEmpty()) {
            text.append(": ").append(progress.units().stream().map(RunProgressLine::active).collect(Collectors.joining("; ")));
        }
        terminal.progress(text.toString());
    }

    private static String active(Active unit) {
        if (unit.what().isEmpty()) {
            return unit.label();
        }
        String of = unit.total() < 0 ? String.valueOf(unit.done()) : unit.done() + "/" + unit.total();
        return unit.label() + " (" + of + " " + unit.what() + ")";
    }

    @Override
    public synchronized void result(long run, Result result) {
        if (run != followed) {
            return;
        }
        result.table(LEADERBOARD).map(ResultTable::rows).filter(ResultTable.InMemory.class::isInstance)
                .map(rows -> ((ResultTable.InMemory) rows).table()).ifPresent(this::leaderboard);
    }

    private void leaderboard(Table table) {
        Names names = analyses.names(analysis);
        int columns = Math.min(LEADERBOARD_COLUMNS, table.schema().size());
        for (int row = 0; row < table.rows(); row++) {
            StringBuilder line = new StringBuilder("  ");
            for (int column = 0; column < columns; column++) {
                line.append(column == 0 ? "" : "  ").append(table.value(row, column) instanceof String word
                        ? names.value(table.schema().columns().get(column).name(), word) : Numbers.text(table.value(row, column)));
            }
            if (columns > 1 && table.value(row, 2 % columns) != null
                    && !line.toString().equals(said.put(String.valueOf(table.value(row, 0)), line.toString()))) {
                terminal.message(line.toString());
            }
        }
    }
}
