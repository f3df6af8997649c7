package org.orrery.benchmarks.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PartInitException;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunQueue;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.Workspace;

/** Ten thousand runs come, wait in the views of the queue and of the runs, are scrolled through, and begin one after the other. */
final class FullQueue implements Scene {
    private static final double LIMIT_MS = 100;
    private static final int RUNS = 10_000;

    private final String front;

    /** @param front the view that is in front while they come */
    FullQueue(String front) {
        this.front = front;
    }

    @Override
    public void play(Waits waits, Workspace workspace, long seconds) throws Exception {
        RunQueue queue = workspace.runs().queue();
        show(waits, front);
        waits.lag("idle", LIMIT_MS, seconds);
        queue.pause();
        List<RunRequest> requests = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            requests.add(new RunRequest("pours", "run " + i, Map.of(), Map.of("seconds", 0, "rate", 100), i, 1));
        }
        CompletableFuture<Void> come = CompletableFuture.runAsync(() -> submit(queue, requests));
        waits.lag("10,000 runs come", LIMIT_MS, () -> !come.isDone());
        come.join();
        waits.lag("they are listed", LIMIT_MS, seconds);
        show(waits, "org.orrery.ui.views.queue");
        scroll(waits, "queue.table", "scrolled in the queue", seconds);
        show(waits, "org.orrery.ui.views.runs");
        scroll(waits, "runs.table", "scrolled among the runs", seconds);
        queue.proceed();
        waits.lag("they begin and end", LIMIT_MS, seconds);
        show(waits, "org.orrery.ui.views.queue");
        waits.lag("seen in the queue", LIMIT_MS, seconds);
        waits.say("runs that still wait: %d of %d", queue.look().waiting().size(), RUNS);
    }

    private static void submit(RunQueue queue, List<RunRequest> requests) {
        try {
            queue.submit(requests, RunQueue.Place.LAST);
        } catch (RunException e) {
            throw new CompletionException(e);
        }
    }

    private static void show(Waits waits, String view) {
        waits.display().syncExec(() -> {
            try {
                Waits.window().getActivePage().showView(view);
            } catch (PartInitException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** A page further in every tenth of a second. */
    private static void scroll(Waits waits, String table, String what, long seconds) throws InterruptedException {
        waits.until(table, () -> Waits.find(Waits.window().getShell(), table).filter(Table.class::isInstance)
                .filter(found -> ((Table) found).getItemCount() >= RUNS).isPresent());
        waits.display().syncExec(() -> page((Table) Waits.find(Waits.window().getShell(), table).orElseThrow(), System.nanoTime() + seconds * 1_000_000_000L));
        waits.lag(what, LIMIT_MS, seconds);
    }

    private static void page(Table table, long end) {
        if (!table.isDisposed() && System.nanoTime() < end) {
            table.setTopIndex((table.getTopIndex() + 37) % table.getItemCount());
            table.getDisplay().timerExec(100, () -> page(table, end));
        }
    }
}
