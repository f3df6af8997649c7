package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.ui.Desktop;
import org.orrery.ui.charts.ChartView;

/** A program at work is told of: by a command of the user's when something happens, and by curves that grow while it works. */
class NoticesTest extends UserAtWork {
    @TempDir
    Path folder;
    private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("org.orrery.ui");

    @AfterEach
    void forgetTheRules() {
        preferences.remove("notify.command");
        preferences.remove("notify.thresholds");
        preferences.remove("notify.silence");
        preferences.remove("metrics.pinned");
    }

    private long submit(String script) throws Exception {
        Path file = Files.writeString(folder.resolve("train.py"), script);
        long run = Journey.runs().workspace().runs().submit(new RunRequest("external", "Training", Map.of(),
                Map.of("command", List.of("python3", "-u", file.toString()), "metrics", List.of(Map.of("format", "key-value"))), RunRequest.DEFAULT_SEED, 0));
        robot.until("the run in the list", () -> Journey.runs().find(run).isPresent());
        return run;
    }

    @Test
    void theCommandOfTheUserIsToldOnceOfEachThingThatHappens() throws Exception {
        Path told = folder.resolve("told");
        Path tell = Files.writeString(folder.resolve("tell.py"), "import sys\nopen(sys.argv[1], 'a').write(' '.join(sys.argv[2:]) + '\\n')\n");
        preferences.put("notify.command", "python3 \"" + tell + "\" \"" + told + "\" ${event} ${run} ${unknown}");
        preferences.put("notify.thresholds", "loss < 0.3; loss > 100");
        long run = submit("for step in range(1, 9): print('step=%d loss=%s' % (step, 'nan' if step > 6 else 1 / step))\n");
        robot.until("all notices", () -> lines(told).size() >= 3);
        assertEquals(List.of("finished " + run + " ${unknown}", "not-a-number " + run + " ${unknown}", "threshold " + run + " ${unknown}"),
                lines(told).stream().sorted().toList());
        long failed = submit("import sys; print('step=1 loss=0.9'); sys.exit(3)\n");
        robot.until("the failure", () -> lines(told).size() >= 4);
        assertEquals("failed " + failed + " ${unknown}", lines(told).get(3));
        robot.until("its failed unit", () -> Journey.runs().find(failed).orElseThrow().units().failed() == 1);
    }

    @Test
    void aSilentRunIsToldOfOverItsCurvesAndByASmallWindowThatLeadsToIt() throws Exception {
        preferences.put("notify.silence", "1");
        Path go = folder.resolve("go");
        long run = submit("""
                import os, time
                for step in range(1, 4): print('step=%d loss=0.5' % step, flush=True)
                while not os.path.exists('GO'): time.sleep(0.02)
                """.replace("GO", go.toString()));
        Journey.open(run);
        journey.select("run.metrics");
        Label alerts = robot.await("the alert", () -> robot.find(Label.class, label -> "run.metrics.alerts".equals(label.getData("orrery.id"))));
        robot.until("what it says", () -> alerts.getText().startsWith("Nothing has been reported for "));
        Workbenches.closeEditors();
        Shell window = Workbenches.page().getWorkbenchWindow().getShell();
        window.setMinimized(true);
        try {
            robot.until("another window to be in front", () -> window.getDisplay().getActiveShell() == null);
            Files.createFile(go);
            Label told = robot.await("the notice", () -> robot.find(Label.class, label -> "notice.text".equals(label.getData("orrery.id"))));
            assertTrue(told.getText().contains(Long.toString(run)), told.getText());
            robot.select(robot.control(Link.class, "notice.open"));
        } finally {
            window.setMinimized(false);
        }
        robot.until("the editor of that run", () -> Workbenches.runEditors() == 1);
        // The notice may have been that of the silence: the run ends when its program has seen the file.
        robot.until("the end", () -> Journey.runs().find(run).orElseThrow().state() == RunState.COMPLETED);
    }

    @Test
    void everyValueIsExportedWhereTheUserWants() throws Exception {
        Path file = folder.resolve("metrics.csv");
        long run = submit("for step in range(1, 6): print('step=%d loss=%r' % (step, 1 / step))\n");
        robot.until("the end", () -> Journey.runs().find(run).orElseThrow().state().ended());
        List<String> asked = new ArrayList<>();
        try (Desktops desktop = new Desktops(offer -> {
            asked.add(offer.name());
            return Optional.of(new Desktop.Choice(file, 0));
        }, page -> true)) {
            Journey.open(run);
            journey.select("run.metrics");
            robot.select(robot.control(Button.class, "run.metrics.export"));
            robot.until("the file", () -> lines(file).stream().filter(line -> line.contains("loss")).count() >= 5);
        }
        assertEquals(List.of("metrics.csv"), asked);
        List<String> losses = lines(file).stream().filter(line -> line.contains(",loss,")).toList();
        assertEquals(5, losses.size(), () -> lines(file).toString());
        assertTrue(losses.get(4).contains("0.2"), losses.get(4));
    }

    @Test
    void theMonitorIsAskedForBeforeItIsTurnedOnAndShownInTheBrowser() throws Exception {
        List<URI> pages = new ArrayList<>();
        try (Desktops desktop = new Desktops(offer -> Optional.empty(), pages::add)) {
            robot.within(() -> Journey.execute("org.orrery.ui.commands.monitor"), () -> robot.press(robot.button("OK")));
            robot.until("the page", () -> pages.size() == 1);
            Journey.execute("org.orrery.ui.commands.monitor");
            robot.until("the same page again, without a question", () -> pages.size() == 2);
        }
        assertEquals(pages.get(0), pages.get(1));
        assertTrue(pages.get(0).getHost().equals("127.0.0.1") || pages.get(0).getHost().equals("localhost"), pages.get(0).toString());
        HttpURLConnection answer = (HttpURLConnection) pages.get(0).toURL().openConnection();
        answer.setConnectTimeout(5000);
        assertEquals(200, answer.getResponseCode());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void curvesGrowWhileTheProgramWorksAndItIsStoppedWithWhatItHas() throws Exception {
        Path go = folder.resolve("go");
        long run = submit("""
                import os, time
                for step in range(1, 100000):
                    print('step=%d loss=%r rate=%r' % (step, 1 / step, 0.1), flush=True)
                    if step >= 5:
                        while not os.path.exists('GO'): time.sleep(0.05)
                        time.sleep(0.02)
                """.replace("GO", go.toString()));
        Journey.open(run);
        journey.select("run.metrics");
        ChartView chart = robot.control(ChartView.class, "run.metrics.chart");
        robot.until("the first five points", () -> points(chart) == 5);
        Files.createFile(go);
        robot.until("more of them", () -> points(chart) > 20);
        assertEquals(RunState.RUNNING, Journey.runs().find(run).orElseThrow().state());
        aPinnedMetricStaysInSightAlsoInAnotherEditor(run);
        Journey.runs().workspace().runs().stop(run);
        robot.until("the end", () -> Journey.runs().find(run).orElseThrow().state().ended());
        assertEquals(RunState.STOPPED_KEPT, Journey.runs().find(run).orElseThrow().state());
    }

    private void aPinnedMetricStaysInSightAlsoInAnotherEditor(long run) {
        show("rate");
        robot.select(robot.control(Button.class, "run.metrics.pin"));
        assertEquals("rate", robot.control(Combo.class, "run.metrics.metric").getItem(0), "it comes first");
        show("loss");
        robot.until("its own plot", () -> points(robot.control(ChartView.class, "run.metrics.pinned.rate")) > 20);
        Workbenches.closeEditors();
        Journey.open(run);
        journey.select("run.metrics");
        robot.until("it to be chosen at first", () -> robot.control(Combo.class, "run.metrics.metric").getText().equals("rate"));
        assertTrue(robot.control(Button.class, "run.metrics.pin").getSelection());
        show("loss");
        robot.control(ChartView.class, "run.metrics.pinned.rate");
        show("rate");
        robot.select(robot.control(Button.class, "run.metrics.pin"));
        show("loss");
        assertTrue(robot.find(ChartView.class, chart -> "run.metrics.pinned.rate".equals(chart.getData("orrery.id"))).isEmpty());
    }

    @Test
    void aMetricThatIsPinnedInOneEditorComesFirstInAnotherThatIsOpen() throws Exception {
        String program = "for step in range(1, 9): print('step=%d loss=%r rate=%r' % (step, 1 / step, 0.1))\n";
        long first = submit(program);
        long second = submit(program);
        robot.until("both ends", () -> List.of(first, second).stream().allMatch(run -> Journey.runs().find(run).orElseThrow().state().ended()));
        Journey.open(first);
        journey.select("run.metrics");
        show("loss");
        IEditorPart behind = Workbenches.page().getActiveEditor();
        Journey.open(second);
        journey.select("run.metrics");
        pin("rate");
        Workbenches.page().activate(behind);
        robot.until("the pin in the editor that was open", () -> robot.control(Combo.class, "run.metrics.metric").getItem(0).equals("rate"));
        assertEquals("loss", robot.control(Combo.class, "run.metrics.metric").getText(), "what is shown stays");
        assertEquals(8, points(robot.control(ChartView.class, "run.metrics.pinned.rate")));
        pin("rate");
        show("loss");
        assertTrue(robot.find(ChartView.class, chart -> "run.metrics.pinned.rate".equals(chart.getData("orrery.id"))).isEmpty());
    }

    private void pin(String metric) {
        show(metric);
        robot.select(robot.control(Button.class, "run.metrics.pin"));
    }

    private void show(String metric) {
        Combo metrics = robot.control(Combo.class, "run.metrics.metric");
        robot.until(metric, () -> metrics.indexOf(metric) >= 0);
        metrics.select(metrics.indexOf(metric));
        robot.select(metrics);
    }

    private static int points(ChartView chart) {
        return chart.chart().map(shown -> shown.series().stream().mapToInt(series -> series.x().length).max().orElse(0)).orElse(0);
    }
}
