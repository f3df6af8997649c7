package org.orrery.ui.data.internal.rows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Numbers of rows in the order in which they are added: in memory while they are few, else in a file. Used by one thread. */
final class RowNumbers implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final int most;
    private int[] few = new int[1024];
    private int count;
    private Path file;
    private FileChannel channel;
    private ByteBuffer buffer;

    /** @param most how many are kept in memory */
    RowNumbers(int most) {
        this.most = most;
    }

    void add(int row) throws IOException {
        if (channel != null) {
            put(row);
        } else if (count == most) {
            file = Files.createTempFile("orrery-order", null); //$NON-NLS-1$
            channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            buffer = ByteBuffer.allocate(BUFFER);
            for (int i = 0; i < count; i++) {
                put(few[i]);
            }
            few = null;
            put(row);
        } else {
            if (count == few.length) {
                few = Arrays.copyOf(few, (int) Math.min(most, count * 2L));
            }
            few[count] = row;
        }
        count++;
    }

    private void put(int row) throws IOException {
        if (!buffer.hasRemaining()) {
            flush();
        }
        buffer.putInt(row);
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /** All of them; they take memory only where they are looked at when they lie in a file. */
    RowOrder order() throws IOException {
        if (channel == null) {
            return RowOrder.of(Arrays.copyOf(few, count));
        }
        flush();
        // The file is gone from its folder; what is mapped of it goes with the order.
        return RowOrder.of(channel.map(FileChannel.MapMode.READ_ONLY, 0, 4L * count).asIntBuffer());
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            // Some systems keep a file that is mapped until the process ends.
            file.toFile().deleteOnExit();
            Files.deleteIfExists(file);
        }
    }
}
