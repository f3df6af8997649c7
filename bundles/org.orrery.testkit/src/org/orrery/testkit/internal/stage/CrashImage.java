package org.orrery.testkit.internal.stage;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.orrery.data.DataException;
import org.orrery.jobs.RunException;

/** Copies a run folder while the run goes on: what a dead process would leave at that moment. */
public final class CrashImage {
    private static final String JOURNAL = "journal.orj";
    private static final int SECONDS = 60;
    private final Path from;
    private final Path to;
    private final CompletableFuture<Long> run = new CompletableFuture<>();

    /** Copies from that workspace to that one. */
    public CrashImage(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /** Submits a run. */
    @FunctionalInterface
    public interface Submission {
        /** Submits it and returns its number. */
        long submit() throws RunException, DataException, IOException;
    }

    /** The image will be of the run that this submits. */
    public long of(Submission submission) throws RunException, DataException, IOException {
        long number = submission.submit();
        run.complete(number);
        return number;
    }

    /** Takes the image, on the thread of a unit. */
    public void take() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        String number = Long.toString(run.get(SECONDS, TimeUnit.SECONDS));
        Path source = from.resolve("runs").resolve(number);
        Path target = to.resolve("runs").resolve(number);
        Files.createDirectories(target);
        // The journal first: it names nothing that is not on disk by then, whatever is written while the rest is copied.
        Files.copy(source.resolve(JOURNAL), target.resolve(JOURNAL));
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(target.resolve(source.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                try {
                    if (!file.getFileName().toString().equals(JOURNAL)) {
                        Files.copy(file, target.resolve(source.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
                    }
                } catch (NoSuchFileException e) {
                    return visitFileFailed(file, e);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                // What was deleted meanwhile would not be there after a crash either.
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
    }
}
