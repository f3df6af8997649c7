package org.orrery.benchmarks.metrics;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.XMLMemento;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;

/** How long the user interface makes people wait while a run floods it, page by page of the editor of that run. */
public final class Stalls implements IStartup {
    private static final double LIMIT_MS = 100;
    private static final long TICK_NANOS = 5_000_000;
    private static final List<String> PAGES = List.of("run.overview", "run.metrics", "run.log");

    private Display display;
    private Workspace workspace;
    private PrintStream out;
    private boolean over;

    @Override
    public void earlyStartup() {
        if (System.getProperty("orrery.stalls.out") != null) {
            display = PlatformUI.getWorkbench().getDisplay();
            Thread.ofPlatform().name("Stalls").start(this::go);
        }
    }

    private void go() {
        int code = 1;
        try {
            out = new PrintStream(Files.newOutputStream(Path.of(System.getProperty("orrery.stalls.out"))), true);
            measure(Long.getLong("orrery.stalls.seconds", 10), Long.getLong("orrery.stalls.rate", 10_000));
            code = over ? 1 : 0;
        } catch (Exception | LinkageError e) {
            e.printStackTrace();
        }
        Runtime.getRuntime().halt(code);
    }

    private void measure(long seconds, long rate) throws Exception {
        until("a window", () -> PlatformUI.getWorkbench().getActiveWorkbenchWindow() != null);
        display.syncExec(() -> PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell().setBounds(0, 0, 1280, 800));
        workspace = PlatformUI.getWorkbench().getService(Workspace.class);
        sleep(Duration.ofSeconds(5));
        lag("idle", seconds);
        // The first run warms the virtual machine up.
        long all = (PAGES.size() + 1) * (seconds + 1) + seconds;
        long run = workspace.runs().submit(new RunRequest("pours", "flood", Map.of(), Map.of("seconds", all, "rate", rate), 1, 1));
        display.syncExec(() -> open(run));
        sleep(Duration.ofSeconds(seconds));
        for (String page : PAGES) {
            display.syncExec(() -> select(page));
            sleep(Duration.ofSeconds(1));
            lag(page, seconds);
        }
        workspace.runs().await(run, Duration.ofSeconds(all + 120));
        StoredRun stored = workspace.folders().open(run);
        double cost = 100 * figure(stored, "inside") / figure(stored, "wall");
        over |= cost > 2;
        say("worker: %.2f percent of its time in the calls (limit 2)", cost);
        long expected = all * 100 * (rate / 100);
        boolean whole = stored.metrics().size() == expected;
        over |= !whole;
        say("metrics in the run folder: %d of %d%s", stored.metrics().size(), expected, whole ? "" : " MISSING");
    }

    private static double figure(StoredRun run, String name) {
        return run.result().orElseThrow().figures().stream().filter(figure -> figure.name().equals(name)).map(figure -> (Double) figure.value()).findFirst()
                .orElseThrow();
    }

    private void open(long run) {
        XMLMemento memento = XMLMemento.createWriteRoot("input");
        memento.putString("run", Long.toString(run));
        memento.putString("name", "flood");
        IEditorInput input = (IEditorInput) PlatformUI.getWorkbench().getElementFactory("org.orrery.ui.runInputs").createElement(memento);
        try {
            PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().openEditor(input, "org.orrery.ui.editors.run");
        } catch (org.eclipse.ui.PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

    private void select(String page) {
        CTabFolder tabs = (CTabFolder) find(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(), "run.tabs").orElseThrow();
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

    private static Optional<Control> find(Control start, String id) {
        if (id.equals(start.getData("orrery.id"))) {
            return Optional.of(start);
        }
        if (start instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                Optional<Control> found = find(child, id);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** How long something that is asked of the user interface waits, asked every five milliseconds whether the last was answered or not. */
    private void lag(String what, long seconds) {
        List<Double> waits = Collections.synchronizedList(new ArrayList<>());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long used = threads.getThreadCpuTime(display.getThread().threadId());
        long began = System.nanoTime();
        long asked = 0;
        while (System.nanoTime() - began < TimeUnit.SECONDS.toNanos(seconds)) {
            long now = System.nanoTime();
            display.asyncExec(() -> waits.add((System.nanoTime() - now) / 1e6));
            asked++;
            LockSupport.parkNanos(Math.max(0, began + asked * TICK_NANOS - System.nanoTime()));
        }
        double share = 100.0 * (threads.getThreadCpuTime(display.getThread().threadId()) - used) / (System.nanoTime() - began);
        display.syncExec(() -> { });
        List<Double> sorted = new ArrayList<>(waits);
        Collections.sort(sorted);
        double high = sorted.get(sorted.size() * 99 / 100);
        over |= high > LIMIT_MS;
        say("%-12s waits of the user interface: median %.1f ms, 99 of 100 %.1f ms (limit %.0f)%s, longest %.0f ms; its thread works %.0f %% of the time",
                what, sorted.get(sorted.size() / 2), high, LIMIT_MS, high > LIMIT_MS ? " OVER" : "", sorted.get(sorted.size() - 1), share);
    }

    private void until(String what, java.util.function.BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        boolean[] holds = new boolean[1];
        while (!holds[0]) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Waited in vain for: " + what);
            }
            display.syncExec(() -> holds[0] = condition.getAsBoolean());
            sleep(Duration.ofMillis(20));
        }
    }

    private static void sleep(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
