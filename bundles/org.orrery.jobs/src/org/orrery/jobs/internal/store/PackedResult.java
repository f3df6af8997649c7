package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.Figure;
import org.orrery.analysis.result.Finding;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.analysis.result.Warning;
import org.orrery.jobs.internal.codec.TableCodec;
import org.orrery.jobs.internal.files.Segment;

/**
 * A result on its way from one process to another: small tables whole, large ones by where their rows lie in the run folder,
 * which both see.
 *
 * @param figures as in a result
 * @param tables its tables
 * @param charts as in a result
 * @param findings as in a result
 * @param warnings as in a result
 * @param best as in a result
 * @param better as in a result
 */
public record PackedResult(List<Figure> figures, List<PackedTable> tables, List<ChartSpec> charts, List<Finding> findings,
        List<Warning> warnings, String best, Result.Better better) {
    /**
     * A table.
     *
     * @param encoded its rows in Base64; empty when they lie in segments
     */
    record PackedTable(String id, String title, Map<String, String> labels, String encoded, String rowsName, List<Segment> segments) {
    }

    /** @throws IOException when a table cannot be encoded */
    public static PackedResult of(Result result) throws IOException {
        List<PackedTable> tables = new ArrayList<>();
        for (ResultTable table : result.tables()) {
            tables.add(switch (table.rows()) {
                case ResultTable.InMemory memory -> new PackedTable(table.id(), table.title(), table.labels(),
                        Base64.getEncoder().encodeToString(TableCodec.encode(memory.table())), "", List.of());
                case ResultTable.OnDisk disk when disk.stored() instanceof SegmentRows rows ->
                    new PackedTable(table.id(), table.title(), table.labels(), "", rows.name(), rows.segments());
                case ResultTable.OnDisk other -> throw new IOException("Table " + table.id() + " does not hold rows of this run");
            });
        }
        return new PackedResult(result.figures(), tables, result.charts(), result.findings(), result.warnings(), result.best(), result.better());
    }

    /**
     * The result again.
     *
     * @throws IOException when a table cannot be decoded
     */
    public Result unpack(RunFolder folder) throws IOException {
        List<ResultTable> unpacked = new ArrayList<>();
        for (PackedTable table : tables) {
            ResultTable.Rows rows = table.encoded().isEmpty()
                    ? new ResultTable.OnDisk(new SegmentRows(table.rowsName(), folder.rows(table.rowsName()), table.segments()))
                    : new ResultTable.InMemory(TableCodec.decode(Base64.getDecoder().decode(table.encoded())));
            unpacked.add(new ResultTable(table.id(), table.title(), rows, table.labels()));
        }
        return new Result(figures.stream().map(ResultStore::exact).toList(), unpacked, charts, findings, warnings, best, better);
    }
}
