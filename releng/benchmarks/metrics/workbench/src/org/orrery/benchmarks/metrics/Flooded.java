package org.orrery.benchmarks.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Event;
import org.orrery.analysis.UnitProgress;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;

/** A run floods the workbench, page by page of its editor. */
record Flooded(long rate) implements Scene {
    private static final double LIMIT_MS = 100;
    private static final List<String> PAGES = List.of("run.overview", "run.metrics", "run.log");

    @Override
    public void play(Waits waits, Workspace workspace, long seconds) throws Exception {
        waits.lag("idle", LIMIT_MS, seconds);
        // The first run warms the virtual machine up.
        long all = (PAGES.size() + 1) * (seconds + 1) + seconds;
        long run = workspace.runs().submit(new RunRequest("pours", "flood", Map.of(), Map.of("seconds", all, "rate", rate), 1, 1));
        waits.display().syncExec(() -> Stalls.open(run, "flood"));
        Thread.sleep(Duration.ofSeconds(seconds));
        for (String page : PAGES) {
            waits.display().syncExec(() -> select(page));
            Thread.sleep(Duration.ofSeconds(1));
            waits.lag(page, LIMIT_MS, seconds);
        }
        workspace.runs().await(run, Duration.ofSeconds(all + 120));
        StoredRun stored = workspace.folders().open(run);
        double cost = 100 * figure(stored, "inside") / figure(stored, "wall");
        waits.over(cost > 2);
        waits.say("worker: %.2f percent of its time in the calls (limit 2)", cost);
        long expected = all * 100 * (rate / 100);
        // What the process uses is kept beside them.
        long reported = stored.metrics().stream().filter(metric -> !metric.name().startsWith(UnitProgress.SYSTEM)).count();
        waits.over(reported != expected);
        waits.say("metrics in the run folder: %d of %d%s", reported, expected, reported == expected ? "" : " MISSING");
    }

    private static double figure(StoredRun run, String name) {
        return run.result().orElseThrow().figures().stream().filter(figure -> figure.name().equals(name)).map(figure -> (Double) figure.value()).findFirst()
                .orElseThrow();
    }

    private static void select(String page) {
        CTabFolder tabs = (CTabFolder) Waits.find(Waits.window().getShell(), "run.tabs").orElseThrow();
        for (CTabItem item : tabs.getItems()) {
            if (page.equals(item.getData("orrery.id"))) {
                tabs.setSelection(item);
                Event event = new Event();
                event.item = item;
                tabs.notifyListeners(SWT.Selection, event);
                return;
            }
        }
        throw new IllegalStateException("No page " + page);
    }
}
