package org.orrery.benchmarks.queue;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.orrery.benchmarks.BareEngine;
import org.orrery.jobs.RunQueue;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.internal.workspace.FolderWorkspaces;

/**
 * What many runs in the queue cost, with the virtual machine cold: the time until all are durable when they come at once, and the
 * time of each that comes alone; threads and heap above those of a workspace that waits for nothing; the time to look at the queue,
 * and to open the workspace again with the same order.
 */
public final class Queue {
    private static final double LIMIT_SECONDS = 2;
    private static final int LIMIT_THREADS = 40;
    private static final double LIMIT_MIB = 50;
    private static final int ALONE = 500;
    private static final double MIB = 1 << 20;
    private static boolean over;

    private Queue() {
    }

    /** @param words {@code FOLDER COUNT} */
    public static void main(String[] words) throws Exception {
        Path folder = Path.of(words[0]);
        int count = Integer.parseInt(words[1]);
        List<Long> order;
        try (Workspace workspace = workspaces().open(folder)) {
            RunQueue queue = workspace.runs().queue();
            queue.pause();
            int threads = ManagementFactory.getThreadMXBean().getThreadCount();
            double heap = heap();
            long began = System.nanoTime();
            List<RunRequest> requests = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                requests.add(request(i));
            }
            queue.submit(requests, RunQueue.Place.LAST);
            say(count + " runs at once, until all are on disk, s", (System.nanoTime() - began) / 1e9, LIMIT_SECONDS);
            say("threads above idle", ManagementFactory.getThreadMXBean().getThreadCount() - threads, LIMIT_THREADS);
            requests.clear();
            say("heap above idle, MiB", heap() - heap, LIMIT_MIB);
            began = System.nanoTime();
            for (int i = 0; i < ALONE; i++) {
                workspace.runs().submit(request(i));
            }
            say("one run alone beside those, until it is on disk, ms", (System.nanoTime() - began) / 1e6 / ALONE, Double.NaN);
            began = System.nanoTime();
            order = order(queue);
            say("a look at the queue with every reason, ms", (System.nanoTime() - began) / 1e6, Double.NaN);
            began = System.nanoTime();
            queue.move(order.get(order.size() - 1), 0);
            say("the last run moved to the front, ms", (System.nanoTime() - began) / 1e6, Double.NaN);
            order = order(queue);
        }
        say("journal of the queue, MiB", Files.size(folder.resolve("runs").resolve("queue.orj")) / MIB, Double.NaN);
        long began = System.nanoTime();
        try (Workspace workspace = workspaces().open(folder)) {
            say("opened again, s", (System.nanoTime() - began) / 1e9, Double.NaN);
            boolean same = order.equals(order(workspace.runs().queue()));
            over |= !same;
            System.out.println("order kept: " + same);
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
        System.exit(over ? 1 : 0);
    }

    private static List<Long> order(RunQueue queue) throws Exception {
        return queue.look().waiting().stream().map(RunQueue.Entry::run).toList();
    }

    private static void say(String what, double value, double limit) {
        boolean miss = value > limit;
        over |= miss;
        System.out.printf(Locale.ROOT, "%s: %.2f%s%n", what, value, Double.isNaN(limit) ? ""
                : String.format(Locale.ROOT, "; limit %.0f, ratio %.2f%s", limit, value / limit, miss ? " OVER" : ""));
    }

    private static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB;
    }

    private static RunRequest request(int number) {
        return new RunRequest("waits", "Comparison " + number, Map.of(), Map.of("models", List.of("forest", "tree", "logistic")), number, 1);
    }

    private static FolderWorkspaces workspaces() {
        return new BareEngine(Waits.Settings.class, Waits::new).workspaces(Optional.empty());
    }
}
