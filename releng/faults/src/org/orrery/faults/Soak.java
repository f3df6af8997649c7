package org.orrery.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A day in minutes: one long life of a process with restarts of its workspace, in which nothing may grow; then shorter ones, each ended by
 * SIGKILL, over the same workspace, in which nothing acknowledged may be lost. Words: {@code ROOT SECONDS SEED}, and {@code continue} to go on after
 * the lives that have ended.
 */
public final class Soak {
    private static final String LONG_LIFE = "long";
    private static final int KILLS = 5;
    private static final int RESTARTS = 10;
    private static final double MOST_HEAP = 0.01;
    /** What the collector finds one time and not another. */
    private static final double HEAP_NOISE_MIB = 0.3;
    private static final int LONG_FORM_SECONDS = 300;
    private final Path folder;
    private final Path archive;
    private final long seed;
    private final double seconds;
    private boolean broken;
    private boolean judged = true;

    Soak(Path folder, Path archive, double seconds, long seed) {
        this.folder = folder;
        this.archive = archive;
        this.seconds = seconds;
        this.seed = seed;
    }

    /** @param words see above */
    public static void main(String[] words) throws Exception {
        Path folder = Path.of(words[0]).resolve(".tools/faults/soak");
        boolean fresh = !List.of(words).contains("continue");
        if (fresh) {
            Bench.delete(folder);
        }
        Files.createDirectories(folder);
        Soak soak = new Soak(folder, Path.of(System.getProperty("orrery.engine.archive")), Double.parseDouble(words[1]), Long.parseLong(words[2]));
        System.exit(soak.run() ? 0 : 1);
    }

    boolean run() throws Exception {
        long began = System.nanoTime();
        boolean brief = seconds < LONG_FORM_SECONDS;
        double longLife = seconds * 0.6;
        int kills = brief ? 2 : KILLS;
        if (ended(0)) {
            life(LONG_LIFE, seed, longLife, brief ? 1 : RESTARTS, false);
            end(0);
        }
        Random moments = new Random(seed);
        for (int kill = 1; kill <= kills; kill++) {
            if (ended(kill)) {
                double length = seconds * 0.35 / kills;
                life("kill" + kill, seed + kill, length * (0.5 + 0.5 * moments.nextDouble()), 0, true);
                end(kill);
            }
        }
        // Opens what the last kill has left, and lets it come to its end.
        life("last", seed + 99, 3, 0, false);
        judge(brief);
        System.out.printf(Locale.ROOT, "soak: %s, %.0f s, samples in %s%n", broken ? "BROKEN" : judged ? "nothing lost, nothing grows" : "nothing lost, too few samples to say what grows", (System.nanoTime() - began) / 1e9,
                folder.resolve("samples.csv"));
        return !broken;
    }

    private boolean ended(int life) {
        return !Files.exists(folder.resolve("ended-" + life));
    }

    private void end(int life) throws IOException {
        Files.writeString(folder.resolve("ended-" + life), "");
    }

    /** One life; a killed one is ended when its time is over, while it works. */
    private void life(String name, long lifeSeed, double length, int restarts, boolean kill) throws Exception {
        Path temporary = Files.createDirectories(folder.resolve("tmp-" + name));
        List<String> command = EngineProgram.command(archive, List.of("-Xmx256m", "-Djava.io.tmpdir=" + temporary,
                "-Dorrery.soak=true"), SoakProcess.class);
        command.addAll(List.of(folder.toString(), Long.toString(lifeSeed), Double.toString(kill ? 100 * length : length), name,
                Integer.toString(restarts), seconds < LONG_FORM_SECONDS ? "20000" : "400000"));
        Path said = folder.resolve("said-" + name);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        boolean byItself = process.waitFor((long) (1000 * (kill ? length + 2 : 5 * length + 300)), TimeUnit.MILLISECONDS);
        if (!byItself) {
            process.destroyForcibly().waitFor();
        }
        String text = Files.readString(said);
        if (kill == byItself || !kill && process.exitValue() != 0 || text.contains("LOST ")) {
            broken = true;
            System.out.println("BROKEN life " + name + " ended with " + process.exitValue() + ": "
                    + text.substring(Math.max(0, text.length() - 3000)));
        }
        text.lines().filter(line -> line.startsWith("RUNS") || line.startsWith("REPORT")).forEach(line -> System.out.println(name + ": " + line));
        if (!kill) {
            try (Stream<Path> left = Files.list(temporary)) {
                left.filter(each -> !each.getFileName().toString().startsWith("hsperf")).forEach(each -> {
                    broken = true;
                    System.out.println("BROKEN life " + name + " leaves the temporary file " + each);
                });
            }
        }
    }

    private void judge(boolean brief) throws IOException {
        Samples samples = new Samples(folder.resolve("samples.csv"));
        for (String column : List.of("heapMiB", "threads", "handles", "temporaryKiB", "queueKiB", "historyKiB", "residentMiB")) {
            Samples.Trend trend = samples.trend(column, LONG_LIFE);
            System.out.printf(Locale.ROOT, "%s: median %.2f, growth %.2f over the life after the first third, last %.2f%n", column, trend.median(),
                    trend.growth(), trend.last());
            double most = switch (column) {
                case "heapMiB" -> Math.max(MOST_HEAP * trend.median(), HEAP_NOISE_MIB);
                case "threads", "handles" -> 0.01 * trend.median() + 1;
                default -> Double.POSITIVE_INFINITY;
            };
            if (Double.isNaN(trend.growth())) {
                judged = false;
                if (!brief) {
                    broken = true;
                    System.out.println("BROKEN too few samples of " + column + " in a long soak");
                }
            }
            // In a minute caches still fill; the short form only sees what grows with every run.
            if (trend.growth() > most * (brief ? 5 : 1)) {
                broken = true;
                System.out.println("BROKEN " + column + " grows by " + trend.growth() + ", more than " + most);
            }
        }
    }
}
