package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.jobs.BaselineVerdict;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.RunTags;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.retention.WorkbenchPolicy;
import org.orrery.ui.charts.ChartView;

/** A run that is worse than the baseline is marked, told and explained; what a policy would delete is shown before. */
class BaselineTest extends UserAtWork {
    private static final int BEST = 4;
    private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("org.orrery.ui");
    private final IEclipsePreferences policy = InstanceScope.INSTANCE.getNode(WorkbenchPolicy.NODE);
    private final Workspace workspace = Journey.runs().workspace();

    @TempDir
    Path folder;

    @AfterEach
    void asItWas() throws Exception {
        preferences.remove("notify.command");
        policy.remove(WorkbenchPolicy.COUNT);
        for (RunSummary run : Journey.runs().runs()) {
            RunTags.change(workspace.runs(), run, List.of(), List.of(RunTags.BASELINE));
        }
    }

    @Test
    void aWorseRunIsMarkedToldAndExplained() throws Exception {
        RunSummary baseline = good();
        Table table = robot.control(Table.class, "runs.table");
        journey.choose(baseline.id());
        Journey.execute("org.orrery.ui.commands.baselineRun");
        robot.until("the baseline", () -> RunTags.has(Journey.runs().find(baseline.id()).orElseThrow(), RunTags.BASELINE));
        Path script = Files.writeString(folder.resolve("told.sh"), "echo \"$@\" >> \"$0.out\"\n");
        preferences.put("notify.command", "sh " + script + " ${event} ${run}");
        RunRequest before = workspace.folders().open(baseline.id()).request();
        Map<String, Object> settings = new LinkedHashMap<>(before.settings());
        settings.put("models", List.of("most-frequent"));
        long worse = workspace.runs().submit(new RunRequest(before.analysis(), "Only the most frequent", before.inputs(), settings, before.seed(), 1));
        robot.until("the tag", () -> Journey.runs().find(worse).filter(run -> RunTags.has(run, RunTags.REGRESSED)).isPresent());
        BaselineVerdict verdict = workspace.folders().open(worse).verdict().orElseThrow();
        assertEquals(baseline.id(), verdict.baseline());
        assertTrue(verdict.worse() && verdict.paired() && verdict.p() < 0.01, verdict::toString);
        robot.until("the mark in the list", () -> Arrays.stream(table.getItems()).anyMatch(item -> item.getText(0).equals(Long.toString(worse)) && item.getText(BEST).startsWith("▼")));
        robot.until("the program to be told", () -> told(script).contains("regressed " + worse));
        assertTrue(told(script).contains("finished " + worse));
        settings.put("folds", 3);
        long third = workspace.runs().submit(new RunRequest(before.analysis(), "With other folds", before.inputs(), settings, before.seed(), 1));
        robot.until("the third", () -> Journey.runs().find(third).filter(run -> run.state().ended()).isPresent());
        explain(table, baseline.id(), worse, third);
    }

    private void explain(Table table, long baseline, long worse, long third) {
        robot.until("all in the list", () -> numbers(table).containsAll(List.of(baseline, worse, third)));
        journey.choose(baseline, worse, third);
        Journey.execute("org.orrery.ui.commands.compareRuns");
        CTabFolder tabs = robot.control(CTabFolder.class, "compare.tabs");
        Arrays.stream(tabs.getItems()).filter(item -> "compare.why".equals(item.getData("orrery.id"))).forEach(tabs::setSelection);
        robot.select(tabs);
        Table why = robot.control(Table.class, "compare.why.table");
        robot.until("what differs", () -> Arrays.stream(why.getItems()).map(TableItem::getText).anyMatch("models"::equals));
        Arrays.stream(tabs.getItems()).filter(item -> "compare.trials".equals(item.getData("orrery.id"))).forEach(tabs::setSelection);
        robot.select(tabs);
        ChartSpec lines = robot.control(ChartView.class, "compare.trials.view").chart().orElseThrow();
        assertEquals(ChartSpec.Kind.PARALLEL, lines.kind());
        assertEquals(3, lines.series().size());
        assertTrue(lines.x().categories().containsAll(List.of("models", "folds")), lines.x()::toString);
        Combo figure = robot.control(Combo.class, "compare.trials.figure");
        assertEquals(figure.getText(), lines.x().categories().getLast(), "what came of them is the last axis");
        Workbenches.page().closeAllEditors(false);
    }

    @Test
    void whatAPolicyWouldDeleteIsShownBefore() throws Exception {
        journey.look("iris");
        journey.look("wa_churn");
        policy.putInt(WorkbenchPolicy.COUNT, 1);
        List<Long> runs = Journey.runs().runs().stream().map(RunSummary::id).toList();
        PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(Workbenches.page().getWorkbenchWindow().getShell(), "org.orrery.ui.preferences.retention",
                new String[] {"org.orrery.ui.preferences.retention"}, null);
        dialog.setBlockOnOpen(false);
        dialog.open();
        try {
            Button preview = robot.control(Button.class, "retention.preview");
            boolean[] seen = new boolean[1];
            robot.whenReady(() -> robot.offers("Keep") || robot.offers("OK"), () -> {
                seen[0] = true;
                robot.press(robot.button(robot.offers("Keep") ? "Keep" : "OK"));
            });
            robot.select(preview);
            robot.until("the answer", () -> seen[0]);
            assertEquals(runs, Journey.runs().runs().stream().map(RunSummary::id).toList(), "nothing goes without a yes");
        } finally {
            dialog.close();
        }
    }

    @Test
    void whatAnEarlierVersionHasKeptOfThePolicyIsMovedAtTheStart() throws Exception {
        preferences.putInt(WorkbenchPolicy.COUNT, 1_000_000);
        for (IConfigurationElement each : Platform.getExtensionRegistry().getConfigurationElementsFor("org.eclipse.ui.startup")) {
            if (each.getAttribute("class").endsWith("RetentionAtStart")) {
                ((IStartup) each.createExecutableExtension("class")).earlyStartup();
            }
        }
        assertEquals(1_000_000, policy.getInt(WorkbenchPolicy.COUNT, 0));
        assertEquals("", preferences.get(WorkbenchPolicy.COUNT, ""));
        assertEquals(1_000_000, WorkbenchPolicy.read(workspace.folder()).count(), "other processes find it in its file");
    }

    /** A run of a model that has learned something, over five folds. */
    private RunSummary good() {
        Map<String, Object> settings = new LinkedHashMap<>(Journey.quick(journey.sample("iris")));
        settings.put("folds", 5);
        long run = journey.begun(journey.sample("iris"), settings);
        robot.until("the run to end", () -> Journey.runs().find(run).orElseThrow().state() == RunState.COMPLETED);
        return Journey.runs().find(run).orElseThrow();
    }

    private static String told(Path script) {
        try {
            Path out = Path.of(script + ".out");
            return Files.exists(out) ? Files.readString(out) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Long> numbers(Table table) {
        return Arrays.stream(table.getItems()).map(item -> item.getText(0)).filter(text -> !text.isEmpty()).map(Long::valueOf).toList();
    }
}
