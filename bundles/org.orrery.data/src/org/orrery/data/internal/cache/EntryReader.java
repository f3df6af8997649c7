package org.orrery.data.internal.cache;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.orrery.data.Column;
import org.orrery.data.ColumnVector;
import org.orrery.data.Progress;
import org.orrery.data.Schema;
import org.orrery.data.Table;

/** Reads some columns of an entry. Used by one thread. */
public final class EntryReader implements AutoCloseable {
    private static final int MOST_ROWS = 8_192;

    private final CacheEntry entry;
    private final BlockIndex index;
    private final Schema schema;
    private final List<Integer> positions;
    private final SegmentFile file;
    private Segment[] block;
    private int number = -1;
    private long nextRow;

    /**
     * @param positions where in the entry the columns of {@code schema} stand
     * @throws IOException when the entry is gone or does not fit the schema
     */
    public EntryReader(CacheEntry entry, Schema schema, List<Integer> positions) throws IOException {
        this.entry = entry;
        this.index = entry.index();
        this.schema = schema;
        this.positions = positions;
        this.file = new SegmentFile(entry);
    }

    /** All rows. Reads column by column, so that the packed form of only one block of one column is in memory at a time. */
    public Table table(Progress progress) throws IOException {
        List<ColumnVector> vectors = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            vectors.add(column(i, progress));
        }
        return new Table(schema, vectors);
    }

    private ColumnVector column(int column, Progress progress) throws IOException {
        List<Segment> headers = new ArrayList<>();
        if (!schema.columns().get(column).type().isText()) {
            for (int i = 0; i < index.blocks(); i++) {
                headers.add(file.header(i, positions.get(column)));
            }
        }
        VectorBuilder builder = builder(column, Math.toIntExact(entry.rows()), headers);
        for (int i = 0; i < index.blocks(); i++) {
            progress.checkCancelled();
            Segment segment = file.segment(i, positions.get(column));
            builder.add(segment, 0, segment.rows());
            progress.worked(entry.rows() * column + index.firstRow(i + 1), entry.rows() * schema.size());
        }
        return builder.vector();
    }

    private VectorBuilder builder(int column, int rows, List<Segment> headers) {
        Column described = schema.columns().get(column);
        return new VectorBuilder(described.type(), entry.scales().get(positions.get(column)), rows, headers);
    }

    /** At most {@code count} rows from {@code firstRow} on. */
    public Table window(long firstRow, int count) throws IOException {
        int rows = (int) Math.max(0, Math.min(count, entry.rows() - firstRow));
        List<ColumnVector> vectors = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            List<Segment> segments = new ArrayList<>();
            int first = rows == 0 ? 0 : index.blockOf(firstRow);
            for (int b = first; rows > 0 && b < index.blocks() && index.firstRow(b) < firstRow + rows; b++) {
                segments.add(file.segment(b, positions.get(i)));
            }
            VectorBuilder builder = builder(i, rows, segments);
            for (int s = 0; s < segments.size(); s++) {
                long start = index.firstRow(first + s);
                int from = (int) Math.max(0, firstRow - start);
                builder.add(segments.get(s), from, (int) Math.min(segments.get(s).rows(), firstRow + rows - start) - from);
            }
            vectors.add(builder.vector());
        }
        return new Table(schema, vectors);
    }

    /** The next few thousand rows; null after the last. */
    public Table next() throws IOException {
        if (nextRow == entry.rows()) {
            return null;
        }
        int now = index.blockOf(nextRow);
        if (block == null || now != number) {
            block = new Segment[schema.size()];
            for (int i = 0; i < block.length; i++) {
                block[i] = file.segment(now, positions.get(i));
            }
            number = now;
        }
        int from = (int) (nextRow - index.firstRow(now));
        int count = Math.min(MOST_ROWS, index.rows(now) - from);
        List<ColumnVector> vectors = new ArrayList<>();
        for (int i = 0; i < block.length; i++) {
            VectorBuilder builder = builder(i, count, List.of(block[i]));
            builder.add(block[i], from, count);
            vectors.add(builder.vector());
        }
        nextRow += count;
        return new Table(schema, vectors);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
