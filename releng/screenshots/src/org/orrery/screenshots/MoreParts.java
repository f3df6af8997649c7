package org.orrery.screenshots;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Runs;
import org.orrery.ui.DatasetList;
import org.orrery.ui.RunList;

/** The parts beside the main way: the queue, programs of the user's own, patterns, models applied, what was interrupted, preferences. */
final class MoreParts {
    private static final List<String> PREFERENCES = List.of("org.orrery.ui.preferences.runs", "org.orrery.ui.preferences.notifications",
            "org.eclipse.ui.preferencePages.Views", "org.eclipse.ui.preferencePages.ColorsAndFonts", "org.eclipse.ui.preferencePages.Keys");
    private static final String MESSY = """
            # made by the gauge; all values as read
            name;when;weight
            "Müller, Jan";03/04/2025;1,5
            Ada;13/04/2025;2,25
            Grace;05/06/2025;3,125;x
            Linus;07/08/2025
            """;
    private static final String TRAINING = """
            import math, time
            for step in range(1, 401):
                loss = 2 * math.exp(-step / 90) + 0.05 * math.sin(step * 1.7)
                print('step=%d loss=%s lr=%r val_loss=%r' % (step, 'nan' if step == 333 else repr(loss), 1e-3 * 0.99 ** step, loss + 0.1), flush=True)
                time.sleep(0.01)
            """;

    private final Stage stage;
    private final Desk desk;
    private final Path folder;

    /** @param folder for files that are made here */
    MoreParts(Stage stage, Desk desk, Path folder) {
        this.stage = stage;
        this.desk = desk;
        this.folder = folder;
    }

    void emptyQueue() throws Exception {
        desk.show("org.orrery.ui.views.queue");
        stage.picture("40-queue-empty");
        desk.show("org.eclipse.ui.views.ProgressView");
        stage.picture("40-progress-empty");
        desk.show("org.orrery.ui.views.runs");
    }

    /** @param last only what stands last in it */
    void all(boolean last) throws Exception {
        if (!last) {
            files();
            program();
            patterns();
            queue();
        }
        score();
        models();
        pages();
        preferences();
    }

    private void files() throws Exception {
        Path messy = Files.writeString(folder.resolve("messy.csv"), MESSY);
        desk.execute("org.orrery.ui.data.commands.importData", Map.of("org.orrery.ui.data.commands.importData.file", messy.toString()));
        stage.control(Table.class, "import.rows");
        stage.picture("41-import-asks");
        stage.press(IDialogConstants.CANCEL_LABEL);
        Path churn = Desk.service(DatasetList.class).find("wa_churn").orElseThrow().source();
        desk.execute("org.orrery.ui.data.commands.openFile", Map.of("org.orrery.ui.data.commands.openFile.file", churn.toString()));
        stage.control(Control.class, "dataset.rows");
        stage.picture("41-file");
        desk.execute("org.orrery.ui.data.commands.addSample");
        stage.button(IDialogConstants.CANCEL_LABEL);
        stage.picture("41-samples");
        stage.press(IDialogConstants.CANCEL_LABEL);
    }

    private void program() throws Exception {
        Files.writeString(folder.resolve("train.py"), TRAINING);
        desk.execute("org.orrery.external.ui.commands.program");
        stage.picture("42-program-start");
        Button preset = stage.control(Button.class, "program.preset.rave");
        stage.act(() -> choose(preset));
        stage.picture("42-program-start-rave");
        stage.press(IDialogConstants.NEXT_LABEL);
        stage.picture("43-program-configuration-rave");
        stage.press(IDialogConstants.NEXT_LABEL);
        stage.picture("43-program-parameters-rave");
        stage.press(IDialogConstants.BACK_LABEL);
        stage.press(IDialogConstants.BACK_LABEL);
        Button plain = stage.control(Button.class, "program.preset.key-value");
        stage.act(() -> {
            preset.setSelection(false);
            choose(plain);
        });
        stage.press(IDialogConstants.NEXT_LABEL);
        Text directory = stage.control(Text.class, "program.directory");
        Text command = stage.control(Text.class, "program.command");
        stage.act(() -> {
            directory.setText(folder.toString());
            command.setText(command.getText().replace("${dataset}", "no-data"));
        });
        stage.picture("43-program-configuration");
        stage.press(IDialogConstants.NEXT_LABEL);
        Text script = stage.control(Text.class, "program.parameter.script");
        stage.act(() -> script.setText("train.py"));
        stage.picture("43-program-parameters");
        stage.press(IDialogConstants.NEXT_LABEL);
        stage.picture("44-program-look");
        stage.press(IDialogConstants.FINISH_LABEL);
        stage.tab("run.tabs", "run.metrics");
        stage.until("the program to end", () -> Desk.service(RunList.class).active().isEmpty());
        Scale smoothing = stage.control(Scale.class, "run.metrics.smoothing");
        stage.act(() -> {
            smoothing.setSelection(60);
            Stage.select(smoothing);
        });
        stage.picture("45-program-metrics");
        stage.tab("run.tabs", "run.overview");
        stage.picture("45-program-overview");
        stage.tab("run.tabs", "run.log");
        stage.picture("45-program-log");
    }

    private static void choose(Button button) {
        button.setSelection(true);
        Stage.select(button);
    }

    private void patterns() throws Exception {
        desk.execute("org.orrery.external.ui.commands.patterns");
        StyledText log = stage.control(StyledText.class, "patterns.log");
        Text sources = stage.control(Text.class, "patterns.sources");
        stage.picture("46-patterns-of-run");
        stage.act(() -> {
            log.setText("start\niter 1 value 0.5\niter 2 value 2.5e-1\niter 3 value nan\niter 4 value 0.1\nsaved 3 files\n");
            sources.setText("iter (?<step>\\d+) value (?<loss>\\S+)");
        });
        stage.picture("46-patterns");
    }

    private void queue() throws Exception {
        Runs runs = Desk.service(RunList.class).workspace().runs();
        runs.queue().pause();
        long first = desk.submit("wa_churn", Map.of("target", "churn", "repeats", 3), 1);
        long second = desk.submit("iris", Map.of("target", "Species", "folds", 4), 1);
        desk.submit("penguins", Map.of("target", "species"), 1);
        runs.pause(second);
        desk.show("org.orrery.ui.views.queue");
        Table table = stage.control(Table.class, "queue.table");
        stage.until("three lines", () -> table.getItemCount() == 3);
        stage.act(() -> {
            table.setSelection(1);
            Stage.select(table);
        });
        stage.picture("47-queue");
        desk.openRun(first);
        stage.picture("47-queued-run");
        for (RunSummary run : Desk.service(RunList.class).active()) {
            cancel(runs, run.id());
        }
        stage.until("an empty queue", () -> Desk.service(RunList.class).active().isEmpty());
        runs.queue().proceed();
        desk.show("org.orrery.ui.views.runs");
    }

    private static void cancel(Runs runs, long run) {
        try {
            runs.cancel(run);
        } catch (RunException e) {
            throw new IllegalStateException(e);
        }
    }

    private void score() throws Exception {
        RunList list = Desk.service(RunList.class);
        desk.openRun(ofChurn());
        CTabFolder tabs = stage.control(CTabFolder.class, "run.tabs");
        for (String page : stage.ui(() -> Arrays.stream(tabs.getItems()).map(item -> String.valueOf(item.getData("orrery.id"))).toList())) {
            if (page.equals("run.tree") || page.equals("run.try")) {
                stage.tab("run.tabs", page);
                stage.picture("48-" + page.replace('.', '-'));
            }
        }
        desk.execute("org.orrery.ui.commands.applyModel");
        stage.button(IDialogConstants.CANCEL_LABEL);
        stage.picture("48-score");
        stage.press(IDialogConstants.CANCEL_LABEL);
        long work = desk.submit("wa_churn", Map.of("target", "churn", "repeats", 60), 1);
        stage.until("some units", () -> list.find(work).map(found -> found.units().done() > 1).orElse(false));
        list.workspace().runs().interrupt(work);
        stage.until("the interruption", () -> list.active().isEmpty());
        desk.execute("org.orrery.ui.commands.showInterrupted");
        stage.picture("49-interrupted");
        desk.openRun(work);
        stage.picture("49-interrupted-run");
        cancelQuietly(list, work);
    }

    /** The first run on customers that keeps a model. */
    private static long ofChurn() {
        return Desk.service(RunList.class).runs().stream().filter(one -> one.name().contains("churn") && one.state().ended() && one.bestName() != null)
                .mapToLong(RunSummary::id).min().orElse(1);
    }

    private void models() throws Exception {
        desk.show("org.orrery.ui.views.models");
        stage.picture("52-models-empty");
        desk.openRun(ofChurn());
        desk.execute("org.orrery.ui.commands.nameModel");
        Combo name = stage.control(Combo.class, "nameModel.name");
        Combo use = stage.control(Combo.class, "nameModel.stage");
        stage.act(() -> {
            name.setText("churn");
            use.setText("production");
        });
        stage.picture("52-name-model");
        stage.press(IDialogConstants.OK_LABEL);
        desk.show("org.orrery.ui.views.models");
        Table table = stage.control(Table.class, "models.table");
        stage.until("a model with a name", () -> table.getItemCount() == 1);
        stage.picture("52-models");
        desk.show("org.orrery.ui.views.runs");
    }

    private static void cancelQuietly(RunList list, long run) throws RunException {
        list.workspace().runs().cancel(run);
    }

    private void pages() throws Exception {
        desk.show("org.orrery.ui.views.runs");
        Text filter = stage.control(Text.class, "runs.filter");
        stage.act(() -> filter.setText("nothing has this name"));
        stage.picture("50-runs-filtered");
        stage.act(() -> filter.setText(""));
        desk.show("org.eclipse.pde.runtime.LogView");
        stage.picture("50-error-log");
        desk.show("org.orrery.ui.views.runs");
        desk.execute("org.orrery.ui.commands.welcome");
        stage.picture("50-welcome");
        desk.execute("org.eclipse.ui.window.showKeyAssist");
        stage.dialog("50-keys");
        desk.close();
    }

    private void preferences() throws Exception {
        for (String page : PREFERENCES) {
            Dialog[] open = new Dialog[1];
            stage.begin(() -> {
                var dialog = PreferencesUtil.createPreferenceDialogOn(Desk.window().getShell(), page, null, null);
                open[0] = dialog;
                dialog.open();
            });
            stage.dialog("51-" + page.substring(page.lastIndexOf('.') + 1));
            stage.act(() -> open[0].close());
        }
    }
}
