package org.orrery.ui.tests;

import java.nio.file.Path;
import java.util.Map;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ScrollBar;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.XMLMemento;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.ui.DatasetList;

/** What a person does with a table of rows. */
final class RowsRobot {
    private static final String OPEN = "org.orrery.ui.data.commands.openFile";

    private final Robot robot;

    RowsRobot(Robot robot) {
        this.robot = robot;
    }

    /** Imports a file under its own name and waits for that. */
    void imported(Path file, String name) {
        DatasetList list = Workbenches.service(DatasetList.class);
        Job reading = Job.create("import", monitor -> {
            try {
                list.put(list.workspace().data().importFile(file, ReadOptions.DETECT, Progress.NONE));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        reading.schedule();
        robot.until("the data set", () -> list.find(name).isPresent());
    }

    /** Opens the page of a data set. */
    static void openDataset(String name) {
        XMLMemento memento = XMLMemento.createWriteRoot("input");
        memento.putString("name", name);
        IEditorInput input = (IEditorInput) PlatformUI.getWorkbench().getElementFactory("org.orrery.ui.data.datasetInputs").createElement(memento);
        try {
            Workbenches.page().openEditor(input, "org.orrery.ui.data.editors.dataset");
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the page of a file that was not imported. */
    static void openFile(Path file) {
        ParameterizedCommand command = ParameterizedCommand.generateCommand(
                PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(OPEN), Map.of(OPEN + ".file", file.toString()));
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            throw new IllegalStateException(e);
        }
    }

    NatTable table() {
        return robot.control(NatTable.class, "dataset.rows");
    }

    /** What a cell shows, the first row and column being 1; empty when there is none. */
    String cell(int column, int row) {
        ILayerCell cell = table().getCellByPosition(column, row);
        return cell == null ? "" : String.valueOf(cell.getDataValue());
    }

    /** What a cell of the last row in sight shows. */
    String lastCell(int column) {
        int last = table().getRowCount() - 1;
        return last < 1 ? "" : cell(column, last);
    }

    String status() {
        return robot.control(Label.class, "rows.status").getText();
    }

    /** Whether something is at work that can be stopped. */
    boolean works() {
        return robot.find(Button.class, button -> "rows.stop".equals(button.getData("orrery.id"))).isPresent();
    }

    void awaitCells() {
        robot.until("the first row", () -> !cell(1, 1).isEmpty() && !cell(1, 1).equals("…"));
    }

    /** Clicks on the head of a column. */
    void click(int column) {
        clickTitle(table(), column);
    }

    /** Clicks on the head of a column, by its place among those in sight, of any table that draws itself. */
    void clickTitle(NatTable table, int column) {
        mouse(table, table.getStartXOfColumnPosition(column) + table.getColumnWidthByPosition(column) / 2, 8);
    }

    /** Clicks on a row in sight, the first being 1, of any table that draws itself. */
    void clickRow(NatTable table, int row) {
        mouse(table, table.getStartXOfColumnPosition(0) + 5, table.getStartYOfRowPosition(row) + 3);
    }

    /** Clicks on a cell in sight, the first row and column being 1. */
    void clickCell(int column, int row) {
        NatTable table = table();
        mouse(table, table.getStartXOfColumnPosition(column) + 5, table.getStartYOfRowPosition(row) + 3);
    }

    private void mouse(NatTable table, int x, int y) {
        mouse(table, SWT.MouseDown, x, y);
        mouse(table, SWT.MouseUp, x, y);
        robot.settle();
    }

    private static void mouse(NatTable table, int type, int x, int y) {
        Event event = new Event();
        event.type = type;
        event.button = type == SWT.MouseMove ? 0 : 1;
        event.stateMask = type == SWT.MouseMove ? SWT.BUTTON1 : 0;
        event.count = 1;
        event.x = x;
        event.y = y;
        table.notifyListeners(type, event);
    }

    /** Drags the head of a column before another. */
    void dragHead(int column, int before) {
        NatTable table = table();
        int from = table.getStartXOfColumnPosition(column) + table.getColumnWidthByPosition(column) / 2;
        int to = table.getStartXOfColumnPosition(before) + 10;
        mouse(table, SWT.MouseDown, from, 8);
        for (int i = 1; i <= 10; i++) {
            mouse(table, SWT.MouseMove, from + (to - from) * i / 10, 8);
        }
        mouse(table, SWT.MouseUp, to, 8);
        robot.settle();
    }

    /** Scrolls to a part of all columns, from 0 to 1. */
    void scrollAcross(double part) {
        scroll(table().getHorizontalBar(), part);
    }

    /** Presses a key together with Control. */
    void control(int code) {
        Event event = new Event();
        event.type = SWT.KeyDown;
        event.stateMask = SWT.MOD1;
        event.keyCode = code;
        table().notifyListeners(SWT.KeyDown, event);
    }

    /** Looks for a text from the selected cell on. */
    void find(String text) {
        robot.control(Text.class, "rows.find").setText(text);
        robot.press(robot.control(Button.class, "rows.next"));
        robot.until("the search", () -> !works());
    }

    /** Scrolls to a part of all rows, from 0 to 1. */
    void scroll(double part) {
        scroll(table().getVerticalBar(), part);
    }

    private void scroll(ScrollBar bar, double part) {
        bar.setSelection((int) (part * (bar.getMaximum() - bar.getThumb())));
        robot.select(bar);
        robot.settle();
    }
}
