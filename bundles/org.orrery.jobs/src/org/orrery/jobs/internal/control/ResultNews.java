package org.orrery.jobs.internal.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.orrery.analysis.result.Figure;
import org.orrery.analysis.result.Finding;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.analysis.result.Warning;
import org.orrery.jobs.internal.codec.TableCodec;

/**
 * What a client that follows a run hears of its result: figures, sentences and small tables. Charts and long tables are in
 * the run folder when the run has ended.
 */
record ResultNews(List<Figure> figures, List<SmallTable> tables, List<Finding> findings, List<Warning> warnings, String best,
        Result.Better better) {
    private static final int MOST_BYTES = 256 << 10;

    /** A table in the form of {@link TableCodec}, in base 64. */
    record SmallTable(String id, String title, Map<String, String> labels, String rows) {
    }

    static ResultNews of(Result result) {
        List<SmallTable> tables = new ArrayList<>();
        int room = MOST_BYTES;
        for (ResultTable table : result.tables()) {
            if (table.rows() instanceof ResultTable.InMemory memory && memory.count() * Math.max(1, memory.schema().size()) * Byte.SIZE < room) {
                byte[] rows = TableCodec.encode(memory.table());
                if (rows.length <= room) {
                    room -= rows.length;
                    tables.add(new SmallTable(table.id(), table.title(), table.labels(), Base64.getEncoder().encodeToString(rows)));
                }
            }
        }
        return new ResultNews(result.figures(), tables, result.findings(), result.warnings(), result.best(), result.better());
    }

    /** @throws IOException when a table is damaged */
    Result result() throws IOException {
        List<ResultTable> read = new ArrayList<>();
        for (SmallTable table : tables) {
            try {
                read.add(new ResultTable(table.id(), table.title(),
                        new ResultTable.InMemory(TableCodec.decode(Base64.getDecoder().decode(table.rows()))), table.labels()));
            } catch (IllegalArgumentException e) {
                throw new IOException("Table " + table.id() + " is damaged", e);
            }
        }
        return new Result(figures, read, List.of(), findings, warnings, best, better);
    }
}
