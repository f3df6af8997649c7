package org.orrery.external;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

import org.orrery.analysis.UnitOutput;
import org.orrery.analysis.UnitProgress;

/**
 * What a program prints on its way: into the log of the run up to a quota, after it into a file that keeps the newest, and to the readers
 * of metrics. Thread-safe.
 */
final class LogLines implements AutoCloseable {
    /** Lines that the log of a run takes; of the later ones the newest are kept in a file. */
    static final long MOST_LINES = 1_000_000;
    private static final int LAST_WORDS = 20;
    private static final int LONGEST_LOGGED = 4_000;

    private final UnitProgress progress;
    private final LineReader reader;
    private final Consumer<Readings> readings;
    private final Deque<String> last = new ArrayDeque<>();
    private final RollingLog rest = new RollingLog();
    private long count;

    LogLines(UnitProgress progress, LineReader reader, Consumer<Readings> readings) {
        this.progress = progress;
        this.reader = reader;
        this.readings = readings;
    }

    /** Takes a line of standard output. */
    void out(String line) {
        take(line, UnitProgress.Level.INFO);
    }

    /** Takes a line of standard error, where many programs print their progress. */
    void err(String line) {
        take(line, UnitProgress.Level.WARNING);
    }

    private synchronized void take(String line, UnitProgress.Level level) {
        String plain = AnsiText.strip(line);
        if (plain.isBlank()) {
            return;
        }
        count++;
        last.addLast(shortened(plain));
        if (last.size() > LAST_WORDS) {
            last.removeFirst();
        }
        if (count <= MOST_LINES) {
            progress.log(level, shortened(plain));
        } else {
            try {
                rest.add(plain);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        reader.readings(plain).ifPresent(readings);
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LOGGED ? line : line.substring(0, LONGEST_LOGGED) + "…";
    }

    /** Keeps with the run what was too much for its log. */
    synchronized void keepRest(UnitOutput output) throws IOException {
        rest.keep(output);
    }

    synchronized long count() {
        return count;
    }

    synchronized long unheard() {
        return Math.max(0, count - MOST_LINES);
    }

    synchronized List<String> lastWords() {
        return new ArrayList<>(last);
    }

    @Override
    public synchronized void close() throws IOException {
        rest.close();
    }
}
