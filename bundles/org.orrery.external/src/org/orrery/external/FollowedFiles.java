package org.orrery.external;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Files that a program writes while it runs, read as they grow; they may appear late. One thread looks now and then, and once more at the
 * end. Each file has a reader of its own.
 */
final class FollowedFiles implements AutoCloseable {
    private static final long INTERVAL_MILLIS = 100;
    private static final long BREATH = 10;
    private static final int MOST_FILES = 200;

    private final Path directory;
    private final String file;
    private final Function<Path, FileTail> opener;
    private final Map<Path, FileTail> tails = new HashMap<>();
    private final Thread thread;
    /** Not an interrupt: one that meets the thread while it reads breaks off the reading, and the run with it. */
    private final CountDownLatch ended = new CountDownLatch(1);
    private IOException trouble;

    /**
     * Begins to follow.
     *
     * @param file a file relative to the directory, or a pattern of files
     * @param opener makes the reader of a file when it is first seen
     */
    FollowedFiles(Path directory, String file, Function<Path, FileTail> opener) {
        this.directory = directory;
        this.file = file;
        this.opener = opener;
        this.thread = Thread.ofPlatform().daemon().name("Orrery follows " + file).start(this::follow);
    }

    /** The lines of files, each for a reader made anew for it. */
    static FollowedFiles lines(Path directory, MetricSource source, Charset charset, Consumer<Readings> readings) {
        return new FollowedFiles(directory, source.file().orElseThrow(), path -> {
            LineFormat format = source.lineFormat();
            return FileTail.lines(path, charset, line -> format.read(AnsiText.strip(line)).ifPresent(readings));
        });
    }

    /** The scalars of event files. */
    static FollowedFiles events(Path directory, MetricSource source, Consumer<Readings> readings) {
        return new FollowedFiles(directory, source.file().orElseThrow(), path -> {
            EventLog log = new EventLog(readings);
            return new FileTail(path, log::take, () -> { });
        });
    }

    private void follow() {
        try {
            long wait = 0;
            while (!ended.await(wait, TimeUnit.MILLISECONDS)) {
                long began = System.nanoTime();
                read();
                // A large folder takes long to look through: the machine is there for the program.
                wait = Math.max(INTERVAL_MILLIS, BREATH * (System.nanoTime() - began) / 1_000_000);
            }
        } catch (InterruptedException e) {
            // Nobody does it; what is left is read by close.
            return;
        } catch (IOException e) {
            trouble = e;
        }
    }

    private void read() throws IOException {
        for (Path path : present()) {
            tails.computeIfAbsent(path, opener).read();
        }
    }

    private List<Path> present() throws IOException {
        if (file.chars().noneMatch(c -> "*?[{".indexOf(c) >= 0)) {
            Path one = directory.resolve(file);
            return Files.isRegularFile(one) ? List.of(one) : List.of();
        }
        return new FoundFiles(directory).matching(List.of(file)).stream().limit(MOST_FILES).toList();
    }

    /** Reads what is left; a last line needs no end. */
    @Override
    public void close() throws IOException {
        ended.countDown();
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
        tails.values().forEach(FileTail::end);
    }
}
