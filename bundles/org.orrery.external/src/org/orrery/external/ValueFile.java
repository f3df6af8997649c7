package org.orrery.external;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Values in the order in which they came: the last few in memory, all before them in a file that goes away with the process at the latest. Should
 * the disk refuse them they stay in memory, and the caller is told once. Not thread-safe.
 */
final class ValueFile implements AutoCloseable {
    /** How many values make a block. */
    static final int BLOCK = 8_192;
    private static final int BYTES = Integer.BYTES + 3 * Double.BYTES;

    /** Takes values one after the other. */
    @FunctionalInterface
    interface Reader {
        /** The next value. */
        void take(int series, double step, double seconds, double value) throws IOException;
    }

    private final ByteBuffer last = ByteBuffer.allocate(BLOCK * BYTES);
    /** Blocks that the disk did not take, after those that it took. */
    private final List<ByteBuffer> refused = new ArrayList<>();
    /** No channel: an interrupt of whoever writes would close that. */
    private RandomAccessFile file;
    private Optional<Path> left = Optional.empty();
    private int written;

    /**
     * Adds a value.
     *
     * @param series the number of the metric
     * @return the trouble of the disk when it refuses for the first time, else null
     */
    IOException add(int series, double step, double seconds, double value) {
        IOException trouble = last.hasRemaining() ? null : spill();
        last.putInt(series).putDouble(step).putDouble(seconds).putDouble(value);
        return trouble;
    }

    private IOException spill() {
        IOException trouble = null;
        last.flip();
        if (refused.isEmpty()) {
            try {
                write();
            } catch (IOException e) {
                trouble = e;
            }
        }
        if (!refused.isEmpty() || trouble != null) {
            refused.add(ByteBuffer.allocate(last.limit()).put(last.rewind()).flip());
        }
        last.clear();
        return trouble;
    }

    private void write() throws IOException {
        if (file == null) {
            open();
        }
        file.seek((long) written * last.limit());
        file.write(last.array(), 0, last.limit());
        written++;
    }

    private void open() throws IOException {
        Path path = Files.createTempFile("orrery-metrics", ".bin");
        file = new RandomAccessFile(path.toFile(), "rw");
        try {
            // Where the system allows it: then nothing is left however the process ends.
            Files.delete(path);
        } catch (IOException e) {
            left = Optional.of(path);
        }
    }

    /** How many values there are. */
    long size() {
        return (long) (written + refused.size()) * BLOCK + last.position() / BYTES;
    }

    /** How many of them are held in memory. */
    int inMemory() {
        return refused.size() * BLOCK + last.position() / BYTES;
    }

    /**
     * Hands over all values but the first so many, in their order.
     *
     * @throws IOException when they cannot be read again, or the reader throws it
     */
    void forEach(long skipped, Reader reader) throws IOException {
        long before = skipped;
        byte[] block = new byte[last.capacity()];
        for (int i = 0; i < written; i++) {
            if (before < BLOCK) {
                file.seek((long) i * block.length);
                file.readFully(block);
                hand(ByteBuffer.wrap(block), before, reader);
            }
            before = Math.max(0, before - BLOCK);
        }
        for (ByteBuffer each : refused) {
            hand(each.duplicate(), before, reader);
            before = Math.max(0, before - BLOCK);
        }
        hand(last.duplicate().flip(), before, reader);
    }

    private static void hand(ByteBuffer block, long skipped, Reader reader) throws IOException {
        block.position((int) Math.min(skipped * BYTES, block.limit()));
        while (block.hasRemaining()) {
            reader.take(block.getInt(), block.getDouble(), block.getDouble(), block.getDouble());
        }
    }

    /** Gives the file back. */
    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
        if (left.isPresent()) {
            Files.deleteIfExists(left.get());
        }
    }
}
