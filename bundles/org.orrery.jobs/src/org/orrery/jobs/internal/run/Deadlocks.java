package org.orrery.jobs.internal.run;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds threads that wait for each other, and tells of each knot once, with what every thread of it does and holds. For one thread. */
final class Deadlocks {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final RuleKnots rules = new RuleKnots(threads);
    private final Set<Long> told = new HashSet<>();

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
        if (group.activeCount() == 0) {
            return;
        }
        Thread[] all = new Thread[group.activeCount() + 16];
        Set<Long> own = Arrays.stream(all, 0, group.enumerate(all, true)).map(Thread::threadId).collect(Collectors.toSet());
        long[] ids = threads.findDeadlockedThreads();
        Set<Long> knot = ids == null ? Set.of() : Arrays.stream(ids).boxed().collect(Collectors.toSet());
        if (knot.stream().noneMatch(own::contains)) {
            knot = rules.knot(own);
        }
        if (!told.containsAll(knot)) {
            told.addAll(knot);
            tell(knot, found);
        }
    }

    private void tell(Set<Long> knot, Consumer<Knot> found) {
        long[] ids = knot.stream().mapToLong(Long::longValue).toArray();
        List<ThreadInfo> infos = Stream.of(threads.getThreadInfo(ids, true, true)).filter(info -> info != null).toList();
        found.accept(new Knot(infos.stream().map(ThreadInfo::getThreadName).toList(),
                infos.stream().map(Deadlocks::text).collect(Collectors.joining(System.lineSeparator()))));
    }

    private static String text(ThreadInfo info) {
        StringBuilder text = new StringBuilder().append('"').append(info.getThreadName()).append("\" waits for ");
        if (RuleKnots.waits(info)) {
            text.append("a scheduling rule");
        } else {
            text.append(info.getLockName()).append(", which \"").append(info.getLockOwnerName()).append("\" has");
        }
        for (StackTraceElement frame : info.getStackTrace()) {
            text.append(System.lineSeparator()).append("    ").append(frame);
        }
        return text.toString();
    }
}
