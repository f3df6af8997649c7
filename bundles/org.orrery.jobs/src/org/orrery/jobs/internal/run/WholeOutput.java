package org.orrery.jobs.internal.run;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;

/**
 * What a program writes, to its last byte. When a program ends, Java takes what is left in the pipe to a buffer of its own; a reader that
 * waits at the pipe in that moment is told the end although the buffer holds the last lines. So the end is believed only when it is told
 * again some time after the program has ended.
 */
final class WholeOutput extends FilterInputStream {
    /** How long it takes Java from the end of a program to the buffer: far less than this. */
    private static final int[] PATIENCE_MILLIS = {1, 2, 4, 8, 16, 32};
    private static final long STILL_THERE_MILLIS = 1000;

    private final Process process;
    private boolean ended;

    WholeOutput(Process process, InputStream pipe) {
        super(pipe);
        this.process = process;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = in.read(bytes, from, length);
        if (count >= 0 || ended) {
            return count;
        }
        try {
            // A program may close its output long before it ends; then nothing is left in the pipe.
            ended = true;
            if (process.waitFor(STILL_THERE_MILLIS, TimeUnit.MILLISECONDS)) {
                for (int i = 0; count < 0 && i < PATIENCE_MILLIS.length; i++) {
                    TimeUnit.MILLISECONDS.sleep(PATIENCE_MILLIS[i]);
                    count = in.read(bytes, from, length);
                }
            }
            return count;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
