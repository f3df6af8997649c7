package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orrery.ui.DatasetList;

/** The rows of a data set in its editor, used as a person does. */
@ExtendWith(InWorkbench.class)
class RowsPageTest {
    private static final int ROWS = 30_000;

    private Robot robot;
    private RowsRobot rows;
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
        rows = new RowsRobot(robot);
        list = Workbenches.service(DatasetList.class);
        rows.imported(file, "long");
        RowsRobot.openDataset("long");
    }

    @AfterEach
    void closeIt() throws Exception {
        Workbenches.closeEditors();
        list.remove("long");
    }

    @Test
    void rowsAreReadAsTheyAreSeen() {
        robot.until("the first row", () -> rows.cell(1, 1).equals("0"));
        assertTrue(rows.status().contains("30,000"), rows.status());
    }

    @Test
    void aFilterLeavesTheRowsThatFit() {
        robot.press(robot.button("Add filter"));
        Combo operator = robot.control(Combo.class, "filter.operator");
        operator.select(operator.indexOf("is at least"));
        robot.select(operator);
        robot.control(Text.class, "filter.value").setText("29990");
        robot.until("ten rows", () -> rows.status().startsWith("10 of 30,000"));
        robot.until("the rows", () -> rows.cell(1, 1).equals("29990"));
        robot.press(robot.control(Button.class, "filter.remove"));
        robot.until("all rows", () -> rows.status().startsWith("30,000"));
    }

    @Test
    void aValueThatCannotBeComparedIsNamed() {
        robot.press(robot.button("Add filter"));
        robot.control(Text.class, "filter.value").setText("many");
        robot.until("the sentence", () -> rows.status().contains("“many” cannot be compared with n"));
    }

    @Test
    void aClickOnAHeadSortsAndMissingValuesComeLast() {
        robot.until("the first row", () -> rows.cell(1, 1).equals("0"));
        rows.click(3);
        robot.until("the smallest weight", () -> rows.cell(3, 1).equals("0.25"));
        rows.click(3);
        robot.until("the largest weight", () -> rows.cell(3, 1).equals("249.75"));
        robot.within(() -> robot.press(robot.button("Go to row…")), () -> {
            Text number = robot.await("the number", () -> robot.find(Text.class, text -> text.getShell().getText().equals("Go to row")
                    && (text.getStyle() & SWT.READ_ONLY) == 0));
            number.setText(Integer.toString(ROWS));
            robot.press(robot.button("OK"));
        });
        robot.until("a row without weight", () -> rows.cell(2, rows.table().getRowCount() - 1).startsWith("row") && rows.lastCell(3).isEmpty());
    }

    @Test
    void findGoesToTheNextCellThatHoldsTheText() {
        Text find = robot.control(Text.class, "rows.find");
        find.setText("29999");
        robot.press(robot.button("Next"));
        robot.until("the last row", () -> rows.lastCell(1).equals("29999"));
        find.setText("nowhere");
        robot.press(robot.button("Next"));
        robot.until("the sentence", () -> rows.status().startsWith("No “nowhere”"));
    }

    @Test
    void headsSayWhatTheColumnHolds() {
        robot.until("the first row", () -> rows.cell(1, 1).equals("0"));
        robot.until("the range of the weights", () -> head(3).contains("0.25 to 249.75"));
        assertTrue(head(3).contains("number") && head(3).contains("10.0 %"), head(3));
        robot.until("the most frequent name", () -> head(2).contains("row 0: 14.3 %"));
        assertTrue(head(1).contains("0 to 29999"), head(1));
    }

    /** All that the head of a column says. */
    private String head(int column) {
        return String.valueOf(rows.table().getCellByPosition(column, 0).getDataValue());
    }

    @Test
    void columnsAreChosenHiddenAndKeptInSight() {
        robot.until("the first row", () -> rows.cell(1, 1).equals("0"));
        robot.within(() -> robot.press(robot.button("Columns…")), () -> {
            robot.control(Text.class, "columns.find").setText("na");
            robot.press(robot.control(Button.class, "columns.none"));
            robot.press(robot.button("OK"));
        });
        robot.until("the weights beside the numbers", () -> rows.cell(2, 2).equals("229.75"));
        robot.within(() -> robot.press(robot.button("Columns…")), () -> {
            Table list = robot.control(Table.class, "columns.list");
            assertFalse(list.getItem(1).getChecked());
            robot.press(robot.control(Button.class, "columns.all"));
            robot.press(robot.button("OK"));
        });
        robot.until("the names again", () -> rows.cell(2, 2).equals("row 1"));
        robot.within(() -> robot.press(robot.button("Columns…")), () -> {
            robot.press(robot.control(Button.class, "columns.none"));
            assertFalse(robot.button("OK").isEnabled());
            robot.press(robot.button("Cancel"));
        });
    }

    @Test
    void aSelectionIsCopiedWithTheNamesOfItsColumns() {
        robot.until("the first row", () -> rows.cell(1, 1).equals("0"));
        rows.control('c');
        robot.until("the copy", () -> rows.status().startsWith("30,000 rows of 3 columns copied"));
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            String text = (String) clipboard.getContents(TextTransfer.getInstance());
            assertTrue(text.startsWith("n\tname\tweight\n0\trow 0\t\n1\trow 1\t229.75\n"), text.substring(0, 60));
        } finally {
            clipboard.dispose();
        }
    }

    @Test
    void aColumnStaysInSightWhileTheOthersScroll() throws Exception {
        StringBuilder text = new StringBuilder(String.join(",", IntStream.range(0, 60).mapToObj(i -> "c" + i).toList()) + '\n');
        for (int row = 0; row < 50; row++) {
            int number = row;
            text.append(String.join(",", IntStream.range(0, 60).mapToObj(i -> "r" + number + " of c" + i).toList())).append('\n');
        }
        rows.imported(Files.writeString(folder.resolve("wide.csv"), text), "wide");
        try {
            RowsRobot.openDataset("wide");
            robot.until("the first cell", () -> rows.cell(1, 1).equals("r0 of c0"));
            rows.clickCell(2, 1);
            assertFalse(robot.entry(rows.table(), "Unfreeze").isEnabled());
            robot.choose(rows.table(), "Freeze up to this column");
            rows.scrollAcross(1);
            robot.until("the last column beside the first two", () -> rows.cell(rows.table().getColumnCount() - 1, 1).equals("r0 of c59"));
            assertEquals("r0 of c0 | r0 of c1", rows.cell(1, 1) + " | " + rows.cell(2, 1), "the frozen ones are where they were");
            robot.choose(rows.table(), "Unfreeze");
            rows.scrollAcross(1);
            robot.until("the frozen ones have gone", () -> !rows.cell(1, 1).equals("r0 of c0") && !rows.cell(1, 1).equals("\u2026"));
        } finally {
            Workbenches.closeEditors();
            list.remove("wide");
        }
    }

    @Test
    void columnsAreHiddenAndShownAgainByTheMenu() {
        robot.until("the first row", () -> rows.cell(1, 1).equals("0"));
        rows.clickCell(2, 1);
        robot.choose(rows.table(), "Hide columns");
        robot.until("the weights beside the numbers", () -> rows.cell(2, 2).equals("229.75"));
        robot.choose(rows.table(), "Show all columns");
        robot.until("the names again", () -> rows.cell(2, 2).equals("row 1"));
    }

    @Test
    void aColumnIsMovedByItsHeadAndCopiedWhereItStands() {
        robot.until("the first row", () -> rows.cell(1, 1).equals("0"));
        rows.dragHead(3, 1);
        robot.until("the weights first", () -> rows.cell(1, 2).equals("229.75") && rows.cell(2, 2).equals("1"));
        rows.control('c');
        robot.until("the copy", () -> rows.status().startsWith("30,000 rows of 3 columns copied"));
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            String text = (String) clipboard.getContents(TextTransfer.getInstance());
            assertTrue(text.startsWith("weight\tn\tname\n"), text.substring(0, 20));
        } finally {
            clipboard.dispose();
        }
    }
}
