package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.orrery.analysis.ProcessSpec;

/** A program at work inside a unit, with all that it starts. Of use once. */
final class UnitProcess {
    private static final Duration CANCEL_GRACE = Duration.ofMillis(500);
    private static final long TICK_MILLIS = 20;
    private static final long DRAIN_MILLIS = 2_000;
    private final ProcessSpec spec;
    private final CancelSignal signal;
    private final BooleanSupplier stopping;
    private ProcessMeter meter;
    private final AtomicReference<Throwable> trouble = new AtomicReference<>();

    /** @param stopping whether the user stops the run and keeps what is there */
    UnitProcess(ProcessSpec spec, CancelSignal signal, BooleanSupplier stopping) {
        this.spec = spec;
        this.signal = signal;
        this.stopping = stopping;
    }

    /** Why the program is not waited for any longer. */
    private enum Why {
        ENDED, OUT_OF_TIME, STOPPED
    }

    /**
     * Runs it to its end.
     *
     * @param left how much time the unit has left; it may be given more while the program is at work
     * @throws CancellationException when the unit shall end; the program is gone by then
     * @throws IOException when it cannot be started
     */
    ProcessSpec.End run(Supplier<Optional<Duration>> left) throws IOException, InterruptedException {
        signal.check();
        long began = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(spec.command()).directory(spec.directory().toFile());
        builder.environment().putAll(spec.environment());
        spec.input().ifPresent(file -> builder.redirectInput(file.toFile()));
        Process process = builder.start();
        meter = new ProcessMeter(process.toHandle());
        try {
            if (spec.input().isEmpty()) {
                process.getOutputStream().close();
            }
            Thread out = listen(new WholeOutput(process, process.getInputStream()), spec.out(), "output");
            Thread err = listen(new WholeOutput(process, process.getErrorStream()), spec.err(), "error output");
            Why why = await(process, () -> outOfTime(began, left));
            if (why != Why.ENDED) {
                kill(process, spec.grace());
            }
            // Something that it started and left behind may hold the pipes open.
            out.join(DRAIN_MILLIS);
            err.join(DRAIN_MILLIS);
            rethrow();
            return new ProcessSpec.End(process.waitFor(), why == Why.OUT_OF_TIME, why == Why.STOPPED, (System.nanoTime() - began) / 1e9,
                    meter.cpuSeconds(), meter.peakRssMiB());
        } finally {
            kill(process, signal.given() ? CANCEL_GRACE.compareTo(spec.grace()) < 0 ? CANCEL_GRACE : spec.grace() : Duration.ZERO);
        }
    }

    private boolean outOfTime(long began, Supplier<Optional<Duration>> left) {
        return spec.limit().filter(limit -> System.nanoTime() - began > limit.toNanos()).isPresent()
                || left.get().filter(rest -> !rest.isPositive()).isPresent();
    }

    private Why await(Process process, BooleanSupplier outOfTime) throws InterruptedException {
        meter.look();
        UsageReport report = new UsageReport(meter, spec.usage());
        while (!process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
            meter.look();
            report.tell();
            signal.check();
            if (trouble.get() != null) {
                return Why.ENDED;
            }
            if (outOfTime.getAsBoolean()) {
                return Why.OUT_OF_TIME;
            }
            if (spec.endsOnStop() && stopping.getAsBoolean()) {
                return Why.STOPPED;
            }
        }
        return Why.ENDED;
    }

    private Thread listen(InputStream stream, Consumer<String> lines, String what) {
        Thread thread = new Thread(() -> {
            try (Reader reader = new InputStreamReader(stream, spec.charset())) {
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

    /**
     * Asks the program to end, then all that it has started, and kills what has not after the grace. The program comes first, so that
     * a trainer with helpers can save what it has; one that only waits for another is gone at once, and the other is asked.
     */
    private void kill(Process process, Duration grace) throws InterruptedException {
        List<ProcessHandle> tree = meter.tree();
        if (!grace.isZero()) {
            long now = System.nanoTime();
            // Not Process.destroy(): it closes the pipes too, and what the program says while it saves would be lost.
            process.toHandle().destroy();
            process.waitFor(grace.toNanos() / 2, TimeUnit.NANOSECONDS);
            tree.forEach(ProcessHandle::destroy);
            while (tree.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < now + grace.toNanos()) {
                process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS);
                TimeUnit.MILLISECONDS.sleep(process.isAlive() ? 0 : TICK_MILLIS);
            }
        }
        // Again, for what was started in the meantime.
        meter.tree().forEach(handle -> {
            if (handle.isAlive()) {
                handle.destroyForcibly();
            }
        });
    }
}
