package org.orrery.benchmarks.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.orrery.benchmarks.BareEngine;
import org.orrery.external.ExternalAnalysis;
import org.orrery.external.ExternalSettings;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.internal.store.DirectoryRunFolders;

/**
 * A program prints values as fast as it is told and writes the same into a file of its own; in the middle of that the process that listens
 * is killed. What the program had written a second before must be in the run folder, value by value.
 */
public final class Killed {
    private static final double LIMIT_SECONDS = 1;
    /** Ten batches a hundredth of a second, so that the program itself is no witness of more than it has said. */
    private static final String PROGRAM = """
            import sys, time
            rate = int(sys.argv[1])
            began = time.time()
            step = 0
            with open('own.csv', 'w', buffering=1 << 16) as own:
                while True:
                    said, kept = [], []
                    for i in range(rate // 100):
                        step += 1
                        loss = 1.0 / step + (step * 7919 % 1000) * 1e-7
                        said.append('step=%d loss=%r' % (step, loss))
                        kept.append('%d,%r,%r' % (step, loss, time.time()))
                    own.write('\\n'.join(kept) + '\\n')
                    own.flush()
                    sys.stdout.write('\\n'.join(said) + '\\n')
                    sys.stdout.flush()
                    time.sleep(max(0, began + step / rate - time.time()))
            """;

    private Killed() {
    }

    private record Value(long step, double loss, double at) {
    }

    /** @param words {@code FOLDER TIMES RATE}, or {@code child FOLDER RATE} */
    public static void main(String[] words) throws Exception {
        if (words[0].equals("child")) {
            child(Path.of(words[1]), words[2]);
            return;
        }
        Path folder = Path.of(words[0]);
        Random random = new Random(20261121);
        double worst = 0;
        boolean whole = true;
        for (int i = 0; i < Integer.parseInt(words[1]); i++) {
            Path own = folder.resolve("kill-" + i);
            Files.createDirectories(own.resolve("work"));
            Files.writeString(own.resolve("work/flood.py"), PROGRAM);
            double killed = flood(own, words[2], 2_000 + random.nextInt(3_000));
            Loss loss = compare(own, killed);
            System.out.printf(Locale.ROOT, "kill %d: the program wrote %d, %d are in the run folder, %d differ; the oldest one lost was %.2f s old%n", i + 1,
                    loss.written(), loss.kept(), loss.different(), loss.age());
            worst = Math.max(worst, loss.age());
            whole &= loss.different() == 0 && loss.kept() > 0;
            delete(own);
        }
        boolean good = whole && worst <= LIMIT_SECONDS;
        System.out.printf(Locale.ROOT, "the oldest value lost by a kill, seconds: %.2f; limit %.0f%s%n", worst, LIMIT_SECONDS, good ? "" : " OVER");
        System.exit(good ? 0 : 1);
    }

    private static void child(Path folder, String rate) throws Exception {
        Workspace workspace = new BareEngine(ExternalSettings.class, ExternalAnalysis::new).workspaces(Optional.empty()).open(folder.resolve("w"));
        long run = workspace.runs().submit(new RunRequest("external", "", Map.of(), Map.of("command", List.of("python3", "flood.py", rate),
                "workingDirectory", folder.resolve("work").toString(), "metrics", List.of(Map.of("pattern", "step=(?<step>\\d+) loss=(?<loss>\\S+)"))), 1, 1));
        workspace.runs().await(run, Duration.ofMinutes(5));
    }

    /** Kills it after so long; gives the time of that. */
    private static double flood(Path folder, String rate, long millis) throws Exception {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx1g", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), Killed.class.getName(), "child", folder.toString(), rate));
        Process child = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("child.log").toFile()).start();
        try {
            Path own = folder.resolve("work/own.csv");
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (!Files.exists(own) || Files.size(own) == 0) {
                if (System.nanoTime() > end || !child.isAlive()) {
                    throw new IOException("Nothing is written: " + Files.readString(folder.resolve("child.log")));
                }
                Thread.sleep(10);
            }
            Thread.sleep(millis);
            double at = System.currentTimeMillis() / 1e3;
            List<ProcessHandle> programs = child.descendants().toList();
            child.destroyForcibly().waitFor();
            // Its pipe is broken, so that it ends by itself; a test leaves nothing behind.
            programs.forEach(ProcessHandle::destroyForcibly);
            for (ProcessHandle each : programs) {
                each.onExit().get(30, TimeUnit.SECONDS);
            }
            return at;
        } finally {
            child.destroyForcibly();
        }
    }

    private record Loss(int written, int kept, int different, double age) {
    }

    private static Loss compare(Path folder, double killed) throws Exception {
        RunFolders folders = new DirectoryRunFolders(folder.resolve("w/runs"), owner -> true, (message, cause) -> System.err.println(message));
        // Beside them stands what the program uses of the machine.
        List<StoredRun.Metric> metrics = folders.open(1).metrics().stream().filter(metric -> metric.name().equals("loss")).toList();
        List<Value> own = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("work/own.csv"))) {
            String[] cells = line.split(",");
            if (cells.length == 3 && Double.parseDouble(cells[2]) < killed) {
                own.add(new Value(Long.parseLong(cells[0]), Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
            }
        }
        int different = 0;
        for (int i = 0; i < Math.min(own.size(), metrics.size()); i++) {
            different += metrics.get(i).step() != own.get(i).step() || metrics.get(i).value() != own.get(i).loss() ? 1 : 0;
        }
        double age = own.size() > metrics.size() ? killed - own.get(metrics.size()).at() : 0;
        return new Loss(own.size(), metrics.size(), different, age);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
