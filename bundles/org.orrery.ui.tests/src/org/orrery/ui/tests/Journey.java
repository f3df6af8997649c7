package org.orrery.ui.tests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunSummary;
import org.orrery.samples.Samples;
import org.orrery.ui.DatasetList;
import org.orrery.ui.RunList;

/** What a user does again and again: bring data, fill the wizard, wait for the run, look at it. */
final class Journey {
    /** Another one for each run, so that none is the same as one before. */
    private static long seeds = 1000;

    /** Runs that tests look at and do not change, by data set. */
    private static final Map<String, Long> LOOKED_AT = new HashMap<>();

    private final Robot robot;

    Journey(Robot robot) {
        this.robot = robot;
    }

    void finished(String dataset) {
        int before = runs().runs().size();
        fillWizard(sample(dataset));
        robot.until("the run to end", () -> runs().runs().size() > before && newest().state().ended());
    }

    /** The settings of two quick models in two folds, which show what is not about the models. */
    static Map<String, Object> quick(Dataset dataset) {
        String target = Workbenches.service(Samples.class).find(dataset.name()).orElseThrow().target();
        return Map.of("target", target, "folds", 2, "models", List.of("gaussian-naive-bayes", "decision-tree"));
    }

    /** A new run of two quick models that has ended, in its editor: for what is not about the wizard. */
    long quick(String dataset) {
        Dataset data = sample(dataset);
        long run = begun(data, quick(data));
        robot.until("the run to end", () -> runs().find(run).orElseThrow().state().ended());
        return run;
    }

    /** The same, but one for all tests that only look at it. */
    long look(String dataset) {
        Long known = LOOKED_AT.get(dataset);
        if (known == null || runs().find(known).isEmpty()) {
            known = quick(dataset);
            LOOKED_AT.put(dataset, known);
        } else {
            open(known);
        }
        robot.until("the editor of the run", () -> Workbenches.runEditors() > 0);
        return known;
    }

    /** A run that would take minutes, in its editor, with some of its units done. */
    long longRun() {
        long run = begun(sample("wa_churn"), Map.of("target", "churn", "repeats", 60));
        robot.until("some units", () -> runs().find(run).orElseThrow().units().done() > 0);
        return run;
    }

    /** A run with these settings in its editor. */
    long begun(Dataset dataset, Map<String, Object> settings) {
        long run;
        try {
            run = runs().workspace().runs().submit(new RunRequest("classification", "Journey", Map.of("data", List.of(dataset)), settings, ++seeds, 1));
        } catch (RunException e) {
            throw new AssertionError(e);
        }
        robot.until("the run in the list", () -> runs().find(run).isPresent());
        open(run);
        return run;
    }

    /** A file with that text in the catalogue. */
    Dataset bring(Path file, String text) {
        DatasetList list = Workbenches.service(DatasetList.class);
        String name = file.getFileName().toString().replaceFirst("\\.csv$", "");
        list.find(name).ifPresent(old -> list.putIntoBin(List.of(name)));
        Job.create("Import", monitor -> {
            try {
                Files.writeString(file, text);
                list.put(list.workspace().data().importFile(file, ReadOptions.DETECT, Progress.NONE));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }).schedule();
        robot.until(name, () -> list.find(name).isPresent());
        return list.find(name).orElseThrow();
    }

    Dataset sample(String id) {
        DatasetList list = Workbenches.service(DatasetList.class);
        Job job = Job.create("Sample", monitor -> {
            try {
                Path file = Workbenches.service(Samples.class).materialise(id, list.workspace().folder().resolve("samples"));
                list.put(list.workspace().data().importFile(file, ReadOptions.DETECT, Progress.NONE));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        job.schedule();
        robot.until(id + " in the catalogue", () -> list.find(id).isPresent());
        return list.find(id).orElseThrow();
    }

    void fillWizard(Dataset dataset) {
        fillWizard(dataset, 1);
    }

    void fillWizard(Dataset dataset, int repeats) {
        int editors = Workbenches.runEditors();
        // Not on what another test has selected.
        Workbenches.page().activate(Workbenches.page().findView("org.orrery.ui.views.runs"));
        robot.within(() -> execute("org.orrery.ui.commands.runAnalysis"), () -> {
            choose(dataset);
            robot.press(robot.button("Next >"));
            robot.until("an analysis to be chosen", () -> robot.control(Table.class, "wizard.analyses").getSelectionCount() == 1);
            robot.press(robot.button("Next >"));
            chooseTarget(dataset);
            Spinner repetitions = robot.control(Spinner.class, "setting.repeats");
            // What the wizard remembers of the run before is not what is wanted here.
            repetitions.setSelection(repeats);
            Text seed = robot.control(Text.class, "wizard.seed");
            seed.setText(Long.toString(++seeds));
            robot.press(robot.button("Finish"));
        });
        robot.until("the editor of the run", () -> Workbenches.runEditors() > editors);
    }

    void choose(Dataset dataset) {
        Table input = robot.control(Table.class, "wizard.input.data");
        int row = Arrays.stream(input.getItems()).filter(item -> item.getText().equals(dataset.name())).mapToInt(input::indexOf)
                .findFirst().orElseThrow();
        input.setSelection(row);
        robot.select(input);
    }

    void chooseTarget(Dataset dataset) {
        Combo target = robot.control(Combo.class, "setting.target");
        String wanted = Workbenches.service(Samples.class).find(dataset.name()).orElseThrow().target();
        robot.until("the columns", () -> Arrays.stream(target.getItems()).anyMatch(item -> item.startsWith(wanted + ' ')));
        target.select(Arrays.asList(target.getItems()).indexOf(
                Arrays.stream(target.getItems()).filter(item -> item.startsWith(wanted + ' ')).findFirst().orElseThrow()));
        robot.select(target);
    }

    /** Selects these in the list of runs. */
    void choose(long... runs) {
        IViewPart view = Workbenches.page().findView("org.orrery.ui.views.runs");
        Workbenches.page().activate(view);
        Table table = robot.control(Table.class, "runs.table");
        robot.until("the runs in the list", () -> table.getItemCount() == runs().runs().size());
        ISelectionProvider selection = view.getSite().getSelectionProvider();
        selection.setSelection(new StructuredSelection(Arrays.stream(runs).boxed().toList()));
        robot.settle();
    }

    void openFromList() {
        Table table = robot.control(Table.class, "runs.table");
        robot.until("the runs", () -> table.getItemCount() > 0);
        table.setFocus();
        table.setSelection(0);
        robot.select(table);
        Workbenches.page().activate(Workbenches.page().findView("org.orrery.ui.views.runs"));
        execute("org.orrery.ui.commands.openRun");
        robot.until("the editor of the run", () -> Workbenches.runEditors() == 1);
    }

    int leaderboardRows() {
        select("run.leaderboard");
        Table table = robot.control(Table.class, "run.leaderboard.table");
        robot.until("the leaderboard", () -> table.getItemCount() >= 3);
        return table.getItemCount();
    }

    void select(String page) {
        CTabFolder tabs = robot.control(CTabFolder.class, "run.tabs");
        Arrays.stream(tabs.getItems()).filter(item -> page.equals(item.getData("orrery.id"))).forEach(tabs::setSelection);
        robot.select(tabs);
    }

    /** Executes a command; what enables it may be known a moment after what the user has selected. */
    static void execute(String command) {
        if (!executed(command)) {
            new Robot(PlatformUI.getWorkbench().getDisplay()).until(command + " to be enabled", () -> executed(command));
        }
    }

    private static boolean executed(String command) {
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
            return true;
        } catch (NotEnabledException e) {
            return false;
        } catch (CommandException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the editor of a run. */
    static void open(long run) {
        String id = "org.orrery.ui.commands.showRun";
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(
                    PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(id), Map.of(id + ".run", Long.toString(run))), null);
        } catch (CommandException e) {
            throw new IllegalStateException(e);
        }
    }

    static RunList runs() {
        return Workbenches.service(RunList.class);
    }

    static RunSummary newest() {
        return runs().runs().get(0);
    }
}
