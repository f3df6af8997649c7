package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.junit.jupiter.api.Test;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.data.Dataset;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.ui.charts.ChartView;

/** What a user does with runs that are there: find, describe, compare, delete, repeat, resume; and where help is. */
class HabitsTest extends UserAtWork {
    @Test
    void aTagAndANoteAreKeptAndFindTheRunAgain() {
        long run = journey.quick("iris");
        journey.choose(run);
        robot.within(() -> Journey.execute("org.orrery.ui.commands.describeRun"), () -> {
            robot.control(Text.class, "describe.tags").setText("Baseline, for Ada");
            robot.control(Text.class, "describe.note").setText("The first one.");
            robot.press(robot.button("OK"));
        });
        robot.until("the tags", () -> Journey.runs().find(run).map(RunSummary::tags).orElse(List.of()).equals(List.of("Baseline", "for Ada")));
        robot.until("the note", () -> Journey.runs().find(run).map(RunSummary::note).orElse("").equals("The first one."));
        Table table = robot.control(Table.class, "runs.table");
        robot.control(Text.class, "runs.filter").setText("for ada");
        robot.until("only that run", () -> table.getItemCount() == 1 && table.getItem(0).getText().equals(Long.toString(run)));
        robot.control(Text.class, "runs.filter").setText("");
        robot.until("all runs", () -> table.getItemCount() == Journey.runs().runs().size());
    }

    @Test
    void aDeletedRunComesBackByUndo() {
        long run = journey.quick("iris");
        journey.choose(run);
        Journey.execute("org.orrery.ui.commands.deleteRun");
        robot.until("the run to go", () -> Journey.runs().runs().stream().noneMatch(one -> one.id() == run));
        assertEquals(0, Workbenches.runEditors(), "its editor closes");
        Journey.execute("org.eclipse.ui.edit.undo");
        robot.until("the run to come back", () -> Journey.runs().runs().stream().anyMatch(one -> one.id() == run));
    }

    @Test
    void twoRunsAreComparedByFiguresSettingsChartsAndCurves() {
        journey.choose(journey.quick("iris"), journey.quick("iris"));
        Journey.execute("org.orrery.ui.commands.compareRuns");
        CTabFolder tabs = robot.control(CTabFolder.class, "compare.tabs");
        Table figures = robot.control(Table.class, "compare.figures.table");
        robot.until("the figures", () -> figures.getItemCount() > 5 && figures.getColumnCount() == 3);
        tabs.setSelection(1);
        Table sure = robot.control(Table.class, "compare.confidence.table");
        assertTrue(sure.getItemCount() > 5 && sure.getItem(0).getText(2).startsWith("not paired"), "another seed divides the rows otherwise");
        tabs.setSelection(2);
        Table settings = robot.control(Table.class, "compare.settings.table");
        assertEquals(List.of("--seed"), Arrays.stream(settings.getItems()).map(item -> item.getText(0)).toList(), "only the seed differs");
        Button different = robot.control(Button.class, "compare.onlyDifferent");
        different.setSelection(false);
        robot.select(different);
        assertTrue(settings.getItemCount() > 5, "all settings");
        tabs.setSelection(4);
        assertTrue(robot.control(org.eclipse.swt.widgets.List.class, "compare.charts.list").getItemCount() > 0);
    }

    @Test
    void whatWasLookedAtBeforeComesBackAlsoWhenItWasClosed() {
        long[] runs = {journey.quick("iris"), journey.quick("iris")};
        Arrays.stream(runs).forEach(Journey::open);
        assertFront(runs[1]);
        Journey.execute(IWorkbenchCommandConstants.NAVIGATE_BACKWARD_HISTORY);
        assertFront(runs[0]);
        Workbenches.closeEditors();
        Journey.execute(IWorkbenchCommandConstants.NAVIGATE_FORWARD_HISTORY);
        assertFront(runs[1]);
        Journey.execute(IWorkbenchCommandConstants.NAVIGATE_BACKWARD_HISTORY);
        assertFront(runs[0]);
    }

    private void assertFront(long run) {
        IWorkbenchPage page = Workbenches.page();
        robot.until("run " + run + " in front", () -> page.getActiveEditor() != null && page.getActiveEditor().getTitle().startsWith("#" + run + " "));
    }

    @Test
    void theCurvesOfComparedRunsLieOverEachOther() {
        Dataset iris = journey.sample("iris");
        Map<String, Object> settings = new HashMap<>(Journey.quick(iris));
        settings.put("models", List.of("logistic-regression"));
        settings.put("baselines", false);
        long[] runs = {journey.begun(iris, settings), journey.begun(iris, settings)};
        robot.until("the runs to end", () -> Arrays.stream(runs).allMatch(run -> Journey.runs().find(run).orElseThrow().state().ended()));
        journey.choose(runs);
        Journey.execute("org.orrery.ui.commands.compareRuns");
        CTabFolder tabs = robot.control(CTabFolder.class, "compare.tabs");
        Table figures = robot.control(Table.class, "compare.figures.table");
        robot.until("the figures", () -> figures.getItemCount() > 5);
        Arrays.stream(tabs.getItems()).filter(tab -> tab.getText().equals("Curves")).forEach(tabs::setSelection);
        ChartView chart = robot.control(ChartView.class, "compare.curves.chart");
        List<String> lines = chart.chart().orElseThrow().series().stream().filter(one -> one.role() == ChartSpec.Series.Role.DATA)
                .map(ChartSpec.Series::name).toList();
        for (long run : runs) {
            for (int fold = 1; fold <= 2; fold++) {
                String line = "#" + run + " Logistic regression, fold " + fold;
                assertTrue(lines.contains(line), () -> line + " of " + lines);
            }
        }
    }

    @Test
    void whatWasRunBeforeIsAskedAboutBeforeItIsRunAgain() {
        long run = journey.quick("iris");
        int count = Journey.runs().runs().size();
        Workbenches.closeEditors();
        journey.choose(run);
        robot.whenReady(() -> robot.offers("Finish"), () -> robot.select(robot.button("Finish")));
        robot.whenReady(() -> robot.offers("Open that run"), () -> robot.select(robot.button("Open that run")));
        Journey.execute("org.orrery.ui.commands.cloneRun");
        robot.until("the editor of the run", () -> Workbenches.runEditors() == 1);
        assertEquals(count, Journey.runs().runs().size(), "nothing new was begun");
    }

    @Test
    void aClonedRunWithMoreFoldsGoesOnWithWhatItHasDoneAndSaysBeforeHowLongItTakes() {
        long number = journey.quick("iris");
        RunSummary run = Journey.runs().find(number).orElseThrow();
        int count = Journey.runs().runs().size();
        Workbenches.closeEditors();
        journey.choose(run.id());
        robot.whenReady(() -> robot.offers("Finish"), () -> {
            robot.control(Spinner.class, "setting.folds").setSelection(4);
            robot.select(robot.button("Next >"));
            robot.whenReady(this::foretold, () -> robot.select(robot.button("Finish")));
        });
        robot.whenReady(() -> robot.offers("Extend the run"), () -> robot.select(robot.button("Extend the run")));
        Journey.execute("org.orrery.ui.commands.cloneRun");
        robot.until("the run to go on", () -> Journey.runs().find(run.id()).orElseThrow().units().total() > run.units().total());
        robot.until("its end", () -> Journey.runs().find(run.id()).orElseThrow().state() == RunState.COMPLETED);
        assertEquals(count, Journey.runs().runs().size(), "no other run was begun");
        RunSummary grown = Journey.runs().find(run.id()).orElseThrow();
        // As many folds again as there were; how many models, other tests have a say in.
        int folds = grown.units().total() - run.units().total();
        assertTrue(folds >= 5 && grown.units().restored() >= folds, () -> "all folds are kept: " + run.units() + ", " + grown.units());
    }

    private boolean foretold() {
        return robot.find(Table.class, table -> Arrays.stream(table.getItems()).anyMatch(item -> item.getText().equals("Time by earlier runs"))).isPresent();
    }

    @Test
    void anInterruptedRunIsListedAndGoesOn() throws Exception {
        // Those of other tests are of no concern here.
        for (RunSummary other : Journey.runs().runs()) {
            if (other.state() == RunState.INTERRUPTED) {
                Journey.runs().workspace().runs().delete(other.id());
            }
        }
        robot.until("none to be left", () -> Journey.runs().runs().stream().noneMatch(one -> one.state() == RunState.INTERRUPTED));
        long run = journey.longRun();
        Journey.runs().workspace().runs().interrupt(run);
        robot.until("the interruption", () -> Journey.runs().find(run).orElseThrow().state() == RunState.INTERRUPTED);
        Journey.execute("org.orrery.ui.commands.showInterrupted");
        Table table = robot.control(Table.class, "recovery.table");
        assertEquals(1, table.getItemCount());
        robot.press(robot.control(Button.class, "recovery.resume"));
        robot.until("the run to go on", () -> !Journey.runs().find(run).orElseThrow().state().ended());
        Journey.runs().workspace().runs().cancel(run);
        robot.until("the end", () -> Journey.runs().find(run).orElseThrow().state() == RunState.CANCELLED);
    }

    @Test
    void leavingWhileARunIsAtWorkIsAskedAboutAndCanBeTakenBack() throws Exception {
        long run = journey.longRun();
        robot.within(() -> Journey.execute("org.eclipse.ui.file.exit"), () -> {
            for (String choice : List.of("Wait, then exit", "Checkpoint and exit", "Stop and keep, then exit", "Cancel, then exit")) {
                assertTrue(robot.button(choice).isEnabled(), choice);
            }
            assertTrue(robot.find(Label.class, label -> label.getText().matches("(?s).*#" + run + " Journey: \\d+ of \\d+ units, the last one kept [^ ]+ m?s ago.*")).isPresent(),
                    "how far it is, and how old what is kept of it");
            robot.press(robot.button("Keep working"));
        });
        assertFalse(Journey.runs().find(run).orElseThrow().state().ended(), "it works on");
        Journey.runs().workspace().runs().cancel(run);
        robot.until("the end", () -> Journey.runs().find(run).orElseThrow().state().ended());
    }

    @Test
    void theWelcomePageTicksOffWhatIsDone() {
        Journey.execute("org.orrery.ui.commands.welcome");
        assertTrue(robot.control(Button.class, "welcome.importData").isEnabled());
        assertFalse(robot.control(Link.class, "welcome.help").getText().isEmpty());
    }

    @Test
    void theHelpFindsAPageByAWordAndShowsItWithoutABrowser() {
        Journey.execute("org.orrery.ui.commands.help");
        org.eclipse.swt.widgets.List index = robot.control(org.eclipse.swt.widgets.List.class, "help.index");
        robot.until("the topics", () -> index.getItemCount() > 9);
        robot.control(Text.class, "help.search").setText("rectangle zoom");
        assertEquals(1, index.getItemCount());
        assertTrue(robot.control(StyledText.class, "help.page").getText().contains("What if"));
        robot.control(Text.class, "help.search").setText("");
        Workbenches.page().hideView(Workbenches.page().findView("org.orrery.ui.views.help"));
    }

    @Test
    void aRunIsFoundInTheFieldThatFindsEverything() {
        long run = journey.quick("iris");
        Workbenches.closeEditors();
        String wanted = "Run " + run + " ";
        Shell window = Workbenches.page().getWorkbenchWindow().getShell();
        robot.whenReady(() -> robot.find(Text.class, text -> text.getShell() != window && text.isFocusControl()).isPresent(), () -> {
            Text field = robot.find(Text.class, text -> text.getShell() != window && text.isFocusControl()).orElseThrow();
            field.setText("Journey");
            robot.whenReady(() -> hits(window, wanted).isPresent(), () -> {
                Table hits = hits(window, wanted).orElseThrow();
                hits.setSelection(Arrays.stream(hits.getItems()).filter(item -> item.getText(1).contains(wanted)).findFirst().orElseThrow());
                hits.notifyListeners(SWT.DefaultSelection, new Event());
            });
        });
        Journey.execute("org.eclipse.ui.window.quickAccess");
        robot.until("the run", () -> Workbenches.runEditors() == 1 && Workbenches.page().getActiveEditor().getTitle().contains(Long.toString(run)));
    }

    private Optional<Table> hits(Shell window, String wanted) {
        return robot.find(Table.class, table -> table.getShell() != window && Arrays.stream(table.getItems()).anyMatch(item -> item.getText(1).contains(wanted)));
    }

    @Test
    void aLayoutIsKeptUnderANameOpenedAndDeleted() {
        IWorkbenchPage page = Workbenches.page();
        String usual = page.getPerspective().getLabel();
        page.hideView(page.findView("org.orrery.ui.views.queue"));
        page.hideView(page.findView("org.orrery.ui.views.analyses"));
        robot.within(() -> Journey.execute("org.orrery.app.commands.saveLayout"), () -> {
            Text name = robot.await("the name", () -> robot.find(Text.class, text -> text.getShell() != page.getWorkbenchWindow().getShell() && text.getText().isEmpty()
                    && (text.getStyle() & SWT.READ_ONLY) == 0));
            name.setText(usual);
            assertFalse(robot.button("OK").isEnabled(), "that of Orrery is not written over");
            name.setText("Without analyses");
            robot.press(robot.button("OK"));
        });
        layout(usual, "Open");
        robot.until("the usual layout", () -> page.findView("org.orrery.ui.views.analyses") != null);
        layout("Without analyses", "Open");
        robot.until("the kept layout", () -> page.getPerspective().getLabel().equals("Without analyses") && page.findView("org.orrery.ui.views.analyses") == null);
        layout("Without analyses", "Delete");
        robot.until("the usual layout", () -> page.getPerspective().getLabel().equals(usual) && page.findView("org.orrery.ui.views.analyses") != null);
        robot.whenReady(() -> robot.offers("Reset"), () -> robot.press(robot.button("Reset")));
        Journey.execute("org.orrery.app.commands.resetLayout");
        robot.settle();
    }

    private void layout(String name, String button) {
        robot.within(() -> Journey.execute("org.orrery.app.commands.openLayout"), () -> {
            org.eclipse.swt.widgets.List layouts = robot.control(org.eclipse.swt.widgets.List.class, "layouts.list");
            layouts.setSelection(layouts.indexOf(name));
            robot.select(layouts);
            robot.press(robot.button(button));
            if (button.equals("Delete")) {
                assertEquals(-1, layouts.indexOf(name));
                robot.press(robot.button("Cancel"));
            }
        });
    }

    @Test
    void preferencesAreFoundByTheWordsOfTheirPages() {
        robot.within(() -> Journey.execute("org.eclipse.ui.window.preferences"), () -> {
            Tree tree = robot.await("the pages", () -> robot.find(Tree.class, one -> one.getShell().getText().equals("Preferences") && one.getItemCount() > 1));
            Text search = robot.find(Text.class, one -> one.getShell() == tree.getShell() && (one.getStyle() & SWT.SEARCH) != 0).orElseThrow();
            // The dialog writes its hint into the field after it has opened.
            robot.until("the hint", () -> !search.getText().isEmpty());
            robot.settle();
            search.setText("threshold");
            robot.until("the page of notifications alone", () -> Arrays.stream(tree.getItems()).map(TreeItem::getText).toList().equals(List.of("Notifications")));
            robot.press(robot.button("Cancel"));
        });
    }
}
