package org.orrery.screenshots;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.jobs.RunRequest;
import org.orrery.samples.Samples;
import org.orrery.ui.DatasetList;
import org.orrery.ui.RunList;

/** What the tour does to the workbench again and again: commands, views, data sets, runs. */
final class Desk {
    private final Stage stage;

    Desk(Stage stage) {
        this.stage = stage;
    }

    void openDataset(String dataset) throws InterruptedException {
        Table table = stage.control(Table.class, "datasets.table");
        stage.act(() -> {
            for (int i = 0; i < table.getItemCount(); i++) {
                if (table.getItem(i).getText().equals(dataset)) {
                    table.setSelection(i);
                }
            }
            Stage.select(table);
            page().activate(page().findView("org.orrery.ui.data.views.datasets"));
        });
        execute("org.orrery.ui.data.commands.showColumns");
    }

    void show(String view) {
        stage.act(() -> {
            try {
                page().showView(view);
            } catch (PartInitException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    void close() throws InterruptedException {
        stage.act(() -> {
            Shell[] shells = Display.getCurrent().getShells();
            for (Shell shell : shells) {
                if (shell != window().getShell() && shell.isVisible()) {
                    shell.close();
                }
            }
        });
        Thread.sleep(300);
    }

    Dataset sample(String id) throws Exception {
        DatasetList list = service(DatasetList.class);
        Path file = service(Samples.class).materialise(id, list.workspace().folder().resolve("samples"));
        list.put(list.workspace().data().importFile(file, ReadOptions.DETECT, Progress.NONE));
        return list.find(id).orElseThrow();
    }

    long submit(String dataset, Map<String, Object> settings, int threads) throws Exception {
        DatasetList list = service(DatasetList.class);
        return list.workspace().runs().submit(new RunRequest("classification", "", Map.of("data", List.of(list.find(dataset).orElseThrow())),
                settings, RunRequest.DEFAULT_SEED, threads));
    }

    /** Selects it in the list, so that commands work on it, and opens its editor. */
    void openRun(long run) throws InterruptedException {
        show("org.orrery.ui.views.runs");
        Table table = stage.control(Table.class, "runs.table");
        stage.until("run " + run, () -> table.getItemCount() >= run);
        stage.act(() -> {
            int row = 0;
            while (!table.getItem(row).getText().equals(Long.toString(run))) {
                row++;
            }
            table.setSelection(row);
            Stage.select(table);
        });
        execute("org.orrery.ui.commands.openRun");
    }

    void execute(String command) throws InterruptedException {
        stage.begin(() -> {
            try {
                window().getService(IHandlerService.class).executeCommand(command, null);
            } catch (CommandException e) {
                ILog.of(Desk.class).error(command, e);
            }
        });
        Thread.sleep(400);
    }

    /** With values for its parameters. */
    void execute(String command, Map<String, String> parameters) throws InterruptedException {
        stage.begin(() -> {
            try {
                window().getService(IHandlerService.class).executeCommand(
                        ParameterizedCommand.generateCommand(window().getService(ICommandService.class).getCommand(command), parameters), null);
            } catch (CommandException e) {
                ILog.of(Desk.class).error(command, e);
            }
        });
        Thread.sleep(400);
    }

    static <T> T service(Class<T> type) {
        return PlatformUI.getWorkbench().getService(type);
    }

    static IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    static IWorkbenchPage page() {
        return window().getActivePage();
    }
}
