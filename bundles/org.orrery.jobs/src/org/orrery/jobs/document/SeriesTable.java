package org.orrery.jobs.document;

import java.time.Instant;
import java.util.List;

import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.jobs.StoredRun;

/** Every value that the units of a run have reported, as a table: unit, name, step, seconds from the first value, value. */
public final class SeriesTable {
    private static final Schema SCHEMA = new Schema(List.of(Column.of("unit", ColumnType.TEXT), Column.of("name", ColumnType.TEXT),
            Column.of("step", ColumnType.INTEGER), Column.of("seconds", ColumnType.REAL), Column.of("value", ColumnType.REAL)));

    private SeriesTable() {
    }

    /** The table of those values in their order. What is no number has no value in it. */
    public static Table of(List<StoredRun.Metric> metrics) {
        TableBuilder table = Table.builder(SCHEMA);
        Instant first = metrics.isEmpty() ? Instant.EPOCH : metrics.get(0).instant();
        for (StoredRun.Metric metric : metrics) {
            table.row(metric.unit(), metric.name(), metric.step(), seconds(first, metric.instant()),
                    Double.isNaN(metric.value()) ? null : (Object) metric.value());
        }
        return table.build();
    }

    private static double seconds(Instant from, Instant to) {
        return to.getEpochSecond() - from.getEpochSecond() + (to.getNano() - from.getNano()) / 1e9;
    }
}
