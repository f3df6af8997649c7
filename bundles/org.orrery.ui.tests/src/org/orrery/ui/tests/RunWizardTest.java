package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.analysis.sample.SampleSettings;
import org.orrery.data.Dataset;
import org.orrery.jobs.StoredRun;

/** The wizard of a run for data that are large, odd or wrong. */
class RunWizardTest extends UserAtWork {
    private static final int LARGE = 150_000;
    private static final int ODD = 12_000;

    @TempDir
    static Path folder;

    /** Opens the wizard on a data set, up to the settings, and closes it after that. */
    private void settings(Dataset dataset, Consumer<WizardDialog> acting) {
        Workbenches.page().activate(Workbenches.page().findView("org.orrery.ui.views.runs"));
        robot.within(() -> Journey.execute("org.orrery.ui.commands.runAnalysis"), () -> {
            journey.choose(dataset);
            robot.press(robot.button("Next >"));
            robot.until("an analysis to be chosen", () -> robot.control(Table.class, "wizard.analyses").getSelectionCount() == 1);
            robot.press(robot.button("Next >"));
            Combo target = robot.control(Combo.class, "setting.target");
            robot.until("the columns", () -> target.getItemCount() > 1);
            acting.accept(dialog(target.getShell()));
            robot.press(robot.button("Cancel"));
        });
    }

    private static WizardDialog dialog(Shell shell) {
        return (WizardDialog) shell.getData();
    }

    private void target(String column) {
        Combo target = robot.control(Combo.class, "setting.target");
        target.select(IntStream.range(0, target.getItemCount()).filter(i -> target.getItem(i).startsWith(column + ' ')).findFirst().orElseThrow());
        robot.select(target);
    }

    private static String large() {
        StringBuilder text = new StringBuilder(IntStream.range(0, 16).mapToObj(i -> "x" + i).collect(Collectors.joining(","))).append(",y\n");
        for (int row = 0; row < LARGE; row++) {
            for (int i = 0; i < 16; i++) {
                text.append((row * 31 + i * 17) % (50 + i)).append(',');
            }
            text.append(row % 3 == 0 ? "yes" : "no").append('\n');
        }
        return text.toString();
    }

    @Test
    void aSampleOfLargeDataIsAdvisedAndTakenByOneClick() {
        settings(journey.bring(folder.resolve("large.csv"), large()), dialog -> {
            target("y");
            robot.press(robot.button("Next >"));
            Button sample = robot.control(Button.class, "wizard.sample");
            assertEquals("Use a sample of 50,000 rows", sample.getText());
            Label text = robot.control(Label.class, "wizard.sample.text");
            assertTrue(text.getText().startsWith("150000 rows are expected to take about"), text.getText());
            robot.press(sample);
            robot.until("the sample", () -> sample.getText().equals("Use all rows"));
            assertEquals("A sample of 50,000 of 150,000 rows will be used, drawn with the seed 12345. The data set stays whole.", text.getText());
            Table lines = robot.control(Table.class, "wizard.confirm");
            robot.until("the setting", () -> Arrays.stream(lines.getItems()).anyMatch(item -> item.getText(0).equals("Sample \u203a Rows at most") && item.getText(1).equals("50000")));
            robot.press(sample);
            robot.until("the advice again", () -> sample.isVisible() && sample.getText().startsWith("Use a sample"));
            robot.press(robot.button("< Back"));
        });
    }

    @Test
    void aResultOfASampleSaysSoAndIsDoneOnAllRowsByOneClick() throws Exception {
        Dataset churn = journey.sample("wa_churn");
        Map<String, Object> settings = new LinkedHashMap<>(Journey.quick(churn));
        settings.put("sample", Map.of("rows", 700));
        long run = journey.begun(churn, settings);
        robot.until("the run to end", () -> Journey.runs().find(run).orElseThrow().state().ended());
        StoredRun part = Journey.runs().workspace().folders().open(run);
        assertEquals(700L, part.result().orElseThrow().figure("rows").orElseThrow().value());
        assertTrue(part.result().orElseThrow().warnings().stream().anyMatch(warning -> warning.message().startsWith("These figures are those of a sample: 700 of 7043 rows")));
        int before = Journey.runs().runs().size();
        robot.select(robot.control(Link.class, "run.allRows"));
        robot.until("the run on all rows", () -> Journey.runs().runs().size() > before && Journey.newest().state().ended());
        StoredRun whole = Journey.runs().workspace().folders().open(Journey.newest().id());
        assertEquals(7043L, whole.result().orElseThrow().figure("rows").orElseThrow().value());
        assertTrue(SampleSettings.rows(whole.request().settings()).isEmpty());
        assertEquals(part.request().seed(), whole.request().seed());
        robot.until("its editor", () -> Workbenches.runEditors() == 2);
    }

    @Test
    void aPresetIsAFileOfSettingsThatIsTakenAgain() throws Exception {
        Path file = Journey.runs().workspace().folder().resolve("catalog/presets/classification/Nine folds.json");
        Files.deleteIfExists(file);
        settings(journey.sample("iris"), dialog -> {
            Spinner folds = robot.control(Spinner.class, "setting.folds");
            folds.setSelection(9);
            MenuItem save = preset("Save as preset");
            robot.within(() -> robot.select(save), () -> {
                robot.await("the name", () -> robot.find(Text.class, text -> text.getShell().getParent() == dialog.getShell() && (text.getStyle() & SWT.READ_ONLY) == 0))
                        .setText("Nine folds");
                robot.press(robot.button("OK"));
            });
            robot.until("the file", () -> Files.exists(file));
            folds.setSelection(3);
            robot.select(preset("Nine folds"));
            robot.until("the folds of the preset", () -> folds.getSelection() == 9);
            robot.select(preset("Defaults"));
            robot.until("the folds of the analysis", () -> folds.getSelection() == 5);
        });
        // The form that orrery run --settings takes: an object of settings by name.
        String json = Files.readString(file);
        assertTrue(json.startsWith("{") && json.contains("\"folds\": 9"), json);
        Files.delete(file);
    }

    /** Opens the menu of the presets and gives the entry that begins so. */
    private MenuItem preset(String entry) {
        Button button = robot.control(Button.class, "wizard.presets");
        button.setData("orrery.menu", null);
        robot.select(button);
        robot.until("the menu", () -> button.getData("orrery.menu") != null);
        Menu menu = (Menu) button.getData("orrery.menu");
        MenuItem item = Arrays.stream(menu.getItems()).filter(one -> one.getText().startsWith(entry)).findFirst()
                .orElseThrow(() -> new AssertionError(Arrays.stream(menu.getItems()).map(MenuItem::getText).toList().toString()));
        return item;
    }

    private static String odd() {
        StringBuilder text = new StringBuilder("empty,one,many,id,day,amount,ok\n");
        for (int row = 0; row < ODD; row++) {
            text.append(",same,c").append(row % 11_000).append(',').append(row + 1).append(",2026-01-").append(String.format("%02d", row % 28 + 1)).append(',')
                    .append(row * 0.37).append(',').append(row % 2 == 0 ? "yes" : "no").append('\n');
        }
        return text.toString();
    }

    @Test
    void whatCannotBePredictedIsRefusedInASentence() {
        Map<String, String> refusals = new LinkedHashMap<>();
        refusals.put("empty", "has no value in any row: choose another target.");
        refusals.put("one", "has the same value in all rows; two classes at least are needed: choose another target.");
        refusals.put("many", "more than the 100 classes that can be told apart: choose another target.");
        refusals.put("id", "more than the 100 classes that can be told apart:");
        refusals.put("day", "holds times: choose a target with classes.");
        refusals.put("amount", "holds measured numbers:");
        settings(journey.bring(folder.resolve("odd.csv"), odd()), dialog -> {
            IWizardPage page = dialog.getCurrentPage();
            refusals.forEach((column, sentence) -> {
                target(column);
                assertTrue(String.valueOf(page.getErrorMessage()).contains("column " + column + ' ') && page.getErrorMessage().contains(sentence),
                        () -> column + ": " + page.getErrorMessage());
                assertFalse(page.isPageComplete(), column);
            });
            target("ok");
            assertNull(page.getErrorMessage());
            assertTrue(page.isPageComplete());
            Map<String, String> values = new LinkedHashMap<>();
            values.put("setting.budgetSeconds", "-5");
            values.put("setting.finalTestShare", "2");
            values.put("setting.sample.rows", "many");
            values.put("wizard.seed", "twelve");
            values.forEach((id, value) -> {
                Text field = robot.control(Text.class, id);
                String before = field.getText();
                field.setText(value);
                assertTrue(page.getErrorMessage() != null && page.getErrorMessage().endsWith(".") && !page.isPageComplete(),
                        () -> id + ": " + page.getErrorMessage());
                field.setText(before);
                assertNull(page.getErrorMessage(), id);
            });
        });
    }

    @Test
    void rowsAreChosenByConditionsThatAreCheckedAtOnce() {
        settings(journey.sample("iris"), dialog -> {
            target("Species");
            robot.control(ExpandableComposite.class, "advanced.").setExpanded(true);
            IWizardPage page = dialog.getCurrentPage();
            condition("add", "wide");
            robot.until("the refusal", () -> String.valueOf(page.getErrorMessage()).contains("wide cannot be compared"));
            Table conditions = robot.control(Table.class, "setting.filter.records");
            conditions.setSelection(0);
            condition("edit", "5.5");
            assertEquals(List.of("Sepal.Length", "greater than", "5.5"), IntStream.range(0, 3).mapToObj(conditions.getItem(0)::getText).toList());
            robot.until("a page without a fault", () -> page.getErrorMessage() == null && page.isPageComplete());
        });
    }

    /** Presses a button below the conditions, and fills in what opens. */
    private void condition(String verb, String value) {
        String id = "setting.filter." + verb;
        ToolItem item = robot.find(ToolBar.class, bar -> Arrays.stream(bar.getItems()).anyMatch(one -> id.equals(one.getData("orrery.id")))).stream()
                .flatMap(bar -> Arrays.stream(bar.getItems())).filter(one -> id.equals(one.getData("orrery.id"))).findFirst().orElseThrow();
        robot.within(() -> item.notifyListeners(SWT.Selection, new Event()), () -> {
            Combo is = robot.control(Combo.class, "setting.is");
            is.select(is.indexOf("greater than"));
            robot.select(is);
            Combo column = robot.control(Combo.class, "setting.column");
            column.select(IntStream.range(0, column.getItemCount()).filter(i -> column.getItem(i).startsWith("Sepal.Length ")).findFirst().orElseThrow());
            robot.select(column);
            robot.control(Text.class, "setting.value").setText(value);
            robot.press(robot.button("OK"));
        });
    }
}
