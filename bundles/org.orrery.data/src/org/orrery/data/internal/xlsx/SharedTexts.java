package org.orrery.data.internal.xlsx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The texts that cells of a workbook share, by number. The first 64 MiB of them are held in memory, the rest in a file of
 * which the pages used last are held, so that a workbook of any size needs a bounded amount. Used by one thread.
 */
final class SharedTexts implements AutoCloseable {
    private static final int PAGE = 1 << 20;
    private static final int SLOTS = 32;

    private final Path spill;
    private final int held;
    private final List<byte[]> pages = new ArrayList<>();
    private final byte[][] slots = new byte[SLOTS][];
    private final long[] slotPages = new long[SLOTS];
    private long[] starts = new long[1024];
    private byte[] page = new byte[PAGE];
    private long size;
    private int count;
    private Path file;
    private FileChannel channel;

    /**
     * @param spill the folder for what does not fit into memory
     * @param held how many pages of 1 MiB are held
     */
    SharedTexts(Path spill, int held) {
        this.spill = spill;
        this.held = held;
    }

    /** Adds the next text. */
    void add(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
        if (count + 1 >= starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        for (int done = 0; done < bytes.length;) {
            int at = (int) (size % PAGE);
            int part = Math.min(PAGE - at, bytes.length - done);
            System.arraycopy(bytes, done, page, at, part);
            done += part;
            size += part;
            if (size % PAGE == 0) {
                turn();
            }
        }
        starts[++count] = size;
    }

    private void turn() throws IOException {
        if (pages.size() < held) {
            pages.add(page);
            page = new byte[PAGE];
            return;
        }
        if (channel == null) {
            file = Files.createTempFile(spill, "texts", null);
            channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }
        ByteBuffer buffer = ByteBuffer.wrap(page);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** How many texts there are. */
    int count() {
        return count;
    }

    /** The text of that number. */
    String get(int index) throws IOException {
        long from = starts[index];
        int length = (int) (starts[index + 1] - from);
        int at = (int) (from % PAGE);
        if (at + length <= PAGE) {
            return new String(page(from / PAGE), at, length, StandardCharsets.UTF_16LE);
        }
        byte[] bytes = new byte[length];
        for (int done = 0; done < length;) {
            int start = (int) ((from + done) % PAGE);
            int part = Math.min(PAGE - start, length - done);
            System.arraycopy(page((from + done) / PAGE), start, bytes, done, part);
            done += part;
        }
        return new String(bytes, StandardCharsets.UTF_16LE);
    }

    private byte[] page(long number) throws IOException {
        if (number < pages.size()) {
            return pages.get((int) number);
        }
        if (number == size / PAGE) {
            return page;
        }
        int slot = (int) (number % SLOTS);
        if (slots[slot] == null || slotPages[slot] != number) {
            byte[] bytes = new byte[PAGE];
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            long position = (number - pages.size()) * PAGE;
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, position + buffer.position()) < 0) {
                    throw new IOException("The file of shared texts is cut short");
                }
            }
            slots[slot] = bytes;
            slotPages[slot] = number;
        }
        return slots[slot];
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            Files.deleteIfExists(file);
        }
    }
}
