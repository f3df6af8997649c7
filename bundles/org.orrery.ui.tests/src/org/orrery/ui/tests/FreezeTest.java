package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orrery.ui.Background;

/** While a comparison is at work and tables of many thousand rows are opened, sorted and filtered, no event takes long. */
@ExtendWith(InWorkbench.class)
class FreezeTest {
    private final Robot robot = new Robot(PlatformUI.getWorkbench().getDisplay());
    private final Journey journey = new Journey(robot);

    @Test
    void noEventTakesLongWhileARunIsAtWork() throws Exception {
        journey.finished("wa_churn");
        long finished = Journey.newest().id();
        Workbenches.closeEditors();
        int before = Journey.runs().runs().size();
        journey.fillWizard(journey.sample("wa_churn"), 100);
        robot.until("the run to begin", () -> Journey.runs().runs().size() > before && Journey.newest().units().done() > 0);
        long working = Journey.newest().id();
        try {
            // Once for the classes to be loaded, once for the compiler.
            goRound(finished);
            goRound(finished);
            try (FreezeMonitor monitor = new FreezeMonitor(PlatformUI.getWorkbench().getDisplay())) {
                goRound(finished);
                assertEquals(List.of(), monitor.freezes());
            }
        } finally {
            Journey.runs().workspace().runs().cancel(working);
            robot.until("the end", () -> Journey.runs().find(working).orElseThrow().state().ended());
            Workbenches.closeEditors();
        }
    }

    private void goRound(long run) {
        Workbenches.closeEditors();
        Journey.open(run);
        robot.until("the editor", () -> Workbenches.runEditors() == 1);
        for (String page : List.of("run.overview", "run.leaderboard", "run.charts", "run.metrics", "run.settings", "run.log", "run.tables")) {
            journey.select(page);
            robot.settle();
        }
        org.eclipse.swt.widgets.List tables = robot.control(org.eclipse.swt.widgets.List.class, "run.tables.list");
        robot.until("the tables", () -> tables.getItemCount() > 4);
        tables.setSelection(Arrays.stream(tables.getItems()).filter(title -> title.startsWith("Out-of-fold predictions")).map(tables::indexOf)
                .findFirst().orElseThrow());
        robot.select(tables);
        Table rows = robot.control(Table.class, "run.tables.grid");
        robot.until("the predictions", () -> rows.getItemCount() > 20_000);
        Event click = new Event();
        click.widget = rows.getColumn(rows.getColumnCount() - 1);
        rows.getColumn(rows.getColumnCount() - 1).notifyListeners(SWT.Selection, click);
        robot.control(Text.class, "run.tables.grid.filter").setText("tree");
        robot.until("the sorted and filtered rows", () -> rows.getItemCount() < 20_000);
        robot.control(Text.class, "run.tables.grid.filter").setText("");
        robot.until("all rows", () -> rows.getItemCount() > 20_000 && Job.getJobManager().find(Background.FAMILY).length == 0);
    }
}
