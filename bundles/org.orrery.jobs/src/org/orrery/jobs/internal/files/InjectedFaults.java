package org.orrery.jobs.internal.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The faults that a campaign asks for when it starts the product: system properties, none of which is ever set otherwise. {@value #HALT} {@code =STEP:N} ends the process, as a crash does, just before that step is taken for the N-th
 * time; {@value #FAIL} {@code =STEP:N} makes that step and all after it fail as on a full disk; {@value #TRACE} names a file
 * that gets a line for each step; {@value #SLOW} is how many milliseconds a disk takes to make bytes durable. A step is a kind and the part of the workspace it touches, such as {@code FORCE/journal};
 * {@code *} is any step. With {@value #WORKER} in place of {@value #PREFIX} they are meant for the processes of isolated
 * runs, to which the owner passes them on. Thread-safe.
 */
public final class InjectedFaults implements WriteSteps {
    /** What the names of all properties of a campaign begin with. */
    public static final String PREFIX = "orrery.faults.";
    /** What those begin with that are meant for the processes of isolated runs. */
    public static final String WORKER = PREFIX + "worker.";
    /** Ends the process before a step. */
    public static final String HALT = "orrery.faults.haltAt";
    /** Fails a step and all after it. */
    public static final String FAIL = "orrery.faults.failFrom";
    /** Names the file that lists the steps. */
    public static final String TRACE = "orrery.faults.trace";
    /** How long each {@link WriteSteps.Kind#FORCE} takes, in milliseconds. */
    public static final String SLOW = "orrery.faults.slowForce";
    private static final int KILLED = 137;
    private final Point halt;
    private final Point fail;
    private final Path trace;
    private final long slowNanos;
    private final Consumer<Integer> exit;
    private final Map<String, Integer> counts = new HashMap<>();
    private boolean full;

    private record Point(String step, int occurrence) {
        static Point of(String text) {
            int colon = text.lastIndexOf(':');
            return new Point(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        }

        boolean isAt(String name, Map<String, Integer> counts) {
            return (step.equals("*") || step.equals(name)) && counts.get(step) == occurrence;
        }
    }

    private InjectedFaults(Point halt, Point fail, Path trace, long slowMillis, Consumer<Integer> exit) {
        this.halt = halt;
        this.fail = fail;
        this.trace = trace;
        this.slowNanos = TimeUnit.MILLISECONDS.toNanos(slowMillis);
        this.exit = exit;
    }

    /** What the properties of this process ask for; {@link WriteSteps#NONE} when they ask for nothing. */
    public static WriteSteps ofProcess() {
        return of(System::getProperty, Runtime.getRuntime()::halt);
    }

    /** What they ask for in a process of an isolated run. */
    public static WriteSteps ofWorker() {
        return of(forWorker(System::getProperty), Runtime.getRuntime()::halt);
    }

    /** Looks up what is meant for the process of an isolated run. */
    static UnaryOperator<String> forWorker(UnaryOperator<String> property) {
        return name -> property.apply(WORKER + name.substring(PREFIX.length()));
    }

    /**
     * What these properties ask for.
     *
     * @param property gives the value of a property, or null
     * @param exit ends the process with a code
     * @throws IllegalArgumentException when a property cannot be understood
     */
    static WriteSteps of(UnaryOperator<String> property, Consumer<Integer> exit) {
        String halt = property.apply(HALT);
        String fail = property.apply(FAIL);
        String trace = property.apply(TRACE);
        String slow = property.apply(SLOW);
        if (halt == null && fail == null && trace == null && slow == null) {
            return WriteSteps.NONE;
        }
        return new InjectedFaults(halt == null ? null : Point.of(halt), fail == null ? null : Point.of(fail),
                trace == null ? null : Path.of(trace), slow == null ? 0 : Long.parseLong(slow), exit);
    }

    @Override
    public void before(Kind kind, Path path) throws IOException {
        count(kind, path);
        if (kind == Kind.FORCE && slowNanos > 0) {
            long end = System.nanoTime() + slowNanos;
            for (long left = slowNanos; left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }

    private synchronized void count(Kind kind, Path path) throws IOException {
        String step = kind + "/" + part(path);
        counts.merge(step, 1, Integer::sum);
        counts.merge("*", 1, Integer::sum);
        if (trace != null) {
            note(step);
        }
        if (halt != null && halt.isAt(step, counts)) {
            exit.accept(KILLED);
        }
        full |= fail != null && fail.isAt(step, counts);
        if (full) {
            throw new IOException("No space left on device");
        }
    }

    private void note(String step) {
        try {
            Files.writeString(trace, step + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            // Not the fault that was asked for: the campaign must not take it for one.
            throw new UncheckedIOException(e);
        }
    }

    /** The part of a run folder, without number and ending: {@code journal}, {@code rows}; else the name of the file. */
    private static String part(Path path) {
        for (int i = path.getNameCount() - 1; i > 0; i--) {
            if (path.getName(i - 1).toString().equals("runs")) {
                String below = i + 1 < path.getNameCount() ? path.getName(i + 1).toString() : "run";
                return below.replaceAll("\\..*$", "").isEmpty() ? "run" : below.replaceAll("\\.(orj|ors|json|json\\.tmp)$", "");
            }
        }
        return path.getFileName().toString().replaceAll("[0-9a-f]{16,}", "id");
    }
}
