package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.ui.DatasetList;

/** The rows of a data set in its editor, used as a person does. */
@ExtendWith(InWorkbench.class)
class RowsPageTest {
    private static final int ROWS = 30_000;

    private Robot robot;
    private DatasetList list;
    private Path folder;

    @BeforeEach
    void openTheEditor() throws Exception {
        robot = new Robot(Display.getCurrent());
        folder = Files.createTempDirectory("orrery-rows");
        StringBuilder text = new StringBuilder("n,name,weight\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(i).append(",row ").append(i % 7).append(',').append(i % 10 == 0 ? "" : (i * 7919 % 1000) / 4.0).append('\n');
        }
        Path file = Files.writeString(folder.resolve("long.csv"), text);
        list = Workbenches.service(DatasetList.class);
        Job reading = Job.create("import", monitor -> {
            try {
                list.put(list.workspace().data().importFile(file, ReadOptions.DETECT, Progress.NONE));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        reading.schedule();
        robot.until("the data set", () -> list.find("long").isPresent());
        XMLMemento name = XMLMemento.createWriteRoot("input");
        name.putString("name", "long");
        IEditorInput input = (IEditorInput) PlatformUI.getWorkbench().getElementFactory("org.orrery.ui.data.datasetInputs").createElement(name);
        Workbenches.page().openEditor(input, "org.orrery.ui.data.editors.dataset");
    }

    @AfterEach
    void closeIt() throws Exception {
        Workbenches.closeEditors();
        list.remove("long");
    }

    private NatTable table() {
        return robot.control(NatTable.class, "dataset.rows");
    }

    private String cell(int column, int row) {
        ILayerCell cell = table().getCellByPosition(column, row);
        return cell == null ? "" : String.valueOf(cell.getDataValue());
    }

    private String status() {
        return robot.control(Label.class, "rows.status").getText();
    }

    @Test
    void rowsAreReadAsTheyAreSeen() {
        robot.until("the first row", () -> cell(1, 1).equals("0"));
        assertTrue(status().contains("30,000"), status());
    }

    @Test
    void aFilterLeavesTheRowsThatFit() {
        robot.press(robot.button("Add filter"));
        Combo operator = robot.control(Combo.class, "filter.operator");
        operator.select(operator.indexOf("is at least"));
        robot.select(operator);
        robot.control(Text.class, "filter.value").setText("29990");
        robot.until("ten rows", () -> status().startsWith("10 of 30,000"));
        robot.until("the rows", () -> cell(1, 1).equals("29990"));
        robot.press(robot.control(Button.class, "filter.remove"));
        robot.until("all rows", () -> status().startsWith("30,000"));
    }

    @Test
    void aValueThatCannotBeComparedIsNamed() {
        robot.press(robot.button("Add filter"));
        robot.control(Text.class, "filter.value").setText("many");
        robot.until("the sentence", () -> status().contains("“many” cannot be compared with n"));
    }

    @Test
    void aClickOnAHeadSortsAndMissingValuesComeLast() {
        robot.until("the first row", () -> cell(1, 1).equals("0"));
        click(3);
        robot.until("the smallest weight", () -> cell(3, 1).equals("0.25"));
        click(3);
        robot.until("the largest weight", () -> cell(3, 1).equals("249.75"));
        robot.within(() -> robot.press(robot.button("Go to row…")), () -> {
            Text number = robot.await("the number", () -> robot.find(Text.class, text -> text.getShell().getText().equals("Go to row")
                    && (text.getStyle() & SWT.READ_ONLY) == 0));
            number.setText(Integer.toString(ROWS));
            robot.press(robot.button("OK"));
        });
        robot.until("a row without weight", () -> lastCell(3).isPresent() && lastCell(3).get().isEmpty());
    }

    @Test
    void findGoesToTheNextCellThatHoldsTheText() {
        Text find = robot.control(Text.class, "rows.find");
        find.setText("29999");
        robot.press(robot.button("Next"));
        robot.until("the last row", () -> lastCell(1).filter("29999"::equals).isPresent());
        find.setText("nowhere");
        robot.press(robot.button("Next"));
        robot.until("the sentence", () -> status().startsWith("No “nowhere”"));
    }

    private Optional<String> lastCell(int column) {
        int last = table().getRowCount() - 1;
        return last < 1 ? Optional.empty() : Optional.of(cell(column, last));
    }

    private void click(int column) {
        NatTable table = table();
        int x = table.getStartXOfColumnPosition(column) + table.getColumnWidthByPosition(column) / 2;
        for (int type : new int[] {SWT.MouseDown, SWT.MouseUp}) {
            Event event = new Event();
            event.type = type;
            event.button = 1;
            event.count = 1;
            event.x = x;
            event.y = 8;
            table.notifyListeners(type, event);
        }
        robot.settle();
    }
}
