package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.orrery.analysis.ProcessSpec;

/** A program at work inside a unit, with all that it starts. Of use once. */
final class UnitProcess {
    private static final Duration CANCEL_GRACE = Duration.ofMillis(500);
    private static final long TICK_MILLIS = 20;
    private static final long DRAIN_MILLIS = 2_000;
    private final ProcessSpec spec;
    private final CancelSignal signal;
    private final AtomicReference<Throwable> trouble = new AtomicReference<>();

    UnitProcess(ProcessSpec spec, CancelSignal signal) {
        this.spec = spec;
        this.signal = signal;
    }

    /**
     * Runs it to its end.
     *
     * @param deadline when the time of the unit ends
     * @throws CancellationException when the unit shall end; the program is gone by then
     * @throws IOException when it cannot be started
     */
    ProcessSpec.End run(Optional<Instant> deadline) throws IOException, InterruptedException {
        signal.check();
        long began = System.nanoTime();
        Instant end = end(deadline);
        ProcessBuilder builder = new ProcessBuilder(spec.command()).directory(spec.directory().toFile());
        builder.environment().putAll(spec.environment());
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            Thread out = listen(process.getInputStream(), spec.out(), "output");
            Thread err = listen(process.getErrorStream(), spec.err(), "error output");
            ProcessMeter meter = new ProcessMeter(process.toHandle());
            boolean late = await(process, end, meter);
            if (late) {
                kill(process, spec.grace());
            }
            // Something that it started and left behind may hold the pipes open.
            out.join(DRAIN_MILLIS);
            err.join(DRAIN_MILLIS);
            rethrow();
            return new ProcessSpec.End(process.waitFor(), late, (System.nanoTime() - began) / 1e9,
                    meter.cpuSeconds(), meter.peakRssMiB());
        } finally {
            kill(process, signal.given() ? CANCEL_GRACE.compareTo(spec.grace()) < 0 ? CANCEL_GRACE : spec.grace() : Duration.ZERO);
        }
    }

    private Instant end(Optional<Instant> deadline) {
        Instant own = spec.limit().map(limit -> Instant.now().plus(limit)).orElse(Instant.MAX);
        return deadline.filter(each -> each.isBefore(own)).orElse(own);
    }

    /** Whether its time is over. */
    private boolean await(Process process, Instant end, ProcessMeter meter) throws InterruptedException {
        meter.look();
        while (!process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
            meter.look();
            signal.check();
            if (trouble.get() != null) {
                return false;
            }
            if (!Instant.now().isBefore(end)) {
                return true;
            }
        }
        return false;
    }

    private Thread listen(InputStream stream, Consumer<String> lines, String what) {
        Thread thread = new Thread(() -> {
            try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
                new LineSplitter(lines).read(reader);
            } catch (IOException e) {
                // The pipe of a program that was killed breaks; one that ended by itself has said all.
                return;
            } catch (RuntimeException | Error e) {
                trouble.compareAndSet(null, e);
            }
        }, "Orrery " + what + " of " + spec.command().get(0));
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void rethrow() {
        switch (trouble.get()) {
            case null -> {
            }
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(trouble.get());
        }
    }

    /** Asks the whole tree to end, and kills what has not after the grace. */
    private static void kill(Process process, Duration grace) throws InterruptedException {
        List<ProcessHandle> tree = new ArrayList<>(process.descendants().toList());
        tree.add(process.toHandle());
        if (!grace.isZero()) {
            tree.forEach(ProcessHandle::destroy);
            long end = System.nanoTime() + grace.toNanos();
            while (tree.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
                process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS);
                TimeUnit.MILLISECONDS.sleep(process.isAlive() ? 0 : TICK_MILLIS);
            }
        }
        // Again, for what was started in the meantime.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        tree.forEach(handle -> {
            if (handle.isAlive()) {
                handle.destroyForcibly();
            }
        });
    }
}
