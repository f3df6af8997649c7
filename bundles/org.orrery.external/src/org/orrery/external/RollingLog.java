package org.orrery.external;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.orrery.analysis.UnitOutput;

/** The newest lines of an endless log, in two files that take turns: when one is full, the other begins anew. For one thread. */
final class RollingLog implements AutoCloseable {
    private static final long LARGEST = 16L << 20;
    private static final String NAME = "log-newest.txt";

    private Path older;
    private Path newer;
    private BufferedWriter writer;
    private long characters;

    /** Adds a line. */
    void add(String line) throws IOException {
        if (writer == null || characters > LARGEST) {
            roll();
        }
        writer.write(line);
        writer.newLine();
        characters += line.length() + 1;
    }

    private void roll() throws IOException {
        if (writer != null) {
            writer.close();
        }
        if (older != null) {
            Files.deleteIfExists(older);
        }
        older = newer;
        newer = Files.createTempFile("orrery-log", ".txt");
        writer = Files.newBufferedWriter(newer);
        characters = 0;
    }

    /** Keeps both with a run; nothing when no line was added. */
    void keep(UnitOutput output) throws IOException {
        if (writer == null) {
            return;
        }
        writer.flush();
        output.artifact("log.newest", NAME, "text/plain", out -> {
            if (older != null) {
                Files.copy(older, out);
            }
            Files.copy(newer, out);
        });
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
            Files.deleteIfExists(newer);
        }
        if (older != null) {
            Files.deleteIfExists(older);
        }
    }
}
