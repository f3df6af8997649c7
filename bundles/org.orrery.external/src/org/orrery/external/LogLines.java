package org.orrery.external;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.orrery.analysis.UnitProgress;

/** What a program prints on its way: into the log of the run, and to the readers of metrics. Thread-safe. */
final class LogLines {
    /** Lines that the log of a run takes; later ones are still read for metrics. */
    static final long MOST_LINES = 1_000_000;
    private static final int LAST_WORDS = 20;
    private static final int LONGEST_LOGGED = 4_000;

    private final UnitProgress progress;
    private final List<LineFormat> formats;
    private final MetricBoard board;
    private final Deque<String> last = new ArrayDeque<>();
    private long count;

    LogLines(UnitProgress progress, List<LineFormat> formats, MetricBoard board) {
        this.progress = progress;
        this.formats = formats;
        this.board = board;
    }

    /** Takes a line of standard output. */
    void out(String line) {
        take(line, UnitProgress.Level.INFO);
    }

    /** Takes a line of standard error, where many programs print their progress. */
    void err(String line) {
        take(line, UnitProgress.Level.WARNING);
    }

    private void take(String line, UnitProgress.Level level) {
        String plain = AnsiText.strip(line);
        if (plain.isBlank()) {
            return;
        }
        synchronized (this) {
            count++;
            last.addLast(shortened(plain));
            if (last.size() > LAST_WORDS) {
                last.removeFirst();
            }
            if (count <= MOST_LINES) {
                progress.log(level, shortened(plain));
            }
        }
        for (LineFormat format : formats) {
            if (format.read(plain).map(readings -> {
                board.take(readings);
                return true;
            }).orElse(false)) {
                return;
            }
        }
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LOGGED ? line : line.substring(0, LONGEST_LOGGED) + "…";
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
}
