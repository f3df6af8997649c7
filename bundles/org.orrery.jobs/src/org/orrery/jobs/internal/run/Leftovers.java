package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the units of a run have left: threads that they started, known by their thread group, and processes, open files and, in a process of
 * its own, temporary files that have come up while no other run was at work. Threads cannot be ended by force nor files closed, and a
 * process in the workbench may be the user's: all are only told.
 */
final class Leftovers {
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private final ThreadGroup group;
    private final Set<Long> processes;
    private final List<Path> known;
    private final Set<String> open;
    private final Set<String> temporary;

    /**
     * @param group all threads of the run are in it, and those that they start
     * @param known folders in which the program itself opens files
     */
    Leftovers(ThreadGroup group, List<Path> known) {
        this.known = known;
        this.open = OpenFiles.names(known);
        this.temporary = inTemporary();
        this.group = group;
        this.processes = children().stream().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().descendants().toList();
    }

    /** The threads that go on though nobody waits for them. Waits a moment for those that are about to end. */
    List<String> threads() {
        long end = System.nanoTime() + PATIENCE_NANOS;
        List<String> left = alive();
        while (!left.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_NANOS);
            left = alive();
        }
        return left;
    }

    private List<String> alive() {
        Thread[] all = new Thread[group.activeCount() + 16];
        int count = group.enumerate(all, true);
        return Arrays.stream(all, 0, count).filter(thread -> !UnitPool.isUnit(thread) && thread.isAlive()).map(Thread::getName).sorted().toList();
    }

    /** The files that were opened since and are open. Only when no other run may have opened them. */
    List<String> files() {
        return OpenFiles.names(known).stream().filter(name -> !open.contains(name)).sorted().toList();
    }

    /** What has come since into the folder for temporary files. Only in a process that has one of its own. */
    List<String> temporary() {
        return inTemporary().stream().filter(name -> !temporary.contains(name)).sorted().toList();
    }

    private static Set<String> inTemporary() {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.map(each -> each.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException | UncheckedIOException e) {
            // A look that fails accuses nobody.
            return Set.of();
        }
    }

    private Stream<ProcessHandle> left() {
        return children().stream().filter(child -> !processes.contains(child.pid()) && child.isAlive());
    }

    /** The processes that have come up since and go on. Only when no other run may have started them. */
    List<String> processes() {
        return left().map(child -> child.info().command().orElse("?") + " (" + child.pid() + ")").toList();
    }

    /** Ends them with all they have started. */
    void endProcesses() {
        left().toList().forEach(child -> {
            child.descendants().forEach(ProcessHandle::destroyForcibly);
            child.destroyForcibly();
        });
    }
}
