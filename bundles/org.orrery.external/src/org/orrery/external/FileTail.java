package org.orrery.external;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Follows a file that a program writes, line by line; it may appear late. One thread looks now and then, and once more at the end. */
final class FileTail implements AutoCloseable {
    private static final long INTERVAL_MILLIS = 100;
    private static final int LONGEST_LINE = 1 << 20;

    private final Path file;
    private final Consumer<String> lines;
    private final Thread thread;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private volatile boolean ended;
    private long position;
    private IOException trouble;

    FileTail(Path file, Consumer<String> lines) {
        this.file = file;
        this.lines = lines;
        this.thread = Thread.ofPlatform().daemon().name("Orrery follows " + file.getFileName()).start(this::follow);
    }

    private void follow() {
        while (!ended) {
            try {
                read();
                Thread.sleep(INTERVAL_MILLIS);
            } catch (InterruptedException e) {
                // The end: what is left is read by close.
                return;
            } catch (IOException e) {
                trouble = e;
                return;
            }
        }
    }

    private void read() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < position) {
                // It was begun anew.
                position = 0;
                line.reset();
            }
            ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
            for (int count = channel.read(buffer, position); count > 0; count = channel.read(buffer, position)) {
                position += count;
                take(buffer.array(), count);
                buffer.clear();
            }
        } catch (NoSuchFileException e) {
            // Not written yet.
            return;
        }
    }

    private void take(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\n' || line.size() == LONGEST_LINE) {
                end();
            } else if (bytes[i] != '\r') {
                line.write(bytes[i]);
            }
        }
    }

    private void end() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        lines.accept(text);
    }

    /** Reads what is left; a last line needs no end. */
    @Override
    public void close() throws IOException {
        ended = true;
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (trouble != null) {
            throw trouble;
        }
        read();
        if (line.size() > 0) {
            end();
        }
    }
}
