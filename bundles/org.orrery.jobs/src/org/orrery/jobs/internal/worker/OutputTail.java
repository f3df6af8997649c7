package org.orrery.jobs.internal.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The last of what a process writes, which is all that is kept of a flood. Thread-safe. */
final class OutputTail {
    private static final int KEPT = 8_192;
    private final byte[] ring = new byte[KEPT];
    private long written;

    /** Reads to the end of the stream. */
    void drain(InputStream output) {
        byte[] buffer = new byte[KEPT];
        try (output) {
            int read = output.read(buffer);
            while (read >= 0) {
                add(buffer, read);
                read = output.read(buffer);
            }
        } catch (IOException closed) {
            // The process was ended, and its last words with it.
            return;
        }
    }

    private synchronized void add(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            ring[(int) (written++ % KEPT)] = bytes[i];
        }
    }

    /** What there is now. */
    synchronized String text() {
        int count = (int) Math.min(written, KEPT);
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = ring[(int) ((written - count + i) % KEPT)];
        }
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }
}
