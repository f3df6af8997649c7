package org.orrery.screenshots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;
import org.orrery.ui.DatasetList;
import org.orrery.ui.RunList;

/** Goes through the product as a user would and leaves a picture of every part. Begins when the window has opened. */
public final class Tour implements IStartup {
    private static final int MOST_FRAME = 20;
    private static final Map<String, Object> FEW = Map.of("target", "churn", "models", List.of("logistic-regression", "decision-tree"));

    private Stage stage;
    private Desk desk;

    @Override
    public void earlyStartup() {
        String folder = System.getProperty("orrery.screenshots");
        if (folder != null) {
            stage = new Stage(PlatformUI.getWorkbench().getDisplay(), Path.of(System.getProperty("orrery.screenshots.screen")), Path.of(folder));
            desk = new Desk(stage);
            Thread.ofPlatform().daemon().name("Screenshots").start(this::go);
        }
    }

    private void go() {
        int code = 0;
        try {
            maximise();
            parts();
        } catch (Exception | LinkageError e) {
            ILog.of(Tour.class).error("The tour broke off", e);
            e.printStackTrace();
            code = 1;
            photograph("broken");
        }
        // A dialog may be open: ends the process without questions.
        Runtime.getRuntime().halt(code);
    }

    private void photograph(String name) {
        try {
            stage.picture(name);
        } catch (InterruptedException | IOException e) {
            ILog.of(Tour.class).error(name, e);
        }
    }

    private void maximise() throws InterruptedException {
        stage.until("a window", () -> PlatformUI.getWorkbench().getWorkbenchWindowCount() > 0);
        // A size that is asked for while the window manager still has the last request may never be answered, and GTK lays out nothing until then.
        stage.rest();
        stage.act(() -> Desk.window().getShell().setMaximized(true));
        stage.until("a window as large as the screen", () -> {
            Rectangle screen = Display.getCurrent().getPrimaryMonitor().getBounds();
            return Desk.window().getShell().getClientArea().width >= screen.width - MOST_FRAME;
        });
        // In a corner the pointer calls up no tips.
        stage.act(() -> Display.getCurrent().setCursorLocation(Display.getCurrent().getPrimaryMonitor().getBounds().width - 2, 2));
    }

    private void parts() throws Exception {
        MoreParts more = new MoreParts(stage, desk, Files.createTempDirectory("screenshots"));
        String only = System.getProperty("orrery.screenshots.only", "");
        stage.picture("01-first-start");
        more.emptyQueue();
        desk.sample("iris");
        desk.sample("wa_churn");
        desk.sample("penguins");
        stage.picture("02-datasets");
        boolean main = only.isEmpty() || only.equals("main");
        if (main) {
            importWizard();
            runWizard();
        }
        runs(main);
        if (main) {
            editor();
            compare();
            dataset();
            dialogs();
        }
        if (!only.equals("main")) {
            more.all(only.equals("rest"));
        }
        leaving();
    }

    private void leaving() throws Exception {
        long run = desk.submit("wa_churn", Map.of("target", "churn", "repeats", 60), 1);
        stage.until("some units", () -> Desk.service(RunList.class).find(run).map(found -> found.units().done() > 1).orElse(false));
        desk.openDataset("wa_churn");
        stage.picture("36-locked");
        desk.execute("org.eclipse.ui.file.exit");
        stage.dialog("37-leaving");
    }

    private void importWizard() throws Exception {
        Path churn = Desk.service(DatasetList.class).find("wa_churn").orElseThrow().source();
        desk.execute("org.orrery.ui.data.commands.importData");
        Text file = stage.control(Text.class, "import.file");
        stage.act(() -> file.setText(churn.toString()));
        Table rows = stage.control(Table.class, "import.rows");
        stage.until("a preview", () -> rows.getItemCount() >= 100);
        stage.picture("03-import-wizard");
        stage.press(IDialogConstants.CANCEL_LABEL);
    }

    private void runWizard() throws Exception {
        desk.execute("org.orrery.ui.commands.runAnalysis");
        Table data = stage.control(Table.class, "wizard.input.data");
        stage.act(() -> {
            data.setSelection(1);
            Stage.select(data);
        });
        stage.picture("04-wizard-data");
        stage.press(IDialogConstants.NEXT_LABEL);
        Table analyses = stage.control(Table.class, "wizard.analyses");
        stage.until("an analysis", () -> analyses.getSelectionCount() == 1);
        stage.picture("05-wizard-analysis");
        stage.press(IDialogConstants.NEXT_LABEL);
        Combo target = stage.control(Combo.class, "setting.target");
        stage.picture("06-wizard-settings-open");
        stage.act(() -> {
            target.select(1);
            Stage.select(target);
        });
        stage.picture("07-wizard-settings");
        stage.press(IDialogConstants.NEXT_LABEL);
        stage.picture("07-wizard-confirm");
        stage.press(IDialogConstants.CANCEL_LABEL);
    }

    /** @param all with every model that a comparison has by default */
    private void runs(boolean all) throws Exception {
        long iris = desk.submit("iris", Map.of("target", "Species"), 1);
        long churn = desk.submit("wa_churn", all ? Map.of("target", "churn") : FEW, 1);
        desk.openRun(churn);
        stage.until("some units", () -> Desk.service(RunList.class).find(churn).map(run -> run.units().done() > 1).orElse(false));
        stage.tab("run.tabs", "run.leaderboard");
        stage.picture("08-running");
        stage.until("the run to end", () -> Desk.service(RunList.class).find(churn).map(run -> run.state().ended()).orElse(false));
        desk.submit("wa_churn", all ? Map.of("target", "churn", "folds", 3) : Map.of("target", "churn", "folds", 3, "models", List.of("decision-tree")), 2);
        stage.until("all to end", () -> Desk.service(RunList.class).active().isEmpty() && Desk.service(RunList.class).find(iris).isPresent());
    }

    private void editor() throws Exception {
        int number = 9;
        for (String page : List.of("run.overview", "run.leaderboard", "run.charts", "run.tables", "run.answers", "run.metrics", "run.settings", "run.log")) {
            stage.tab("run.tabs", page);
            if (page.equals("run.answers")) {
                CTabFolder answer = stage.control(CTabFolder.class, "run.answers.tabs");
                stage.until("an answer", () -> answer.getItemCount() > 0);
            }
            stage.picture("%02d-%s".formatted(number++, page.replace('.', '-')));
        }
        stage.tab("run.tabs", "run.charts");
        org.eclipse.swt.widgets.List charts = stage.control(org.eclipse.swt.widgets.List.class, "run.charts.list");
        int count = stage.ui(charts::getItemCount);
        for (int i = 1; i < count; i++) {
            int index = i;
            stage.act(() -> {
                charts.setSelection(index);
                Stage.select(charts);
            });
            stage.picture("19-chart-" + i);
        }
        ToolBar tools = stage.control(ToolBar.class, "run.charts.view.tools");
        stage.act(() -> {
            ToolItem item = Arrays.stream(tools.getItems()).filter(one -> "run.charts.view.showTable".equals(one.getData("orrery.id"))).findFirst().orElseThrow();
            item.setSelection(true);
            Stage.select(item);
        });
        stage.picture("19-chart-table");
        stage.tab("run.tabs", "run.overview");
    }

    private void compare() throws Exception {
        Table table = stage.control(Table.class, "runs.table");
        stage.act(() -> {
            table.setSelection(new int[] {0, 1});
            Stage.select(table);
            Desk.page().activate(Desk.page().findView("org.orrery.ui.views.runs"));
        });
        desk.execute("org.orrery.ui.commands.compareRuns");
        for (String tab : List.of("compare.figures", "compare.confidence", "compare.settings", "compare.charts", "compare.trials", "compare.curves")) {
            stage.tab("compare.tabs", tab);
            stage.picture("21-" + tab.replace('.', '-'));
        }
    }

    private void dataset() throws Exception {
        Table table = stage.control(Table.class, "datasets.table");
        stage.act(() -> {
            table.setSelection(table.getItemCount() - 1);
            Stage.select(table);
            Desk.page().activate(Desk.page().findView("org.orrery.ui.data.views.datasets"));
        });
        desk.execute("org.orrery.ui.data.commands.showColumns");
        stage.control(Control.class, "dataset.rows");
        stage.picture("20-dataset");
    }

    private void dialogs() throws Exception {
        desk.execute("org.orrery.ui.commands.help");
        stage.picture("33-help");
        stage.act(() -> Desk.page().hideView(Desk.page().findView("org.orrery.ui.views.help")));
        desk.execute("org.orrery.ui.commands.showInterrupted");
        stage.picture("34-interrupted");
        desk.show("org.orrery.ui.views.runs");
        Table table = stage.control(Table.class, "runs.table");
        stage.act(() -> {
            table.setSelection(0);
            Stage.select(table);
            Desk.page().activate(Desk.page().findView("org.orrery.ui.views.runs"));
        });
        desk.execute("org.orrery.ui.commands.describeRun");
        stage.dialog("35-tags");
        desk.close();
        desk.execute("org.eclipse.ui.window.preferences");
        stage.dialog("30-preferences");
        desk.close();
        desk.execute("org.eclipse.ui.help.aboutAction");
        stage.dialog("31-about");
        desk.close();
        desk.execute("org.eclipse.ui.window.quickAccess");
        stage.dialog("32-quick-access");
        desk.close();
    }
}
