package org.orrery.data.internal.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.zip.CRC32C;
import org.orrery.data.DataException;
import org.orrery.data.internal.ColumnBuffer;
import org.orrery.data.internal.RowSink;

/** Writes blocks of rows into the file of a new entry: by any number of threads, each block at a place of its own. */
final class SegmentWriter implements RowSink, AutoCloseable {
    private final Path folder;
    private final int width;
    private final FileChannel channel;
    private final BlockIndex index;
    private final AtomicLong end = new AtomicLong();
    private final Queue<SegmentEncoder> encoders = new ConcurrentLinkedQueue<>();
    private int next;

    SegmentWriter(Path folder, int columns) throws IOException {
        this.folder = folder;
        this.width = columns;
        this.index = new BlockIndex(columns);
        this.channel = FileChannel.open(folder.resolve(CacheEntry.VALUES), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void block(List<ColumnBuffer> columns) throws DataException {
        block(next++, columns::get);
    }

    @Override
    public void block(int number, IntFunction<ColumnBuffer> columns) throws DataException {
        SegmentEncoder encoder = encoders.poll();
        encoder = encoder == null ? new SegmentEncoder() : encoder;
        encoder.clear();
        int[] starts = new int[width + 1];
        int rows = 0;
        for (int i = 0; i < width; i++) {
            ColumnBuffer column = columns.apply(i);
            if (column != null) {
                encoder.add(column);
                rows = column.size();
            }
            starts[i + 1] = encoder.length();
        }
        long position = end.getAndAdd(encoder.length());
        note(number, rows, encoder, starts, position);
        try {
            ByteBuffer bytes = ByteBuffer.wrap(encoder.bytes(), 0, encoder.length());
            while (bytes.hasRemaining()) {
                channel.write(bytes, position + bytes.position());
            }
        } catch (IOException cause) {
            throw CacheFailure.writing(folder, cause);
        }
        encoders.add(encoder);
    }

    private void note(int number, int rows, SegmentEncoder encoder, int[] starts, long position) {
        for (int i = 0; i < width; i++) {
            if (starts[i + 1] > starts[i]) {
                CRC32C sum = new CRC32C();
                sum.update(encoder.bytes(), starts[i], starts[i + 1] - starts[i]);
                index.put(number, rows, i, position + starts[i], starts[i + 1] - starts[i], (int) sum.getValue());
            }
        }
    }

    /** Writes the list of what was written. */
    BlockIndex finish() throws IOException {
        channel.close();
        index.counted().write(folder.resolve(CacheEntry.INDEX));
        return index;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
