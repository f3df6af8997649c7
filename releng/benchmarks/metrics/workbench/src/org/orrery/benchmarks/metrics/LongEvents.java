package org.orrery.benchmarks.metrics;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the thread of the user interface is at while nobody is answered: where it stands, and whether it works or waits for a processor. Looked at
 * by one other thread.
 */
final class LongEvents {
    private static final long LONG_NANOS = 30_000_000;
    private static final int TOLD = 5;
    private static final int OWN = 3;

    private final Thread thread;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<String, Integer> places = new HashMap<>();
    private long beganAt;
    private long beganWith;
    private long lastAt;
    private long lastWith;
    private long nanos;
    private long worked;
    private int looks;

    LongEvents(Thread thread) {
        this.thread = thread;
    }

    /** @param silent for how many nanoseconds nothing was answered */
    void look(long silent) {
        if (silent < LONG_NANOS) {
            end();
            return;
        }
        lastAt = System.nanoTime();
        lastWith = threads.getThreadCpuTime(thread.threadId());
        if (beganAt == 0) {
            beganAt = lastAt;
            beganWith = lastWith;
        }
        looks++;
        places.merge(place(thread.getStackTrace()), 1, Integer::sum);
    }

    private void end() {
        if (beganAt != 0) {
            nanos += lastAt - beganAt;
            worked += lastWith - beganWith;
            beganAt = 0;
        }
    }

    /** The call at the top, and the calls of this program nearest to it. */
    private static String place(StackTraceElement[] stack) {
        List<String> calls = new ArrayList<>();
        Arrays.stream(stack).limit(1).map(LongEvents::call).forEach(calls::add);
        List<StackTraceElement> own = Arrays.stream(stack).skip(1).filter(call -> call.getClassName().startsWith("org.orrery.")).limit(OWN).toList();
        (own.isEmpty() ? Arrays.stream(stack).skip(1).limit(2L * OWN).toList() : own).stream().map(LongEvents::call).forEach(calls::add);
        return String.join(" < ", calls);
    }

    private static String call(StackTraceElement call) {
        return call.getClassName().replaceFirst(".*[.]", "") + '.' + call.getMethodName();
    }

    /** A line about the whole, and one for each of the places where the thread was found most often. */
    List<String> told() {
        end();
        List<String> lines = new ArrayList<>();
        if (nanos > 0) {
            lines.add(String.format(Locale.ROOT, "in silences over 30 ms, %.0f ms in all, the thread works %.0f %% of the time:", nanos / 1e6, 100.0 * worked / nanos));
        }
        places.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).limit(TOLD)
                .map(entry -> String.format(Locale.ROOT, "%3.0f %% %s", 100.0 * entry.getValue() / looks, entry.getKey())).forEach(lines::add);
        return lines;
    }
}
