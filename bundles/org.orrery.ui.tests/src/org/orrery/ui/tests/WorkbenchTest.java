package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.Test;
import org.orrery.data.Dataset;
import org.orrery.jobs.RunState;
import org.orrery.samples.Samples;

/** The way of a user through the workbench, on the bundled iris data, inside the real workbench. */
class WorkbenchTest extends UserAtWork {
    @Test
    void theViewsOfThePerspectiveOpenWithoutAnError() throws PartInitException {
        for (String view : List.of("org.orrery.ui.data.views.datasets", "org.orrery.ui.views.analyses", "org.orrery.ui.views.runs",
                "org.eclipse.ui.views.ProgressView", "org.eclipse.pde.runtime.LogView")) {
            assertNotNull(Workbenches.page().showView(view), view);
            robot.settle();
        }
        Workbenches.page().hideView(Workbenches.page().findView("org.eclipse.pde.runtime.LogView"));
        Workbenches.page().showView("org.orrery.ui.views.runs", null, IWorkbenchPage.VIEW_VISIBLE);
    }

    @Test
    void aRunStartedByTheWizardFillsItsLeaderboardAndOpensAgain() {
        Dataset iris = journey.sample("iris");
        robot.until("iris among the data sets", () -> robot.control(Table.class, "datasets.table").getItemCount() > 0);
        int before = Journey.runs().runs().size();
        journey.fillWizard(iris);
        robot.until("the run to end", () -> Journey.runs().runs().size() > before && Journey.newest().state().ended());
        assertEquals(RunState.COMPLETED, Journey.newest().state(), Journey.newest()::toString);
        int rows = journey.leaderboardRows();
        Workbenches.closeEditors();
        robot.settle();
        assertEquals(0, Workbenches.runEditors());
        journey.openFromList();
        assertEquals(rows, journey.leaderboardRows(), "a stored run must show what the live one showed");
    }

    @Test
    void aRunThatIsCancelledInItsEditorEndsWithoutAResult() {
        journey.longRun();
        ToolBar verbs = robot.control(ToolBar.class, "run.verbs");
        robot.until("the verbs", () -> verbs.getItemCount() > 0);
        robot.select(Arrays.stream(verbs.getItems()).filter(item -> "run.verb.cancel".equals(item.getData("orrery.id"))).findFirst()
                .orElseThrow());
        robot.until("the run to end", () -> Journey.newest().state().ended());
        assertEquals(RunState.CANCELLED, Journey.newest().state());
        robot.until("only Resume to be offered", () -> verbs.getItemCount() == 1
                && "run.verb.resume".equals(verbs.getItem(0).getData("orrery.id")));
    }

    @Test
    void everyTabOfARunShowsItselfWithoutAnError() {
        journey.look("iris");
        for (String page : List.of("run.overview", "run.leaderboard", "run.charts", "run.tables", "run.answers", "run.metrics",
                "run.settings", "run.log")) {
            journey.select(page);
            robot.settle();
        }
        journey.select("run.charts");
        assertTrue(robot.control(org.eclipse.swt.widgets.List.class, "run.charts.list").getItemCount() > 0, "a chart");
        journey.select("run.tables");
        assertTrue(robot.control(org.eclipse.swt.widgets.List.class, "run.tables.list").getItemCount() > 1, "tables");
    }

    @Test
    void aTableOfAResultIsFiltered() {
        journey.look("iris");
        int rows = journey.leaderboardRows();
        Table table = robot.control(Table.class, "run.leaderboard.table");
        robot.control(Text.class, "run.leaderboard.table.filter").setText("DECISION TREE");
        robot.until("one row", () -> table.getItemCount() == 1);
        robot.control(Text.class, "run.leaderboard.table.filter").setText("");
        robot.until("all rows", () -> table.getItemCount() == rows);
    }

    @Test
    void anotherThresholdIsAnsweredFromTheStoredOutcomes() {
        journey.look("wa_churn");
        journey.select("run.answers");
        Text threshold = robot.control(Text.class, "setting.threshold");
        CTabFolder tabs = robot.control(CTabFolder.class, "run.answers.tabs");
        robot.until("the first answer", () -> tabs.getItemCount() > 0 && tabs.getItem(0).getText().contains("0.5"));
        threshold.setText("0.3");
        robot.until("the other answer", () -> tabs.getItemCount() > 0 && tabs.getItem(0).getText().contains("0.3"));
    }

    @Test
    void aChartShowsItsPointsAsATable() {
        journey.look("iris");
        journey.select("run.charts");
        ToolBar tools = robot.control(ToolBar.class, "run.charts.view.tools");
        var item = Arrays.stream(tools.getItems()).filter(one -> "run.charts.view.showTable".equals(one.getData("orrery.id"))).findFirst()
                .orElseThrow();
        item.setSelection(true);
        robot.select(item);
        robot.until("the points", () -> robot.control(Table.class, "run.charts.view.points").getItemCount() > 10);
    }

    @Test
    void theImportWizardShowsTheBeginningOfAFileAndSaysWhatIsWrongWithAnother() throws Exception {
        Path folder = Journey.runs().workspace().folder().resolve("samples");
        Path iris = Workbenches.service(Samples.class).materialise("iris", folder);
        robot.within(() -> Journey.execute("org.orrery.ui.data.commands.importData"), () -> {
            Text file = robot.control(Text.class, "import.file");
            file.setText(iris.toString());
            Table rows = robot.control(Table.class, "import.rows");
            robot.until("a preview", () -> rows.getItemCount() >= 100);
            assertEquals("iris", robot.control(Text.class, "import.name").getText());
            assertTrue(robot.button("Finish").isEnabled());
            file.setText(folder.resolve("absent.csv").toString());
            Button finish = robot.button("Finish");
            robot.until("the refusal", () -> !finish.isEnabled());
            robot.press(robot.button("Cancel"));
        });
    }

}
