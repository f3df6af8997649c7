package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orrery.ui.Grid;
import org.orrery.ui.GridModel;

/** A table of a result, whatever its size. */
@ExtendWith(InWorkbench.class)
class GridTest {
    private static final int MANY = 2_000_000;

    private final Robot robot = new Robot(PlatformUI.getWorkbench().getDisplay());
    private Shell shell;
    private Grid grid;

    /** Numbers from 0, and their remainders. */
    private record Numbers(int rows) implements GridModel {
        @Override
        public List<GridColumn> columns() {
            return List.of(new GridColumn("number", "", true), new GridColumn("word", "", false));
        }

        @Override
        public String text(int row, int column) {
            return column == 0 ? Integer.toString(row) : "word " + row % 1_000;
        }

        @Override
        public int compare(int column, int row, int other) {
            return column == 0 ? Integer.compare(row, other) : text(row, column).compareTo(text(other, column));
        }

        @Override
        public Optional<IntToLongFunction> keys(int column, boolean descending) {
            return Optional.of(row -> (descending ? -1L : 1L) * (column == 0 ? row : row % 1_000));
        }
    }

    @BeforeEach
    void open() {
        shell = new Shell(PlatformUI.getWorkbench().getDisplay());
        shell.setLayout(new FillLayout());
        shell.setSize(500, 400);
        grid = new Grid(shell, "test.grid", "Numbers");
        shell.open();
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    /** Rows that were not drawn before they were taken away once were an error, which left a list empty whose rows were there. */
    @Test
    void rowsThatAreReplacedBeforeTheyAreDrawnAreNoError() {
        Workbenches log = new Workbenches();
        log.watch();
        for (int rows : new int[] {12, 9, 14, 3, 0, 7}) {
            grid.show(new Numbers(rows));
            robot.settle();
            grid.show(new Numbers(rows + 4));
            grid.show(new Numbers(rows));
        }
        robot.settle();
        assertEquals(List.of(), log.errors());
        Table list = robot.control(Table.class, "test.grid");
        assertEquals(7, list.getItemCount());
        assertEquals("6", list.getItem(6).getText(0));
    }

    private NatTable table() {
        return robot.control(NatTable.class, "test.grid");
    }

    private String cell(int column, int row) {
        ILayerCell cell = table().getCellByPosition(column, row);
        return cell == null ? "" : String.valueOf(cell.getDataValue());
    }

    @Test
    void fewRowsStandInTheTableOfTheSystemAndManyInOneThatTakesThemAll() {
        grid.show(new Numbers(50));
        assertEquals(50, robot.control(Table.class, "test.grid").getItemCount());
        grid.show(new Numbers(MANY));
        assertFalse(robot.find(Table.class, any -> "test.grid".equals(any.getData("orrery.id"))).isPresent());
        grid.selectRow(MANY - 1);
        robot.settle();
        assertEquals("number\tword\n" + (MANY - 1) + "\tword 999\n", grid.selectedText());
        assertEquals(Integer.toString(MANY - 1), cell(0, table().getRowCount() - 1), "the last row is in sight");
        grid.show(new Numbers(50));
        assertEquals(50, robot.control(Table.class, "test.grid").getItemCount());
        assertEquals(-1, grid.selectedRow());
    }

    @Test
    void allRowsAreSortedByAClickAndFilteredByAText() {
        grid.show(new Numbers(MANY));
        new RowsRobot(robot).clickTitle(table(), 0);
        robot.until("the smallest first", () -> cell(0, 1).equals("0"));
        new RowsRobot(robot).clickTitle(table(), 0);
        robot.until("the largest first", () -> cell(0, 1).equals(Integer.toString(MANY - 1)));
        grid.filter("Word 77");
        robot.until("those with the text", () -> grid.shownRows() == MANY / 1_000 * 11);
        assertEquals(Integer.toString(MANY - 1_000 + 779), cell(0, 1), "the order stays");
        grid.filter("");
        robot.until("all", () -> grid.shownRows() == MANY);
    }

    @Test
    void aRowIsChosenByTheKeysAndReadOut() {
        grid.show(new Numbers(MANY));
        grid.selectRow(0);
        Event down = new Event();
        down.keyCode = SWT.ARROW_DOWN;
        table().notifyListeners(SWT.KeyDown, down);
        robot.settle();
        assertEquals(1, grid.selectedRow());
        assertEquals("Row 2 of 2,000,000. number: 1; word: word 1", table().getData("orrery.spoken"));
    }

    @Test
    void sortingAndWidthsStayWhileTheRowsGrow() {
        grid.show(new Numbers(100));
        Table few = robot.control(Table.class, "test.grid");
        few.getColumn(1).setWidth(111);
        for (int i = 0; i < 2; i++) {
            robot.select(few.getColumn(0));
        }
        assertEquals("99", few.getItem(0).getText(0));
        grid.show(new Numbers(30_000));
        robot.until("the largest first", () -> cell(0, 1).equals("29999"));
        assertEquals(111, table().getColumnWidthByPosition(1));
    }

    @Test
    void copyingAllOfManyRowsStopsAtItsLimit() {
        grid.show(new Numbers(MANY));
        assertEquals(100_001, grid.selectedText().lines().count());
        assertTrue(grid.selectedText().endsWith("99999\tword 999\n"));
    }
}
