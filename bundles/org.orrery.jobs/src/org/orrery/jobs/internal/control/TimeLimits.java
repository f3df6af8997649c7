package org.orrery.jobs.internal.control;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Closes a channel on which something takes too long: sockets of this kind have no time limits of their own. Thread-safe. */
final class TimeLimits implements AutoCloseable {
    /** Reads or writes. */
    interface Call<T> {
        T call() throws IOException;
    }

    private final ScheduledThreadPoolExecutor timer;

    TimeLimits(String name) {
        timer = new ScheduledThreadPoolExecutor(1, body -> {
            Thread thread = new Thread(body, name);
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    /** @throws SocketTimeoutException when it takes longer than that; the channel is then closed */
    <T> T within(Duration limit, SocketChannel channel, Call<T> call) throws IOException {
        ScheduledFuture<?> closing = timer.schedule(() -> close(channel), limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return call.call();
        } catch (AsynchronousCloseException e) {
            SocketTimeoutException late = new SocketTimeoutException("No answer within " + limit.toMillis() + " ms");
            late.initCause(e);
            throw late;
        } finally {
            closing.cancel(false);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Whoever waits on it hears of it.
            return;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
