package org.orrery.ui.internal.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import org.orrery.analysis.Names;
import org.orrery.jobs.StoredRun.LogLine;

/**
 * Looks for an expression in the lines of a log. An expression that goes astray in a line, as (a+)+b can for hours, ends as soon as nobody
 * waits for it any more. On a worker thread.
 */
final class LogSearch {
    private static final int STEP = 1 << 10;

    private final Pattern wanted;
    private final int least;
    private final Names names;
    private final BooleanSupplier cancelled;
    private int looked;

    /**
     * @param least the level from which on lines count
     * @param names what is read for units: it is looked for in their names and in their ids
     * @param cancelled asked again and again, on that thread
     */
    LogSearch(Pattern wanted, int least, Names names, BooleanSupplier cancelled) {
        this.wanted = wanted;
        this.least = least;
        this.names = names;
        this.cancelled = cancelled;
    }

    /** @throws CancellationException when nobody waits for it any more */
    List<LogLine> among(List<LogLine> lines) {
        List<LogLine> found = new ArrayList<>();
        for (LogLine line : lines) {
            if (line.level().ordinal() >= least && (isIn(line.message()) || isIn(line.unit()) || isIn(names.unit(line.unit())))) {
                found.add(line);
            }
        }
        return found;
    }

    private boolean isIn(String text) {
        return wanted.matcher(new Watched(text)).find();
    }

    private void look() {
        if (++looked % STEP == 0 && cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    /** A text that can be taken away from whoever reads it. */
    private final class Watched implements CharSequence {
        private final String text;

        Watched(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            look();
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
