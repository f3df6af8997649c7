package org.orrery.benchmarks.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.orrery.data.DataStore;
import org.orrery.history.DerbyRunHistories;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.Curve;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunHistory.Query;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.internal.files.WriteSteps;
import org.orrery.jobs.internal.workspace.FolderWorkspaces;
import org.orrery.jobs.search.RunSearch;
import org.osgi.service.log.Logger;

import com.sun.management.OperatingSystemMXBean;

/**
 * How fast a long history is. {@code generate FOLDER RUNS POINTS} makes a workspace, {@code bare FOLDER} searches once without the book of runs, {@code book
 * FOLDER} has its owner write that, {@code first FOLDER} searches once, {@code measure FOLDER} asks for its list, by
 * the owner and by another process, and for the curves of the 20 longest runs, which hold four fifths of all points; then it
 * deletes the index and looks whether every line comes back. Prints each figure with its limit; exit code 1 when one is over.
 */
public final class History {
    private static final int TIMES = 11;
    private static final String BY_FIGURE = "logLoss < 0.1 or set.folds=7";
    private static final double SEARCH_MILLIS = 300;
    private static final String BOOK = "runs/runs.book";
    private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Path folder;
    private final FolderWorkspaces workspaces;
    private boolean over;

    private History(Path folder) {
        this.folder = folder;
        this.workspaces = new FolderWorkspaces(cache -> stub(DataStore.class), new DerbyRunHistories(stub(Logger.class)),
                stub(AnalysisCatalog.class), Optional.empty(), WriteSteps.NONE, (message, cause) -> {
                    System.out.println(message + (cause == null ? "" : ": " + cause));
                });
    }

    /** @param words {@code generate FOLDER RUNS POINTS}, {@code first FOLDER} or {@code measure FOLDER} */
    public static void main(String[] words) throws Exception {
        Path folder = Path.of(words[1]);
        if (words[0].equals("generate")) {
            long began = System.nanoTime();
            new Generator(folder, Integer.parseInt(words[2]), Long.parseLong(words[3])).generate();
            System.out.printf(Locale.ROOT, "%s runs with %s points made in %.0f s%n", words[2], words[3], (System.nanoTime() - began) / 1e9);
            return;
        }
        // A class path opens jar after jar until a class is found; the bundles of the product do not.
        History.class.getClassLoader().getResource("none");
        History history = new History(folder);
        switch (words[0]) {
            case "bare" -> history.bare();
            case "book" -> history.book();
            case "first" -> history.first("");
            default -> history.measure();
        }
        System.exit(history.over ? 1 : 0);
    }

    /** As it is in a workspace that no owner has opened since it has so many runs; no limit holds for it. */
    private void bare() throws Exception {
        Files.deleteIfExists(folder.resolve(BOOK));
        first(" without the book of runs");
        over = false;
    }

    /** The owner writes the book in the background as soon as it has opened the workspace. */
    private void book() throws Exception {
        long began = System.nanoTime();
        try (Workspace workspace = workspaces.open(folder)) {
            while (!Files.exists(folder.resolve(BOOK))) {
                Thread.sleep(10);
            }
            System.out.printf(Locale.ROOT, "book of runs there %.1f s after the owner began to open the workspace: %d kB%n", (System.nanoTime() - began) / 1e9,
                    Files.size(folder.resolve(BOOK)) / 1000);
        }
    }

    /** What somebody waits who types a search: nothing is compiled yet, and no run was read before in this process. */
    private void first(String how) throws Exception {
        long cpu = PROCESS.getProcessCpuTime();
        long began = System.nanoTime();
        int found = workspaces.read(folder).find(search(BY_FIGURE)).size();
        double millis = (System.nanoTime() - began) / 1e6;
        over = millis > SEARCH_MILLIS;
        System.out.printf(Locale.ROOT, "first search by a figure in a fresh process%s, %d found: %.0f ms, processors %.0f ms; limit %.0f ms, ratio %.2f%s%n", how, found, millis,
                (PROCESS.getProcessCpuTime() - cpu) / 1e6, SEARCH_MILLIS, millis / SEARCH_MILLIS, over ? " OVER" : "");
    }

    private void measure() throws Exception {
        List<RunSummary> truth = list();
        try (Workspace workspace = workspaces.open(folder)) {
            workspace.history().find(Query.ALL);
            limited("list of " + truth.size() + " runs by the owner", 300, () -> workspace.history().find(Query.ALL).size());
            limited("runs with a tag among them", 300, () -> workspace.history().find(new Query(null, "", "baseline", 100)).size());
            limited("search by tag, status and figure by the owner", 300, () -> workspace.folders()
                    .find(search("tag=baseline status:completed accuracy > 90%"), workspace.history().find(Query.ALL)).size());
            limited("search by a figure of every run by the owner", 300,
                    () -> workspace.folders().find(search(BY_FIGURE), workspace.history().find(Query.ALL)).size());
        }
        limited("search by a figure of every run by another process", 300,
                () -> workspaces.read(folder).find(search(BY_FIGURE)).size());
        limited("list of " + truth.size() + " runs by another process", 300, () -> list().size());
        List<Long> longest = truth.stream().map(RunSummary::id).limit(Generator.LONG_RUNS).toList();
        limited("curves of " + longest.size() + " runs, " + points(longest) + " points", 1_000, () -> points(longest));
        rebuild(truth);
    }

    private static RunSearch search(String text) throws RunException {
        return RunSearch.of(text, ZonedDateTime.now());
    }

    private List<RunSummary> list() {
        return workspaces.read(folder).list();
    }

    private long points(List<Long> runs) throws Exception {
        RunFolders folders = workspaces.read(folder);
        long points = 0;
        for (long run : runs) {
            for (Curve curve : folders.curves(run)) {
                points += curve.points();
            }
        }
        return points;
    }

    /** The index is deleted; each run, tag and note must be there again. */
    private void rebuild(List<RunSummary> truth) throws Exception {
        delete(folder.resolve("history"));
        long began = System.nanoTime();
        try (Workspace workspace = workspaces.open(folder)) {
            List<RunSummary> found = workspace.history().find(Query.ALL);
            System.out.printf(Locale.ROOT, "index rebuilt from the run folders: %.1f s until the list is there%n", (System.nanoTime() - began) / 1e9);
            boolean same = found.equals(truth) && found.stream()
                    .allMatch(run -> run.tags().equals(Generator.tags(run.id())) && run.note().equals(Generator.note(run.id())));
            System.out.println("every line as it was, with tags and notes: " + (same ? "yes" : "NO"));
            over |= !same;
        }
    }

    private void limited(String what, double limitMillis, Callable<?> asked) throws Exception {
        double[] millis = new double[TIMES];
        long cpu = PROCESS.getProcessCpuTime();
        for (int i = 0; i < TIMES; i++) {
            long began = System.nanoTime();
            asked.call();
            millis[i] = (System.nanoTime() - began) / 1e6;
        }
        double busy = (PROCESS.getProcessCpuTime() - cpu) / 1e6 / TIMES;
        double first = millis[0];
        Arrays.sort(millis);
        double median = millis[TIMES / 2];
        over |= median > limitMillis;
        System.out.printf(Locale.ROOT, "%s: median %.0f ms, first %.0f ms, processors %.0f ms each; limit %.0f ms, ratio %.2f%s%n", what, median, first, busy, limitMillis,
                median / limitMillis, median > limitMillis ? " OVER" : "");
    }

    private static void delete(Path tree) {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing is imported, analysed or logged here. */
    private static <T> T stub(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null));
    }
}
