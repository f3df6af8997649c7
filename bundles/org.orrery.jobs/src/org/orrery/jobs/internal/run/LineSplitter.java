package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;

import org.orrery.analysis.ProcessSpec;

/** Cuts what a program prints into lines, of which none can fill the memory. */
final class LineSplitter {
    private final Consumer<String> lines;
    private final StringBuilder line = new StringBuilder();
    private boolean afterReturn;

    LineSplitter(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Reads to the end. A last line needs no end. */
    void read(Reader reader) throws IOException {
        char[] buffer = new char[8192];
        try {
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    take(buffer[i]);
                }
            }
        } finally {
            // Also what stood before a pipe broke was said.
            if (!line.isEmpty()) {
                end();
            }
        }
    }

    private void take(char next) {
        boolean feedAfterReturn = next == '\n' && afterReturn;
        afterReturn = next == '\r';
        if (feedAfterReturn) {
            return;
        }
        if (next == '\n' || next == '\r') {
            end();
            return;
        }
        line.append(next);
        if (line.length() == ProcessSpec.LONGEST_LINE) {
            end();
        }
    }

    private void end() {
        String whole = line.toString();
        line.setLength(0);
        lines.accept(whole);
    }
}
