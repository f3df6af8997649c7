package org.orrery.jobs.internal.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The faults that a campaign asks for when it starts the product: three system properties, none of which is ever set
 * otherwise. {@value #HALT} {@code =STEP:N} ends the process, as a crash does, just before that step is taken for the N-th
 * time; {@value #FAIL} {@code =STEP:N} makes that step and all after it fail as on a full disk; {@value #TRACE} names a file
 * that gets a line for each step. A step is a kind and the part of the workspace it touches, such as {@code FORCE/journal};
 * {@code *} is any step. Thread-safe.
 */
public final class InjectedFaults implements WriteSteps {
    /** Ends the process before a step. */
    public static final String HALT = "orrery.faults.haltAt";
    /** Fails a step and all after it. */
    public static final String FAIL = "orrery.faults.failFrom";
    /** Names the file that lists the steps. */
    public static final String TRACE = "orrery.faults.trace";
    private static final int KILLED = 137;
    private final Point halt;
    private final Point fail;
    private final Path trace;
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

    private InjectedFaults(Point halt, Point fail, Path trace, Consumer<Integer> exit) {
        this.halt = halt;
        this.fail = fail;
        this.trace = trace;
        this.exit = exit;
    }

    /** What the properties of this process ask for; {@link WriteSteps#NONE} when they ask for nothing. */
    public static WriteSteps ofProcess() {
        return of(System::getProperty, Runtime.getRuntime()::halt);
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
        if (halt == null && fail == null && trace == null) {
            return WriteSteps.NONE;
        }
        return new InjectedFaults(halt == null ? null : Point.of(halt), fail == null ? null : Point.of(fail),
                trace == null ? null : Path.of(trace), exit);
    }

    @Override
    public synchronized void before(Kind kind, Path path) throws IOException {
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
