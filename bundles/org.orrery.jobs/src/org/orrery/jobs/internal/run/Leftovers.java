package org.orrery.jobs.internal.run;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the units of a run have left: threads that they started, known by their thread group, and processes that have come up while
 * no other run was at work. Threads cannot be ended by force, and a process in the workbench may be the user's: both are only told.
 */
final class Leftovers {
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private final ThreadGroup group;
    private final Set<Long> processes;

    /** @param group all threads of the run are in it, and those that they start */
    Leftovers(ThreadGroup group) {
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
