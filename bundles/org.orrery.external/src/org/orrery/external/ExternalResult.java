package org.orrery.external;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.StoredRows;
import org.orrery.analysis.result.Figure;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;

/** The figures, tables and charts of a program that has ended. */
final class ExternalResult {
    private final ExternalOutcome.Ended end;
    private final StoredRows metrics;

    ExternalResult(ExternalOutcome.Ended end, StoredRows metrics) {
        this.end = end;
        this.metrics = metrics;
    }

    Result result() {
        Result.Builder result = Result.builder();
        result.figure("exitCode", (long) end.exitCode(), Messages.ExternalResult_exitCode);
        result.figure(new Figure("cpuSeconds", end.cpuSeconds(), Messages.ExternalResult_cpuSeconds, Figure.Format.SECONDS));
        result.figure(new Figure("peakRssMiB", end.peakRssMiB(), Messages.ExternalResult_peakRss, Figure.Format.MEBIBYTES));
        result.figure("lines", end.lines(), Messages.ExternalResult_lines);
        warn(result);
        MetricResult series = new MetricResult(end.metrics());
        series.figures(result);
        result.table(ColumnNames.table("metrics", Messages.ExternalResult_metrics,
                end.metrics().isEmpty() ? new ResultTable.InMemory(Table.builder(MetricBoard.SCHEMA).build()) : new ResultTable.OnDisk(metrics)));
        result.table(ColumnNames.table("summary", Messages.ExternalResult_summary, series.summary()));
        result.table(ColumnNames.table("artifacts", Messages.ExternalResult_artifacts, artifacts()));
        MetricResult.charts(metrics::forEachBlock).forEach(result::chart);
        return result.build();
    }

    private void warn(Result.Builder result) {
        if (end.outOfTime()) {
            result.warning("out-of-time", Messages.ExternalResult_outOfTime);
        }
        if (end.stopped()) {
            result.warning("stopped", Messages.ExternalResult_stopped);
        }
        if (!end.slowPatterns().isEmpty()) {
            result.warning("pattern-too-slow", NLS.bind(Messages.ExternalResult_slow,
                    end.slowPatterns().stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
        if (end.unheard() > 0) {
            result.warning("log-cut", NLS.bind(Messages.ExternalResult_unheard, LogLines.MOST_LINES, end.unheard()));
        }
    }

    private Table artifacts() {
        TableBuilder table = Table.builder(new Schema(List.of(Column.of("file", ColumnType.TEXT), Column.of("bytes", ColumnType.INTEGER),
                Column.of("sha256", ColumnType.TEXT))));
        end.artifacts().forEach(file -> table.row(file.name(), file.bytes(), file.sha256()));
        return table.build();
    }
}
