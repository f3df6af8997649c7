package org.orrery.jobs.internal.run;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds threads that wait for each other, and tells of each knot once, with what every thread of it does and holds. For one thread. */
final class Deadlocks {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Set<Set<Long>> told = new HashSet<>();

    /**
     * Threads that wait for each other.
     *
     * @param threads their names
     * @param stacks what each does, holds and waits for
     */
    record Knot(List<String> threads, String stacks) {
    }

    /**
     * Looks once.
     *
     * @param group those of whose threads it is about
     * @param found takes knots that are new
     */
    void look(ThreadGroup group, Consumer<Knot> found) {
        long[] ids = threads.findDeadlockedThreads();
        if (ids == null || group.activeCount() == 0) {
            return;
        }
        Thread[] own = new Thread[group.activeCount() + 16];
        int count = group.enumerate(own, true);
        if (Arrays.stream(own, 0, count).noneMatch(thread -> Arrays.stream(ids).anyMatch(id -> id == thread.threadId()))) {
            return;
        }
        Set<Long> knot = Arrays.stream(ids).boxed().collect(Collectors.toSet());
        if (knot.stream().allMatch(told.stream().flatMap(Collection::stream).collect(Collectors.toSet())::contains)) {
            return;
        }
        told.add(knot);
        List<ThreadInfo> infos = Stream.of(threads.getThreadInfo(ids, true, true)).filter(info -> info != null).toList();
        found.accept(new Knot(infos.stream().map(ThreadInfo::getThreadName).toList(),
                infos.stream().map(Deadlocks::text).collect(Collectors.joining(System.lineSeparator()))));
    }

    private static String text(ThreadInfo info) {
        StringBuilder text = new StringBuilder().append('"').append(info.getThreadName()).append("\" waits for ").append(info.getLockName())
                .append(", which \"").append(info.getLockOwnerName()).append("\" has");
        for (StackTraceElement frame : info.getStackTrace()) {
            text.append(System.lineSeparator()).append("    ").append(frame);
        }
        return text.toString();
    }
}
