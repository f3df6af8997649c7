package org.orrery.data.internal.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.ReadOptions;
import org.orrery.data.internal.ColumnBuffer;
import org.orrery.data.internal.RowSink;

/** Reads one chunk after the other: finds the fields, reads the columns that are active, and stores the block. Used by one thread at a time. */
final class ChunkWorker {
    private static final int SHOWN = 40;
    /** Up to how many columns each has a buffer of its own, which learns how its texts are best held. */
    private static final int BUFFERED = 1024;

    private final TextPass pass;
    private final FieldIndex index;
    private final List<ColumnCells> cells = new ArrayList<>();
    private final List<ColumnScan> scans = new ArrayList<>();
    private final List<ColumnBuffer> buffers = new ArrayList<>();
    private final Map<ColumnType, ColumnBuffer> shared = new EnumMap<>(ColumnType.class);
    private final int[] fields;
    private final RowSink sink;
    private int refusedRow;

    /** @param pass the pass whose header has been read */
    ChunkWorker(TextPass pass, ReadOptions options, ByteDialect dialect) {
        this.pass = pass;
        this.sink = pass.sink();
        this.index = new FieldIndex(dialect);
        CellFormat format = new CellFormat(options);
        MissingMarkers all = new MissingMarkers(options.missing());
        this.fields = new int[pass.scans().size()];
        for (int i = 0; i < fields.length; i++) {
            if (!pass.isActive(i)) {
                cells.add(null);
                scans.add(null);
                buffers.add(null);
                continue;
            }
            fields[i] = pass.fieldOf(i);
            ColumnPlan plan = pass.scans().get(i).plan();
            ColumnBuffer buffer = fields.length > BUFFERED ? shared.computeIfAbsent(plan.type(), type -> new ColumnBuffer(type, 0)) : new ColumnBuffer(plan.type(), 0);
            MissingMarkers markers = new MissingMarkers(all);
            ColumnScan scan = new ColumnScan(plan, format, markers, buffer, pass.distinctBound());
            buffers.add(buffer);
            scans.add(scan);
            cells.add(ColumnCells.of(new ColumnCells.Column(scan, buffer, format, markers, dialect.quote())));
        }
    }

    /** Reads the chunk; what it holds must be told to the pass in the order of the chunks. */
    ChunkResult read(Chunk chunk) throws DataException {
        byte[] bytes = chunk.bytes();
        int bad = Utf8.firstBad(bytes, 0, chunk.length());
        if (bad >= 0) {
            return ChunkResult.broken(chunk, bad);
        }
        index.find(bytes, chunk.first(), chunk.end(), pass.width());
        ChunkResult result = new ChunkResult(chunk, index, cells.size());
        refusedRow = Integer.MAX_VALUE;
        // Each column is stored before the next is read, so that very many need no buffers of their own.
        sink.block(chunk.number(), column -> column(bytes, column, result));
        return result;
    }

    private ColumnBuffer column(byte[] bytes, int column, ChunkResult result) {
        ColumnCells reader = cells.get(column);
        if (reader == null) {
            return null;
        }
        reader.take(bytes, index, fields[column], pass.width(), index.rows());
        scans.get(column).endBlock();
        result.put(column, scans.get(column));
        int refused = reader.refused();
        if (refused >= 0 && refused < refusedRow) {
            refusedRow = refused;
            int place = refused * pass.width() + fields[column];
            int length = reader.characters(bytes, index.starts()[place], index.ends()[place]);
            result.refuse(column, index.starts()[refused * pass.width()], new String(reader.chars(), 0, Math.min(SHOWN, length)));
        }
        return buffers.get(column);
    }

    List<ColumnScan> scans() {
        return scans;
    }
}
