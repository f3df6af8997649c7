package org.orrery.benchmarks.cancel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.orrery.benchmarks.BareEngine;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.internal.workspace.FolderWorkspaces;

/**
 * How long a cancel takes, in a unit that alone takes thirty seconds: from the order until the run is CANCELLED in its journal on
 * disk. Three kinds: a unit that asks, in this process; one that asks, in a process of its own; one that never asks, in a process of
 * its own, which is killed. Prints median, 95th percentile and maximum; exit code 1 when a 95th percentile is above one second.
 */
public final class Cancel {
    private static final double LIMIT_MILLIS = 1_000;
    private static final int LONGEST_LEAD_MILLIS = 400;
    private static final BareEngine ENGINE = new BareEngine(ThirtySeconds.Settings.class, ThirtySeconds::new);

    private Cancel() {
    }

    /** @param words {@code FOLDER TIMES}; {@code worker}: carries out the run whose order stands on the standard input */
    public static void main(String[] words) throws Exception {
        if (words[0].equals("worker")) {
            ENGINE.work();
            System.exit(0);
        }
        Path folder = Path.of(words[0]);
        int times = Integer.parseInt(words[1]);
        boolean over = false;
        try (Workspace workspace = workspaces().open(folder)) {
            over |= measure(workspace, "in the process of the owner, the unit asks", times, false, RunRequest.Isolation.AS_NEEDED);
            over |= measure(workspace, "in a process of its own, the unit asks", times, false, RunRequest.Isolation.ASKED);
            over |= measure(workspace, "in a process of its own, the unit never asks", times, true, RunRequest.Isolation.ASKED);
        }
        delete(folder);
        System.exit(over ? 1 : 0);
    }

    private static boolean measure(Workspace workspace, String what, int times, boolean deaf, RunRequest.Isolation isolation) throws Exception {
        SplittableRandom random = new SplittableRandom(times);
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            millis[i] = once(workspace, deaf, isolation, random.nextInt(LONGEST_LEAD_MILLIS));
        }
        Arrays.sort(millis);
        double p95 = millis[(int) Math.ceil(0.95 * times) - 1];
        System.out.printf(Locale.ROOT, "cancel %s, %d times: median %.0f ms, 95 %% %.0f ms, longest %.0f ms; limit %.0f ms, ratio %.2f%s%n", what, times,
                millis[times / 2], p95, millis[times - 1], LIMIT_MILLIS, p95 / LIMIT_MILLIS, p95 > LIMIT_MILLIS ? " OVER" : "");
        return p95 > LIMIT_MILLIS;
    }

    private static double once(Workspace workspace, boolean deaf, RunRequest.Isolation isolation, int leadMillis) throws Exception {
        CompletableFuture<Void> atWork = new CompletableFuture<>();
        RunListener listener = new RunListener() {
            @Override
            public void progress(RunProgress progress) {
                if (progress.fraction() > 0) {
                    atWork.complete(null);
                }
            }
        };
        workspace.runs().addListener(listener);
        long run = workspace.runs().submit(new RunRequest("thirty", "", Map.of(), Map.of("deaf", deaf), 1, 1, isolation));
        atWork.get(60, TimeUnit.SECONDS);
        workspace.runs().removeListener(listener);
        LockSupport.parkNanos(leadMillis * 1_000_000L);
        long began = System.nanoTime();
        workspace.runs().cancel(run);
        RunSummary end = workspace.runs().await(run, Duration.ofSeconds(60));
        double millis = (System.nanoTime() - began) / 1e6;
        RunState stored = workspace.folders().open(run).summary().state();
        if (end.state() != RunState.CANCELLED || stored != RunState.CANCELLED) {
            throw new IllegalStateException("Run " + run + " is " + end.state() + ", on disk " + stored);
        }
        return millis;
    }

    private static FolderWorkspaces workspaces() {
        return ENGINE.workspaces(Optional.of((heapMiB, own) -> List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Cancel.class.getName(), "worker")));
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
