package org.orrery.jobs.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;

/** The parts of a result as fields of an object that somebody else has begun. */
record ResultJson(JsonValues json, Function<ResultTable, Optional<Path>> tableFiles, Function<ChartSpec, Optional<Path>> chartFiles) {
    /** Figures, tables and charts. */
    void values(Result result) throws IOException {
        json.writer().name("figures").beginObject();
        for (var figure : result.figures()) {
            json.field(figure.name(), figure.value());
        }
        json.writer().endObject().name("tables").beginObject();
        for (ResultTable table : result.tables()) {
            json.writer().name(table.id());
            table(table);
        }
        json.writer().endObject().name("charts").beginArray();
        for (ChartSpec chart : result.charts()) {
            json.writer().beginObject();
            json.field("id", chart.id());
            json.field("title", chart.title());
            json.field("kind", chart.kind().id());
            json.field("path", chartFiles.apply(chart).map(Path::toString).orElse(null));
            json.writer().endObject();
        }
        json.writer().endArray();
    }

    /** What is to be known beside the figures. */
    void warnings(Result result) throws IOException {
        json.writer().name("warnings").beginArray();
        for (var warning : result.warnings()) {
            json.writer().beginObject();
            json.field("code", warning.code());
            json.field("message", warning.message());
            json.writer().endObject();
        }
        json.writer().endArray();
    }

    private void table(ResultTable table) throws IOException {
        json.writer().beginObject().name("columns").beginArray();
        for (var column : table.rows().schema().columns()) {
            json.writer().beginObject();
            json.field("name", column.name());
            json.field("type", column.type().id());
            json.writer().endObject();
        }
        json.writer().endArray().name("rows").beginArray();
        if (table.rows().count() > 0) {
            rows(table);
        }
        json.writer().endArray();
        json.field("totalRows", table.rows().count());
        boolean cut = table.rows().count() > RunDocument.MOST_ROWS;
        json.field("path", cut ? tableFiles.apply(table).map(Path::toString).orElse(null) : null);
        json.writer().endObject();
    }

    /** Ends a pass over blocks; an exception without a trace, because {@code forEachBlock} has no other way out. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    private void rows(ResultTable table) throws IOException {
        int[] left = {RunDocument.MOST_ROWS};
        try {
            RunDocument.forEachBlock(table, block -> {
                for (int row = 0; row < block.rows(); row++) {
                    if (left[0]-- == 0) {
                        throw new Enough();
                    }
                    json.row(block, row);
                }
            });
        } catch (Enough e) {
            // The rest stands in the file.
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
