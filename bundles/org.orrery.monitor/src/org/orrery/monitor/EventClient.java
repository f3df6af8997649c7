package org.orrery.monitor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;

/** One browser that listens. What it is to hear waits in a queue; one that reads too slowly is let go. */
final class EventClient {
    private static final int MOST_WAITING = 512;
    private static final int BYTES_A_SECOND = 1 << 20;
    private static final byte[] BEAT = ": beat\n\n".getBytes(StandardCharsets.UTF_8);

    private final HttpExchange exchange;
    private final Duration heartbeat;
    private final BlockingQueue<Message> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean gone;
    private Thread serving;
    private long second;
    private long bytes;

    /**
     * What is to be heard.
     *
     * @param event its kind
     * @param data JSON in one line
     * @param droppable whether it may be left out when there is too much
     */
    record Message(String event, String data, boolean droppable) {
        byte[] bytes() {
            return ("event: " + event + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    /** @param heartbeat how long nothing is said at most: who hears nothing for longer knows that the monitor is gone */
    EventClient(HttpExchange exchange, Duration heartbeat) {
        this.exchange = exchange;
        this.heartbeat = heartbeat;
    }

    /** Leaves something to be heard. Never waits. */
    void tell(Message message) {
        if (!waiting.offer(message) && !message.droppable()) {
            end();
        }
    }

    /**
     * Ends the connection, from any thread, without waiting: to close it would wait for a write that the browser does not take, but an
     * interrupt of whoever writes closes it.
     */
    void end() {
        synchronized (this) {
            gone = true;
            if (serving != null) {
                serving.interrupt();
            }
        }
    }

    /** Writes until the browser or the monitor ends. The thread is nobody else's meanwhile. */
    void serve() throws IOException, InterruptedException {
        synchronized (this) {
            serving = Thread.currentThread();
        }
        try {
            write();
        } finally {
            synchronized (this) {
                serving = null;
            }
        }
    }

    private void write() throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write(BEAT);
        out.flush();
        while (!gone) {
            Message message = waiting.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
            if (message == null) {
                out.write(BEAT);
            } else {
                byte[] text = message.bytes();
                if (message.droppable() && !room(text.length)) {
                    continue;
                }
                out.write(text);
            }
            out.flush();
        }
    }

    private boolean room(int length) {
        long now = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
        if (now != second) {
            second = now;
            bytes = 0;
        }
        bytes += length;
        return bytes <= BYTES_A_SECOND;
    }
}
