package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.ui.Background;
import org.orrery.jobs.RunState;
import org.orrery.ui.RunList;
import org.orrery.ui.charts.ChartView;

/** An external program is described, run and stopped in the workbench, and patterns are tried on its log. */
@ExtendWith(InWorkbench.class)
class ExternalProgramTest {
    private static final int LOOK_MS = 100;

    @TempDir
    Path folder;
    private final Workbenches workbench = new Workbenches();
    private Robot robot;

    @BeforeEach
    void begin() {
        robot = new Robot(Display.getCurrent());
        workbench.watch();
        Workbenches.closeEditors();
    }

    @AfterEach
    void end() {
        Workbenches.closeEditors();
        robot.settle();
        assertEquals(List.of(), workbench.errors());
    }

    private <T extends Control> void when(Class<T> type, Predicate<T> wanted, Consumer<T> action) {
        Display.getCurrent().timerExec(LOOK_MS, () -> robot.find(type, wanted).ifPresentOrElse(action, () -> when(type, wanted, action)));
    }

    private static void execute(String command) {
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From the data set to Finish, page by page. */
    private void wizard(String script) throws Exception {
        Files.writeString(folder.resolve("train.py"), script);
        boolean[] done = new boolean[1];
        List<Throwable> failures = new ArrayList<>();
        when(Button.class, button -> "program.preset.key-value".equals(button.getData("orrery.id")), button -> {
            try {
                button.setSelection(true);
                robot.press(button);
                robot.until("the description to be taken", () -> robot.button("Next >").isEnabled());
                robot.press(robot.button("Next >"));
                robot.control(Text.class, "program.directory").setText(folder.toString());
                assertTrue(robot.control(Text.class, "program.command").getText().contains("${param:script}"));
                robot.press(robot.button("Next >"));
                robot.control(Text.class, "program.parameter.script").setText("train.py");
                robot.press(robot.button("< Back"));
                Text command = robot.control(Text.class, "program.command");
                command.setText(command.getText().replace("${dataset}", "no-data"));
                robot.press(robot.button("Next >"));
                robot.press(robot.button("Next >"));
                robot.until("the description to be checked", () -> robot.button("Finish").isEnabled());
                assertTrue(robot.control(Text.class, "program.look").getText().contains("\"script\": \"train.py\""));
                robot.press(robot.button("Finish"));
            } catch (RuntimeException | AssertionError e) {
                failures.add(e);
                button.getShell().close();
            } finally {
                done[0] = true;
            }
        });
        execute("org.orrery.external.ui.commands.program");
        robot.until("the end of the wizard", () -> done[0]);
        assertEquals(List.of(), failures);
    }

    @Test
    void aProgramIsDescribedInFourPagesAndRuns() throws Exception {
        RunList runs = Workbenches.service(RunList.class);
        int before = runs.runs().size();
        wizard("for step in range(1, 6): print('step=%d loss=%r' % (step, 1 / step))\n");
        robot.until("the run to end", () -> runs.runs().size() > before && runs.runs().get(0).state().ended());
        assertEquals(RunState.COMPLETED, runs.runs().get(0).state());
        assertEquals("loss.best", runs.runs().get(0).bestName());
        assertEquals(0.2, runs.runs().get(0).bestValue());
        robot.until("its editor", () -> Workbenches.runEditors() == 1);
    }

    @Test
    void thePresetsOfTrainersFillTheCommandAndItsParameters() {
        for (List<String> preset : List.of(List.of("rave", "batch", "8"), List.of("ctgan", "epochs", "300"))) {
            robot.within(() -> execute("org.orrery.external.ui.commands.program"), () -> {
                Button button = robot.control(Button.class, "program.preset." + preset.get(0));
                button.setSelection(true);
                robot.select(button);
                robot.press(robot.button("Next >"));
                robot.control(Text.class, "program.directory").setText(folder.toString());
                assertTrue(robot.control(Text.class, "program.command").getText().contains("${param:" + preset.get(1) + "}"));
                robot.press(robot.button("Next >"));
                assertEquals(preset.get(2), robot.control(Text.class, "program.parameter." + preset.get(1)).getText());
                robot.press(robot.button("Cancel"));
            });
        }
    }

    @Test
    void curvesTellOfANumberThatIsNoneAndAreLookedAtInManyWays() throws Exception {
        RunList runs = Workbenches.service(RunList.class);
        int before = runs.runs().size();
        wizard("for step in range(1, 200): print('step=%d loss=%s' % (step, 'nan' if step == 150 else 1 / step))\n");
        robot.until("the run to end", () -> runs.runs().size() > before && runs.runs().get(0).state().ended());
        robot.until("its editor", () -> Workbenches.runEditors() == 1);
        new Journey(robot).select("run.metrics");
        Label alerts = robot.control(Label.class, "run.metrics.alerts");
        robot.until("the alert", () -> alerts.getText().startsWith("loss was not a number at step 150"));
        ChartView chart = robot.control(ChartView.class, "run.metrics.chart");
        assertEquals("Step", chart.chart().orElseThrow().x().label());
        Scale smoothing = robot.control(Scale.class, "run.metrics.smoothing");
        smoothing.setSelection(90);
        robot.select(smoothing);
        assertEquals(2, chart.chart().orElseThrow().series().size(), "the range stands behind the smoothed line");
        Combo across = robot.control(Combo.class, "run.metrics.across");
        across.select(1);
        robot.select(across);
        assertEquals("Seconds from the start", chart.chart().orElseThrow().x().label());
        across.select(2);
        robot.select(across);
        assertEquals("Seconds since midnight (UTC)", chart.chart().orElseThrow().x().label());
        Button logarithmic = robot.control(Button.class, "run.metrics.logarithmic");
        logarithmic.setSelection(true);
        robot.select(logarithmic);
        assertTrue(chart.chart().orElseThrow().y().logarithmic());
    }

    @Test
    void theLogIsFollowedWhileTheProgramTalksAndAValueLeadsToItsLine() throws Exception {
        RunList runs = Workbenches.service(RunList.class);
        int before = runs.runs().size();
        Path go = folder.resolve("go");
        wizard("""
                import os, time
                def wait():
                    while not os.path.exists('go'): time.sleep(0.02)
                    os.remove('go')
                print('first words', flush=True)
                wait()
                for step in range(1, 4): print('step=%d loss=0.5' % step, flush=True)
                wait()
                """);
        robot.until("the run to be at work", () -> runs.runs().size() > before && runs.runs().get(0).state() == RunState.RUNNING);
        robot.until("its editor", () -> Workbenches.runEditors() == 1);
        Journey journey = new Journey(robot);
        journey.select("run.log");
        robot.until("the first words", () -> logged("first words"));
        Files.createFile(go);
        robot.until("what is said later", () -> logged("step=3 loss=0.5"));
        journey.select("run.metrics");
        ChartView chart = robot.control(ChartView.class, "run.metrics.chart");
        robot.until("three values", () -> chart.chart().filter(shown -> shown.title().equals("loss") && shown.series().get(0).x().length == 3).isPresent());
        robot.until("a point under the mouse", () -> {
            clickEverywhere(chart);
            return robot.find(Link.class, link -> "run.metrics.where".equals(link.getData("orrery.id"))).isPresent();
        });
        Link where = robot.control(Link.class, "run.metrics.where");
        assertTrue(where.getText().startsWith("loss was 0.5000 at step "), where.getText());
        String step = where.getText().replaceAll(".*at step (\\d).*", "$1");
        robot.select(where);
        robot.until("the line of that value", () -> selectedLine().equals("step=" + step + " loss=0.5"));
        Files.createFile(go);
        robot.until("the run to end", () -> runs.runs().get(0).state().ended());
        theLogShowsOnlyTheLinesThatMatch();
    }

    private void theLogShowsOnlyTheLinesThatMatch() {
        Text pattern = robot.control(Text.class, "run.log.pattern");
        pattern.setText("STEP=[23] loss");
        robot.until("two lines", () -> logged("step=3 loss=0.5") && log().getItemCount() == 2);
        pattern.setText("no such line [0-9]+$");
        robot.until("what is said instead of lines",
                () -> robot.find(Label.class, label -> label.getText().startsWith("No line matches.")).isPresent());
        pattern.setText("[");
        assertTrue(robot.find(Label.class, label -> label.getText().startsWith("No line matches.")).isPresent(), "an unfinished expression changes nothing");
        pattern.setText("");
        robot.until("all lines again", () -> logged("first words") && logged("step=1 loss=0.5"));
    }

    private Table log() {
        return robot.control(Table.class, "run.log.table");
    }

    private boolean logged(String message) {
        return Arrays.stream(log().getItems()).anyMatch(item -> item.getText(3).equals(message));
    }

    private String selectedLine() {
        TableItem[] chosen = log().getSelection();
        return chosen.length == 0 ? "" : chosen[0].getText(3);
    }

    /** Somewhere there is a point. */
    private static void clickEverywhere(ChartView chart) {
        for (Control child : ((Composite) chart.getChildren()[0]).getChildren()) {
            clickEverywhereOn(child);
        }
    }

    private static void clickEverywhereOn(Control plot) {
        for (int x = 0; x < plot.getSize().x; x += 6) {
            for (int y = 0; y < plot.getSize().y; y += 6) {
                Event event = new Event();
                event.button = 1;
                event.x = x;
                event.y = y;
                plot.notifyListeners(SWT.MouseUp, event);
            }
        }
    }

    @Test
    void patternsShowAtOnceWhatTheyCaptureAndMissAndAreKeptInVersions() {
        execute("org.orrery.external.ui.commands.patterns");
        // With a run chosen in the list its log is read first.
        robot.until("the log of the chosen run", () -> Job.getJobManager().find(Background.FAMILY).length == 0);
        robot.settle();
        StyledText log = robot.control(StyledText.class, "patterns.log");
        Text patterns = robot.control(Text.class, "patterns.sources");
        Label verdict = robot.control(Label.class, "patterns.verdict");
        log.setText("start\niter 1 value 0.5\niter 2 value 2.5e-1\niter 3 value nan\nsaved 3 files\n");
        patterns.setText("iter (?<step>\\d+) value (?<loss>\\S+)");
        robot.until("the verdict", () -> verdict.getText().startsWith("Lines captured: 3. Lines with numbers that were missed (underlined): 1."));
        assertEquals("loss", robot.control(Table.class, "patterns.captured").getItem(0).getText(0));
        int number = log.getText().indexOf("2.5e-1");
        assertTrue(log.getStyleRangeAtOffset(number).background != null, "a captured number is marked");
        assertTrue(log.getStyleRangeAtOffset(log.getText().indexOf("saved")).underline, "a missed line is marked");
        patterns.setText("iter (");
        robot.until("what is wrong with it", () -> verdict.getText().startsWith("metrics[0].pattern"));
        patterns.setText("key-value");
        robot.until("nothing but misses", () -> verdict.getText().startsWith("Lines captured: 0. Lines with numbers that were missed (underlined): 4."));
        boolean[] asked = new boolean[1];
        when(Text.class, text -> text.getShell().getText().equals("Save patterns"), text -> {
            text.setText("of the robot");
            asked[0] = true;
            robot.press(robot.button("OK"));
        });
        robot.press(robot.control(Button.class, "patterns.save"));
        robot.until("the version", () -> asked[0] && robot.control(Combo.class, "patterns.versions").getText().equals("of the robot/1"));
    }
}
