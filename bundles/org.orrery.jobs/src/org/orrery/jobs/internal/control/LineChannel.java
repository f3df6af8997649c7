package org.orrery.jobs.internal.control;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;

import org.orrery.jobs.internal.codec.PlainJson;

/** A socket that carries lines, each a JSON object. For one reader and one writer at a time. */
final class LineChannel implements AutoCloseable {
    /** No line is longer: a request holds the columns of its data sets, an event the tables of a result. */
    static final int LONGEST = 16 << 20;
    private static final int BUFFER = 8 << 10;
    private final SocketChannel channel;
    private final TimeLimits limits;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();

    LineChannel(SocketChannel channel, TimeLimits limits) {
        this.channel = channel;
        this.limits = limits;
    }

    /**
     * The object in the next line.
     *
     * @param longest the most bytes that are read for it
     * @throws EOFException when the other side has closed, in the middle of a line or between two
     * @throws IOException when the line is too long, holds no such object, or does not come in time; the channel is of no more use
     */
    <T> T read(Class<T> type, int longest, Duration limit) throws IOException {
        return PlainJson.read(limits.within(limit, channel, () -> line(longest)), type);
    }

    private byte[] line(int longest) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            while (buffer.hasRemaining()) {
                byte next = buffer.get();
                if (next == '\n') {
                    return line.toByteArray();
                }
                if (line.size() == longest) {
                    throw new IOException("A line is longer than " + longest + " bytes");
                }
                line.write(next);
            }
            buffer.clear();
            int read = channel.read(buffer);
            buffer.flip();
            if (read < 0) {
                throw new EOFException("The other side has closed");
            }
        }
    }

    /** @throws IOException when the other side does not take it in time or has closed; the channel is of no more use */
    void write(Object value, Duration limit) throws IOException {
        byte[] json = PlainJson.write(value);
        if (json.length > LONGEST) {
            throw new IOException("A line of " + json.length + " bytes is too long");
        }
        ByteBuffer line = ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
        limits.within(limit, channel, () -> {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            return null;
        });
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
