package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.orrery.ui.VirtualRows;

/** Rows are painted, whatever went wrong with one of them. */
@ExtendWith(InWorkbench.class)
class VirtualRowsTest {
    private static final int ROWS = 5;

    private final Robot robot = new Robot(PlatformUI.getWorkbench().getDisplay());
    private final boolean[] broken = {true};
    private final int[] painted = new int[ROWS];
    private Shell shell;
    private Table table;

    @BeforeEach
    void open() {
        shell = new Shell(PlatformUI.getWorkbench().getDisplay());
        shell.setLayout(new FillLayout());
        table = new Table(shell, SWT.VIRTUAL);
        VirtualRows.fill(table, () -> ROWS, (item, row) -> {
            if (broken[0]) {
                throw new IllegalStateException("a row that cannot be shown yet");
            }
            painted[row]++;
            item.setText("row " + row);
        });
        shell.setSize(300, 300);
        shell.open();
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    @Test
    void aTableWhoseRowsFailedOnceIsPaintedWhenTheyAreThere() {
        table.setItemCount(ROWS);
        robot.settle();
        broken[0] = false;
        table.clearAll();
        // Nobody asks for a text here: only painting does.
        robot.until("all rows to be painted", () -> painted[0] > 0 && painted[ROWS - 1] > 0);
        assertEquals("row 2", table.getItem(2).getText());
    }

    @Test
    void aRowThatIsPaintedWhileItGoesIsLeftAlone() {
        broken[0] = false;
        table.setItemCount(1);
        robot.settle();
        Event late = new Event();
        late.item = table.getItem(0);
        late.index = -1;
        table.notifyListeners(SWT.SetData, late);
        assertEquals("row 0", table.getItem(0).getText());
    }
}
