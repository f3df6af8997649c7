package org.orrery.testkit.internal.rules;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Table;
import org.orrery.jobs.document.RunDocument;
import org.orrery.testkit.DocumentDifference;

/** A result as text, to compare it with another: without the columns that may differ. */
final class ResultText {
    private static final int SHOWN = 60;

    private ResultText() {
    }

    /** Without long tables, which others compare, and without warnings, to which the run management adds. */
    static String small(Result result) {
        return of(new Result(result.figures(), result.tables().stream().filter(table -> table.rows().count() <= RunDocument.MOST_ROWS).toList(),
                result.charts(), result.findings(), List.of(), result.best(), result.better()));
    }

    static String of(Result result) {
        StringBuilder text = new StringBuilder();
        result.figures().forEach(figure -> text.append(figure).append('\n'));
        for (ResultTable table : result.tables()) {
            text.append(table.id()).append(' ').append(table.title()).append(' ').append(columns(table)).append(' ')
                    .append(new TreeMap<>(table.labels())).append('\n');
            if (table.rows().count() > 0) {
                RunDocument.forEachBlock(table, block -> rows(text, block));
            }
        }
        result.charts().forEach(chart -> {
            text.append(chart.id()).append(chart.title()).append(chart.kind()).append(chart.x()).append(chart.y()).append('\n');
            chart.series().forEach(series -> text.append(series.name()).append(Arrays.toString(series.x()))
                    .append(Arrays.toString(series.y())).append(series.role()).append('\n'));
        });
        return text.append(result.findings()).append(result.warnings()).append(result.best()).toString();
    }

    /** Names and types: how often a value is missing is known of data sets only. */
    private static String columns(ResultTable table) {
        return table.rows().schema().columns().stream().map(column -> column.name() + ":" + column.type().id()).toList().toString();
    }

    private static void rows(StringBuilder text, Table block) {
        for (int row = 0; row < block.rows(); row++) {
            for (int column = 0; column < block.schema().size(); column++) {
                if (!DocumentDifference.mayDiffer(block.schema().columns().get(column).name())) {
                    text.append(block.value(row, column)).append('\t');
                }
            }
            text.append('\n');
        }
    }

    static String firstDifference(String one, String other) {
        int at = Arrays.mismatch(one.toCharArray(), other.toCharArray());
        int from = Math.max(0, at - SHOWN);
        return "…" + one.substring(from, Math.min(one.length(), at + SHOWN)) + "… and …"
                + other.substring(from, Math.min(other.length(), at + SHOWN)) + "…";
    }
}
