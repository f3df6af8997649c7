package org.orrery.jobs.internal.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

import org.orrery.jobs.internal.codec.PlainJson;
import org.orrery.jobs.internal.files.DurableFiles;

/** The owner's hand on one worker. Closing ends it, with every process that it has started. Thread-safe. */
public final class WorkerProcess implements AutoCloseable {
    private static final int TOKEN_BYTES = 32;
    private static final Duration DYING = Duration.ofSeconds(5);
    private final Path own;
    private final DurableFiles files;
    private final String token;
    private final ServerSocketChannel door;
    private final Process process;
    private final OutputTail output = new OutputTail();
    private final CompletableFuture<Void> silence;

    private WorkerProcess(Path own, DurableFiles files, String token, ServerSocketChannel door, Process process, ExecutorService threads) {
        this.own = own;
        this.files = files;
        this.token = token;
        this.door = door;
        this.process = process;
        this.silence = CompletableFuture.runAsync(() -> output.drain(process.getInputStream()), threads);
        // Nobody comes any more: whoever waits at the door is told.
        process.onExit().thenRun(this::closeDoor);
    }

    /**
     * Starts a worker on one run.
     *
     * @param heapMiB its whole heap; 0: as the launch thinks fit
     * @param threads for what it writes to its standard output
     */
    public static WorkerProcess start(WorkerLaunch launch, DurableFiles files, Path runs, long run, Path cache, int heapMiB,
            ExecutorService threads) throws IOException {
        // Readable by this user only.
        Path own = Files.createTempDirectory("orrery-worker" + ProcessHandle.current().pid() + "-");
        ServerSocketChannel door = null;
        Process process = null;
        WorkerProcess started = null;
        try {
            String token = token();
            Path socket = own.resolve("line");
            door = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
            Path inner = Files.createDirectory(own.resolve("own"));
            process = new ProcessBuilder(launch.command(heapMiB, inner)).redirectErrorStream(true).start();
            started = new WorkerProcess(own, files, token, door, process, threads);
            try (OutputStream order = process.getOutputStream()) {
                order.write(PlainJson.write(new WorkerOrder(socket, token, runs, run, cache)));
                order.write('\n');
            } catch (IOException gone) {
                // It has ended already; who waits for its call hears of it.
                started.closeDoor();
            }
            return started;
        } finally {
            if (started == null) {
                if (process != null) {
                    process.destroyForcibly();
                }
                if (door != null) {
                    door.close();
                }
                files.delete(own);
            }
        }
    }

    private static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Waits until the worker calls.
     *
     * @throws IOException when it ends without a call, or the wait was ended by {@link #kill()}
     */
    public WorkerLine answer() throws IOException {
        while (true) {
            SocketChannel caller = door.accept();
            WorkerLine line = new WorkerLine(caller);
            if (line.receive().orElse(null) instanceof WorkerMessage.Hello hello && isOurs(hello)) {
                closeDoor();
                return line;
            }
            line.close();
        }
    }

    private boolean isOurs(WorkerMessage.Hello hello) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.US_ASCII), hello.token().getBytes(StandardCharsets.US_ASCII));
    }

    private void closeDoor() {
        try {
            door.close();
        } catch (IOException e) {
            throw new IllegalStateException("A door that does not close", e);
        }
    }

    /** Ends it at once, with every process that it has started. Returns when that is under way. */
    public void kill() {
        List<ProcessHandle> tree = process.descendants().toList();
        process.destroyForcibly();
        tree.forEach(ProcessHandle::destroyForcibly);
    }

    /** Waits for its end; whether it came within the time. */
    public boolean ended(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Its exit code, once it has ended; that of a killed one is the system's. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Its number. */
    public long pid() {
        return process.pid();
    }

    /** The last of what it wrote to standard output and error. */
    public String output() {
        return output.text();
    }

    /** Ends it if it has not ended, waits until it is gone, and removes its folder. */
    @Override
    public void close() throws IOException {
        boolean interrupted = false;
        kill();
        try {
            if (!ended(DYING)) {
                throw new IOException("Process " + process.pid() + " does not die");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            closeDoor();
            silence.completeOnTimeout(null, 1, TimeUnit.SECONDS).join();
            files.delete(own);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
