package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.data.Dataset;
import org.orrery.jobs.RunRequest;
import org.orrery.ui.DatasetList;

/** The lists at the left: analyses with their pictures and what they fit, data sets that are removed and come back, what lists keep. */
@ExtendWith(InWorkbench.class)
class CatalogueTest {
    private static final String DATASETS = "org.orrery.ui.data.views.datasets";
    private static final String RUNS = "org.orrery.ui.views.runs";
    @TempDir
    static Path folder;
    private final Robot robot = new Robot(PlatformUI.getWorkbench().getDisplay());
    private final Journey journey = new Journey(robot);
    private final DatasetList list = Workbenches.service(DatasetList.class);

    @AfterEach
    void closeEditors() {
        Workbenches.closeEditors();
    }

    @Test
    void eachAnalysisHasAPictureOfItsOwn() {
        Tree tree = robot.control(Tree.class, "analyses.tree");
        robot.until("the analyses", () -> items(tree).size() > 1);
        List<TreeItem> items = items(tree);
        assertEquals(items.size(), items.stream().map(TreeItem::getImage).distinct().count());
    }

    @Test
    void anAnalysisThatDoesNotFitTheSelectedDataSaysSo() throws Exception {
        Dataset numbers = bring("numbers", "x,y\n1.5,2.5\n3.5,4.5\n");
        Dataset iris = journey.sample("iris");
        Tree tree = robot.control(Tree.class, "analyses.tree");
        choose(numbers);
        robot.until("what does not fit", () -> items(tree).stream().anyMatch(item -> item.getText().equals("Classification (does not fit numbers)")));
        choose(iris);
        robot.until("what fits", () -> items(tree).stream().anyMatch(item -> item.getText().equals("Classification")));
        list.putIntoBin(List.of("numbers"));
    }

    @Test
    void aDataSetThatIsDroppedOnAnAnalysisIsOfferedToIt() throws Exception {
        Dataset iris = journey.sample("iris");
        Tree tree = robot.control(Tree.class, "analyses.tree");
        TreeItem item = items(tree).stream().filter(one -> one.getText().startsWith("Classification")).findFirst().orElseThrow();
        boolean[] offered = new boolean[1];
        robot.whenReady(() -> robot.find(Table.class, table -> "wizard.input.data".equals(table.getData("orrery.id"))).isPresent(), () -> {
            Table inputs = robot.control(Table.class, "wizard.input.data");
            offered[0] = inputs.getSelectionCount() == 1 && inputs.getSelection()[0].getText().equals("iris");
            robot.press(robot.button("Cancel"));
        });
        LocalSelectionTransfer.getTransfer().setSelection(new StructuredSelection(iris));
        Drops.drop(tree, item, null);
        LocalSelectionTransfer.getTransfer().setSelection(null);
        robot.until("the wizard with the data set in it", () -> offered[0]);
    }

    @Test
    void aRemovedDataSetComesBackByUndo() throws Exception {
        Dataset gone = bring("gone", "x,y\n1,a\n2,b\n");
        choose(gone);
        Journey.execute("org.orrery.ui.data.commands.removeDataset");
        Table table = robot.control(Table.class, "datasets.table");
        robot.until("it to go", () -> list.find("gone").isEmpty() && names(table).stream().noneMatch("gone"::equals));
        Journey.execute("org.eclipse.ui.edit.undo");
        robot.until("it to come back", () -> list.find("gone").equals(Optional.of(gone)) && names(table).contains("gone"));
        Journey.execute("org.eclipse.ui.edit.redo");
        robot.until("it to go again", () -> list.find("gone").isEmpty());
    }

    @Test
    void aDataSetIsRenamedInItsPageTooAndUndoGivesItsNameBack() throws Exception {
        Dataset old = bring("export_17", "x,y\n1,a\n2,b\n");
        choose(old);
        Journey.execute("org.orrery.ui.data.commands.showColumns");
        robot.until("its page", () -> Workbenches.page().getActiveEditor() != null);
        choose(old);
        robot.within(() -> Journey.execute("org.orrery.ui.data.commands.renameDataset"), () -> {
            Text name = robot.await("the name", () -> robot.find(Text.class, text -> text.getText().equals("export_17") && text.isEnabled() && (text.getStyle() & SWT.READ_ONLY) == 0));
            name.setText("iris");
            name.setText(" ");
            assertFalse(robot.button("OK").isEnabled(), "no name");
            name.setText("sales 2026");
            robot.press(robot.button("OK"));
        });
        robot.until("the new name", () -> list.find("sales 2026").isPresent() && list.find("export_17").isEmpty());
        robot.until("the page by its new name", () -> Workbenches.page().getActiveEditor() != null && Workbenches.page().getActiveEditor().getTitle().equals("sales 2026"));
        assertEquals(Optional.of(old.named("sales 2026")), list.like(old), "a run on it finds its rows");
        Journey.execute("org.eclipse.ui.edit.undo");
        robot.until("the old name", () -> list.find("export_17").equals(Optional.of(old)) && list.find("sales 2026").isEmpty());
        list.putIntoBin(List.of("export_17"));
    }

    @Test
    void aDataSetThatARunBeginsToReadInThatMomentIsNotRemoved() throws Exception {
        Dataset iris = journey.sample("iris");
        choose(iris);
        robot.settle();
        long run = Journey.runs().workspace().runs().submit(new RunRequest("classification", "Just now", Map.of("data", List.of(iris)),
                Map.of("target", "Species", "repeats", 60), 77, 1));
        // Without a turn of the event loop, in which the command would be switched off.
        while (Journey.runs().using("iris").isEmpty()) {
            Thread.onSpinWait();
        }
        robot.within(() -> Journey.execute("org.orrery.ui.data.commands.removeDataset"), () -> {
            robot.await("the run", () -> robot.find(Label.class, label -> label.getText().contains("is read by run #" + run + " Just now")));
            robot.press(robot.button("OK"));
        });
        assertTrue(list.find("iris").isPresent());
        Journey.runs().workspace().runs().cancel(run);
        robot.until("its end", () -> Journey.runs().find(run).orElseThrow().state().ended());
    }

    @Test
    void aDataSetOfTheSameNameTakesThePlaceOfARemovedOne() throws Exception {
        list.putIntoBin(List.of(bring("twice", "x\n1\n").name()));
        assertTrue(list.find("twice").isEmpty());
        Dataset next = bring("twice", "x\n1\n2\n");
        assertEquals(2, next.rows());
        list.putIntoBin(List.of("twice"));
    }

    @Test
    void listsKeepTheirColumnsAndTheRunsTheirFilter() throws Exception {
        journey.look("iris");
        IWorkbenchPage page = Workbenches.page();
        page.activate(page.findView(RUNS));
        Table runs = robot.control(Table.class, "runs.table");
        int before = runs.getColumn(1).getWidth();
        runs.getColumn(1).setWidth(before + 33);
        robot.control(Text.class, "runs.filter").setText("iris");
        XMLMemento memento = XMLMemento.createWriteRoot("state");
        page.findView(RUNS).saveState(memento);
        assertEquals("iris", memento.getString("filter.text"));
        page.hideView(page.findView(RUNS));
        robot.settle();
        page.showView(RUNS);
        Table again = robot.control(Table.class, "runs.table");
        assertNotEquals(runs, again);
        assertEquals(before + 33, again.getColumn(1).getWidth());
        assertEquals("iris", robot.control(Text.class, "runs.filter").getText());
        again.getColumn(1).setWidth(before);
        robot.control(Text.class, "runs.filter").setText("");
    }

    @Test
    void aboutNamesTheVersionAndEveryPartWithItsLicence() {
        robot.within(() -> Journey.execute("org.eclipse.ui.help.aboutAction"), () -> {
            assertTrue(robot.control(Text.class, "about.facts").getText().startsWith("Orrery 1."));
            Table parts = robot.control(Table.class, "about.parts");
            List<String> names = names(parts);
            assertTrue(names.contains("org.orrery.jobs") && names.stream().anyMatch(name -> name.startsWith("org.eclipse.swt")), names::toString);
            assertTrue(Arrays.stream(parts.getItems()).noneMatch(item -> item.getText(3).isEmpty()), "each has a licence");
            robot.press(robot.button("Close"));
        });
    }

    private Dataset bring(String name, String text) {
        return journey.bring(folder.resolve(name + ".csv"), text);
    }

    private void choose(Dataset dataset) {
        IViewPart view = Workbenches.page().findView(DATASETS);
        Workbenches.page().activate(view);
        Table table = robot.control(Table.class, "datasets.table");
        robot.until(dataset.name(), () -> names(table).contains(dataset.name()));
        view.getSite().getSelectionProvider().setSelection(new StructuredSelection(dataset));
        robot.settle();
    }

    private static List<String> names(Table table) {
        return Arrays.stream(table.getItems()).map(item -> item.getText()).toList();
    }

    private static List<TreeItem> items(Tree tree) {
        List<TreeItem> items = new ArrayList<>();
        Arrays.stream(tree.getItems()).forEach(category -> items.addAll(List.of(category.getItems())));
        return items;
    }
}
