package org.orrery.testkit.internal.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.orrery.testkit.ConformanceCheck;
import org.orrery.testkit.Rule;
import org.orrery.testkit.Violation;
import org.orrery.testkit.internal.stage.Probe;
import org.orrery.testkit.internal.stage.Stage;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** What a run leaves in the process: no thread, no temporary file, no service. Compared between two runs, so that caches may fill. */
public final class LeftoverRules {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int TRIES = 4;
    private final Trial trial;

    /** The rules for that case. */
    public LeftoverRules(Trial trial) {
        this.trial = trial;
    }

    /** Their checks. */
    public List<ConformanceCheck> checks() {
        return List.of(
                new ConformanceCheck(Rule.LEFTOVERS, trial.name() + ": threads and services", this::threads),
                new ConformanceCheck(Rule.LEFTOVERS, trial.name() + ": temporary files", this::files));
    }

    private void run() throws Exception {
        trial.straight();
        long run = trial.stage().submit(trial.request(2), Probe.NONE);
        trial.stage().await(run);
    }

    private List<Violation> threads() throws Exception {
        run();
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        int services = services();
        run();
        List<Violation> violations = new ArrayList<>();
        Set<Thread> more = new HashSet<>(Thread.getAllStackTraces().keySet());
        more.removeAll(before);
        // The platform's own pool of workers comes and goes.
        more.removeIf(thread -> thread.getName().startsWith("Worker-") || thread.getThreadGroup() == null);
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (Thread thread : more) {
            thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
            if (thread.isAlive() && !lent(thread)) {
                violations.add(trial.violation(Rule.LEFTOVERS, "the thread " + thread.getName() + " lives on after the run"));
            }
        }
        if (services() > services) {
            violations.add(trial.violation(Rule.LEFTOVERS, "each run takes or registers a service and does not give it back"));
        }
        return violations;
    }

    /** Whether a thread belongs to the pool of the run management or the data engine, which outlive a run on purpose. */
    private static boolean lent(Thread thread) {
        return thread.getName().startsWith("orrery-") || thread.getName().startsWith("Orrery ");
    }

    private int services() throws Exception {
        Bundle bundle = FrameworkUtil.getBundle(trial.stage().subject().create().getClass());
        if (bundle == null) {
            return 0;
        }
        int registered = bundle.getRegisteredServices() == null ? 0 : bundle.getRegisteredServices().length;
        return registered + (bundle.getServicesInUse() == null ? 0 : bundle.getServicesInUse().length);
    }

    private List<Violation> files() throws Exception {
        run();
        Set<String> left = null;
        // Other programs use the folder too: only what every run leaves, and no pause of the same length, is of this analysis.
        for (int i = 0; i < TRIES && (left == null || !left.isEmpty()); i++) {
            long from = System.nanoTime();
            Set<String> before = temporary();
            run();
            Set<String> kinds = newKinds(before);
            if (!kinds.isEmpty()) {
                before = temporary();
                pause(System.nanoTime() - from);
                kinds.removeAll(newKinds(before));
            }
            if (left == null) {
                left = kinds;
            } else {
                left.retainAll(kinds);
            }
        }
        return left.stream().map(name -> trial.violation(Rule.LEFTOVERS, "each run leaves a temporary file like " + name)).toList();
    }

    private static void pause(long nanos) {
        long until = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static Set<String> newKinds(Set<String> before) throws IOException {
        Set<String> more = temporary();
        more.removeAll(before);
        return more.stream().map(name -> name.replaceAll("[0-9]+", "#")).collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith(Stage.PREFIX))
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }
}
