package org.orrery.jobs.internal.run;

import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.jobs.Job;

/**
 * Finds threads that wait for each other where one of them waits for a scheduling rule of the platform, which the virtual machine knows
 * nothing of. Which rule a thread waits for is not told by the platform, so that a circle counts when it is there at two looks. For one thread.
 */
final class RuleKnots {
    private static final String WAITER = "org.eclipse.core.internal.jobs.ThreadJob";
    private final ThreadMXBean threads;
    private Set<Long> before = Set.of();

    RuleKnots(ThreadMXBean threads) {
        this.threads = threads;
    }

    /** Whether a thread waits for a rule. */
    static boolean waits(ThreadInfo info) {
        return Arrays.stream(info.getStackTrace()).anyMatch(frame -> frame.getClassName().equals(WAITER));
    }

    /** The threads of a circle in which one of these is; empty when there is none. */
    Set<Long> knot(Set<Long> own) {
        Set<Long> holders = holders();
        Set<Long> now = holders.isEmpty() ? Set.of() : circle(own, holders);
        boolean stays = !now.isEmpty() && now.equals(before);
        before = now;
        return stays ? now : Set.of();
    }

    /** The threads that have a rule, by a job or without one. */
    private static Set<Long> holders() {
        return Arrays.stream(Job.getJobManager().find(null)).filter(job -> job.getState() == Job.RUNNING && job.getRule() != null)
                .map(Job::getThread).filter(Objects::nonNull).map(Thread::threadId).collect(Collectors.toSet());
    }

    private Set<Long> circle(Set<Long> own, Set<Long> holders) {
        Map<Long, ThreadInfo> known = new HashMap<>();
        for (long start : own) {
            Set<Long> way = new LinkedHashSet<>();
            if (leadsTo(start, start, holders, way, known)) {
                return Set.copyOf(way);
            }
        }
        return Set.of();
    }

    /** Whether a thread waits, by way of others, for that one; the way then holds all of them. */
    private boolean leadsTo(long thread, long goal, Set<Long> holders, Set<Long> way, Map<Long, ThreadInfo> known) {
        if (!way.add(thread)) {
            return false;
        }
        ThreadInfo info = known.computeIfAbsent(thread, id -> threads.getThreadInfo(id, Integer.MAX_VALUE));
        Set<Long> next = new HashSet<>();
        if (info != null && info.getLockOwnerId() >= 0) {
            next.add(info.getLockOwnerId());
        } else if (info != null && waits(info)) {
            next.addAll(holders);
            next.remove(thread);
        }
        for (long each : next) {
            if (each == goal || leadsTo(each, goal, holders, way, known)) {
                return true;
            }
        }
        way.remove(thread);
        return false;
    }
}
