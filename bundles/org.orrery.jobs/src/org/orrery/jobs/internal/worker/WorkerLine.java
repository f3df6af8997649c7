package org.orrery.jobs.internal.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/**
 * One end of the line between owner and worker: messages of JSON, each behind its length and kind. Standard output is left to
 * native code, which writes to it as it pleases. Any thread may send; one thread reads.
 */
public final class WorkerLine implements AutoCloseable {
    private static final int HEAD = Integer.BYTES + 1;
    /** A live result with large tables is the largest message by far. */
    private static final int LARGEST = 1 << 28;
    private final SocketChannel channel;
    private final Object sending = new Object();

    /** @param channel connected and blocking */
    public WorkerLine(SocketChannel channel) {
        this.channel = channel;
    }

    /** Sends; returns when the system has taken it, so that it arrives even when this process dies now. */
    public void send(WorkerMessage message) throws IOException {
        byte[] payload = message.payload();
        if (payload.length > LARGEST) {
            throw new IOException("A message of " + payload.length + " bytes is too large");
        }
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + payload.length).putInt(payload.length).put(message.kind()).put(payload).flip();
        synchronized (sending) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /**
     * Waits for the next message; empty when the other side is gone.
     *
     * @throws IOException when what comes is no message
     */
    public Optional<WorkerMessage> receive() throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        if (!fill(head)) {
            return Optional.empty();
        }
        int length = head.getInt();
        byte kind = head.get();
        if (length < 0 || length > LARGEST) {
            throw new IOException("A message of " + length + " bytes");
        }
        ByteBuffer payload = ByteBuffer.allocate(length);
        return fill(payload) ? Optional.of(WorkerMessage.of(kind, payload.array())) : Optional.empty();
    }

    /** Whether all of it came. */
    private boolean fill(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                return false;
            }
        }
        bytes.flip();
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
