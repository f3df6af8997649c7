package org.orrery.jobs.internal.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads chained logs. Thread-safe; opens the file anew for each call, so that an interrupt closes nobody else's. */
public final class ChainedFrames {
    private final Path path;

    /** Reads that file. */
    public ChainedFrames(Path path) {
        this.path = path;
    }

    /**
     * What a scan found.
     *
     * @param last the last record in an unbroken chain from the start
     * @param end the first byte after it
     * @param rest how many bytes follow
     * @param damaged whether those are more than a record that a crash cut short
     */
    public record Scan(Optional<Segment> last, long end, long rest, boolean damaged) {
    }

    /** Hands over the records from the start, as far as the chain is whole. A file that is not there holds none. */
    public Scan scan(Consumer<Frame> action) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return scan(channel, action);
        } catch (NoSuchFileException e) {
            return new Scan(Optional.empty(), 0, 0, false);
        }
    }

    private Scan scan(FileChannel channel, Consumer<Frame> action) throws IOException {
        long size = channel.size();
        WindowedReader reader = new WindowedReader(channel, size);
        ByteBuffer head = reader.read(0, (int) Math.min(size, ChainedLog.HEADER));
        if (!ChainedLog.isHeader(head)) {
            return new Scan(Optional.empty(), 0, size, size > ChainedLog.HEADER);
        }
        long position = ChainedLog.HEADER;
        byte[] previous = ChainedLog.genesis();
        Frame last = null;
        Segment lastSegment = null;
        while (size - position >= Frame.size(0)) {
            int length = reader.read(position, Integer.BYTES).getInt(0);
            if (length < 0 || length > Frame.LARGEST || Frame.size(length) > size - position) {
                break;
            }
            Frame frame = Frame.decode(reader.read(position, (int) Frame.size(length)));
            if (frame == null || !Arrays.equals(frame.previous(), previous)
                    || frame.sequence() != (last == null ? 0 : last.sequence() + 1)) {
                return new Scan(Optional.ofNullable(lastSegment), position, size - position, true);
            }
            action.accept(frame);
            previous = frame.digest();
            last = frame;
            lastSegment = new Segment(position, frame.sequence(), length, 0, HexFormat.of().formatHex(frame.digest()));
            position += Frame.size(length);
        }
        return new Scan(Optional.ofNullable(lastSegment), position, size - position, false);
    }

    /**
     * One record, checked against the digest that the journal holds.
     *
     * @throws IOException when the file is not there, too short or damaged
     */
    public Frame read(Segment segment) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return read(channel, segment);
        }
    }

    /** Reads many records, in the order given, with the file opened once. */
    public void read(Iterable<Segment> segments, Consumer<Frame> action) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            for (Segment segment : segments) {
                action.accept(read(channel, segment));
            }
        }
    }

    private Frame read(FileChannel channel, Segment segment) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Frame.size(segment.length()));
        fill(channel, bytes, segment.offset());
        Frame frame = Frame.decode(bytes);
        if (frame == null || !HexFormat.of().formatHex(frame.digest()).equals(segment.sha256())) {
            throw new IOException(path + " is damaged at byte " + segment.offset());
        }
        return frame;
    }

    /** Whether a file is there at all. */
    public boolean exists() {
        return Files.isRegularFile(path);
    }

    private static void fill(FileChannel channel, ByteBuffer bytes, long offset) throws IOException {
        long position = offset;
        while (bytes.hasRemaining()) {
            int read = channel.read(bytes, position);
            if (read < 0) {
                throw new EOFException("The file ends before byte " + (offset + bytes.limit()));
            }
            position += read;
        }
        bytes.flip();
    }

    /** Reads ahead, so that a journal of many small records costs few calls. */
    private static final class WindowedReader {
        private static final int WINDOW = 1 << 18;
        private final FileChannel channel;
        private final long size;
        private ByteBuffer window = ByteBuffer.allocate(0);
        private long start;

        WindowedReader(FileChannel channel, long size) {
            this.channel = channel;
            this.size = size;
        }

        ByteBuffer read(long offset, int length) throws IOException {
            if (offset < start || offset + length > start + window.limit()) {
                window = ByteBuffer.allocate((int) Math.min(size - offset, Math.max(WINDOW, length)));
                start = offset;
                fill(channel, window, offset);
            }
            return window.slice((int) (offset - start), length);
        }
    }
}
