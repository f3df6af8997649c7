package org.orrery.faults;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunQueue;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.internal.files.InjectedFaults;

/**
 * The words {@code run} and {@code resume} of the command line for the fixture alone, without a framework:
 * {@code run ledger --set NAME=VALUE … [--isolated] --workspace DIR}, {@code resume RUN --workspace DIR}. Says what is done on
 * standard error as the product does. And {@code beside --workspace DIR}: two runs at a time; {@code crowd COUNT BATCH --workspace DIR}: so many runs
 * that wait, told batch by batch when they are durable, until somebody ends the process.
 */
public final class EngineProcess {
    private EngineProcess() {
    }

    /** @param words of the command line */
    public static void main(String[] words) {
        int code;
        try {
            code = carryOut(List.of(words));
        } catch (RunException e) {
            System.err.println(e.code() + ": " + e.getMessage());
            code = 1;
        } catch (Exception e) {
            e.printStackTrace();
            code = 1;
        }
        System.exit(code);
    }

    private static int carryOut(List<String> words) throws Exception {
        Path place = Path.of(words.get(words.indexOf("--workspace") + 1));
        Engine engine = new Engine(InjectedFaults.ofProcess(), false, List.of());
        try (Workspace workspace = engine.open(place)) {
            if (words.get(0).equals("crowd")) {
                return crowd(workspace, Integer.parseInt(words.get(1)), Integer.parseInt(words.get(2)));
            }
            workspace.runs().addListener(new RunListener() {
                @Override
                public void changed(RunSummary run) {
                    System.err.println("Run " + run.id() + ": " + run.units().done() + " of " + run.units().total() + " units");
                }
            });
            long run;
            if (words.get(0).equals("beside")) {
                return beside(workspace);
            } else if (words.get(0).equals("run")) {
                run = workspace.runs().submit(request(words));
            } else {
                run = Long.parseLong(words.get(1));
                workspace.runs().resume(run);
            }
            RunState end = Engine.finish(workspace, run).state();
            engine.reports.forEach(System.err::println);
            return end == RunState.COMPLETED ? 0 : end == RunState.INTERRUPTED ? 130 : 1;
        }
    }

    /** A run of many units, and beside it one with a second round, in which trouble comes. How they end is for others to read. */
    private static int beside(Workspace workspace) throws RunException, InterruptedException {
        long healthy = workspace.runs().submit(Engine.request(Memory.HEALTHY));
        long greedy = workspace.runs().submit(Engine.request(Memory.GREEDY));
        System.err.println(Engine.settled(workspace, greedy));
        System.err.println(Engine.settled(workspace, healthy));
        return 0;
    }

    private static int crowd(Workspace workspace, int count, int batch) throws Exception {
        RunQueue queue = workspace.runs().queue();
        queue.pause();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        double heap = heap();
        System.err.println("READY");
        long began = System.nanoTime();
        for (int from = 0; from < count; from += batch) {
            List<RunRequest> requests = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + batch); i++) {
                requests.add(new RunRequest(Engine.LEDGER, "Run " + (i + 1), Map.of(), Map.of("units", 3), i, 1));
            }
            queue.submit(requests, RunQueue.Place.LAST);
            System.err.println("ACKNOWLEDGED " + Math.min(count, from + batch));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        int more = ManagementFactory.getThreadMXBean().getThreadCount() - threads;
        System.err.printf(Locale.ROOT, "ENQUEUED %.2f %d %.1f%n", seconds, more, heap() - heap);
        queue.move(count, 0);
        System.err.println("MOVED");
        // Somebody ends it.
        new CountDownLatch(1).await();
        return 0;
    }

    private static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / (double) (1 << 20);
    }

    private static RunRequest request(List<String> words) throws IOException {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (int i = 2; i < words.size(); i++) {
            if (words.get(i - 1).equals("--set")) {
                String[] parts = words.get(i).split("=", 2);
                settings.put(parts[0], value(parts[1]));
            }
        }
        return Engine.request(words.contains("--isolated"), settings);
    }

    private static Object value(String text) {
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : (Object) Integer.valueOf(text);
    }
}
