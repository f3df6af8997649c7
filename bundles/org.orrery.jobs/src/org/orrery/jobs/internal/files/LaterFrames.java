package org.orrery.jobs.internal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * What can still be read of a chained log whose beginning is damaged. Every record can be checked alone, so that the second one is
 * found by trying each place, and those after it hang together by their digests.
 */
public final class LaterFrames {
    private static final int WINDOW = 1 << 20;
    private final Path path;

    /** Reads that file. */
    public LaterFrames(Path path) {
        this.path = path;
    }

    /** Hands over the records from the second on, as far as their chain is whole; none when the second one is damaged as well. */
    public void scan(Consumer<Frame> action) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            Frame frame = null;
            long position = second(channel);
            while (position >= 0) {
                Frame next = at(channel, position);
                boolean follows = next != null && (frame == null || next.sequence() == frame.sequence() + 1 && Arrays.equals(next.previous(),
                        frame.digest()));
                if (!follows) {
                    return;
                }
                action.accept(next);
                frame = next;
                position += Frame.size(next.payload().length);
            }
        } catch (NoSuchFileException e) {
            // Nothing can be read of it.
            return;
        }
    }

    /** Hands over every whole record that begins at that byte or later, whatever lies between them; their chain is not looked at. */
    public void from(long start, Consumer<Frame> action) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long position = start;
            while (position + Frame.size(0) <= channel.size()) {
                Frame frame = at(channel, position);
                if (frame == null) {
                    position++;
                } else {
                    action.accept(frame);
                    position += Frame.size(frame.payload().length);
                }
            }
        } catch (NoSuchFileException e) {
            // Nothing can be read of it.
            return;
        }
    }

    /** Where the second record begins; below 0 when it is not found in the first part of the file. */
    private long second(FileChannel channel) throws IOException {
        int size = (int) Math.min(channel.size(), WINDOW);
        for (int position = 0; position + Frame.size(0) <= size; position++) {
            Frame frame = at(channel, position);
            if (frame != null && frame.sequence() == 1) {
                return position;
            }
        }
        return -1;
    }

    private static Frame at(FileChannel channel, long position) throws IOException {
        long left = channel.size() - position;
        if (left < Frame.size(0)) {
            return null;
        }
        ByteBuffer head = read(channel, position, Integer.BYTES + Long.BYTES);
        int length = head.getInt(0);
        boolean possible = length >= 0 && length <= Frame.LARGEST && Frame.size(length) <= left && head.getLong(Integer.BYTES) >= 0
                && head.getLong(Integer.BYTES) <= left;
        return possible ? Frame.decode(read(channel, position, (int) Frame.size(length))) : null;
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                break;
            }
        }
        return bytes.limit(bytes.position()).position(0);
    }
}
