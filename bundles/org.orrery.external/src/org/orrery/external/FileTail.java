package org.orrery.external;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** How far a file that grows has been read. For one thread at a time. */
final class FileTail {
    private static final int LONGEST_LINE = 1 << 20;

    private final Path file;
    private final Bytes bytes;
    private final Runnable atEnd;
    private long position;

    /** Takes bytes as they come. */
    @FunctionalInterface
    interface Bytes {
        /** The first so many of the array are new. */
        void take(byte[] bytes, int count);
    }

    /** @param atEnd called when nothing more comes */
    FileTail(Path file, Bytes bytes, Runnable atEnd) {
        this.file = file;
        this.bytes = bytes;
        this.atEnd = atEnd;
    }

    /** Hands over whole lines, and at the end what is left. A line ends at the byte of a line feed, as in every encoding that extends ASCII. */
    static FileTail lines(Path file, Charset charset, Consumer<String> lines) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        return new FileTail(file, (bytes, count) -> {
            for (int i = 0; i < count; i++) {
                if (bytes[i] == '\n' || line.size() == LONGEST_LINE) {
                    flush(line, charset, lines);
                } else if (bytes[i] != '\r') {
                    line.write(bytes[i]);
                }
            }
        }, () -> {
            if (line.size() > 0) {
                flush(line, charset, lines);
            }
        });
    }

    private static void flush(ByteArrayOutputStream line, Charset charset, Consumer<String> lines) {
        String text = line.toString(charset);
        line.reset();
        lines.accept(text);
    }

    /**
     * Reads what is new. A file that has become shorter was begun anew. By a stream: a channel would be closed by an interrupt of the unit that
     * only wants what is left.
     */
    void read() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) < position) {
                position = 0;
            }
            in.skipNBytes(position);
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                position += count;
                bytes.take(buffer, count);
            }
        } catch (NoSuchFileException e) {
            // It went away again: what was read of it stays.
            return;
        }
    }

    /** Nothing more comes. */
    void end() {
        atEnd.run();
    }
}
