package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.orrery.analysis.StoredRows;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.jobs.internal.codec.TableCodec;
import org.orrery.jobs.internal.files.ChainedFrames;
import org.orrery.jobs.internal.files.Frame;
import org.orrery.jobs.internal.files.Segment;

/**
 * Rows in some segments of a log.
 *
 * @param name what they are called
 * @param file the log
 * @param segments where they are, in order
 */
public record SegmentRows(String name, Path file, List<Segment> segments) implements StoredRows {
    public SegmentRows {
        segments = List.copyOf(segments);
    }

    @Override
    public Schema schema() {
        if (segments.isEmpty()) {
            return new Schema(List.of());
        }
        try {
            return table(new ChainedFrames(file).read(segments.get(0))).schema();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long count() {
        return segments.stream().mapToLong(Segment::rows).sum();
    }

    @Override
    public void forEachBlock(Consumer<Table> action) {
        try {
            if (!segments.isEmpty()) {
                new ChainedFrames(file).read(segments, frame -> action.accept(table(frame)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Table table(Frame frame) {
        try {
            return TableCodec.decode(frame.payload());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
