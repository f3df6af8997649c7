package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orrery.ui.LiveRows;

/** Ten thousand rows come in steps, and only what has changed is asked for again. */
@ExtendWith(InWorkbench.class)
class LiveRowsTest {
    private static final int MANY = 10_000;

    private final Robot robot = new Robot(PlatformUI.getWorkbench().getDisplay());
    private final List<Integer> asked = new ArrayList<>();
    private boolean broken;
    private int arrived;
    private Shell shell;
    private Table table;
    private LiveRows<String> rows;

    @BeforeEach
    void open() {
        shell = new Shell(PlatformUI.getWorkbench().getDisplay());
        shell.setLayout(new FillLayout());
        table = new Table(shell, SWT.VIRTUAL);
        rows = new LiveRows<>(table, (item, row) -> {
            asked.add(row);
            if (broken) {
                throw new IllegalStateException("a row that cannot be shown yet");
            }
            item.setText(rows.rows().get(row));
        }, "moving"::equals, () -> arrived++);
        shell.setSize(300, 300);
        shell.open();
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    private static List<String> named(String name, int count) {
        return new ArrayList<>(IntStream.range(0, count).mapToObj(row -> name + ' ' + row).toList());
    }

    private void shown(List<String> next) {
        rows.show(next);
        robot.until("all rows", () -> table.getItemCount() == next.size());
        robot.settle();
    }

    @Test
    void tenThousandRowsComeInSteps() {
        rows.show(named("row", MANY));
        assertTrue(table.getItemCount() < MANY, "not in one event");
        assertEquals(0, arrived);
        robot.until("all of them", () -> table.getItemCount() == MANY);
        assertEquals(1, arrived, "told when they are there");
        assertEquals("row 9999", table.getItem(MANY - 1).getText());
        shown(named("few", 3));
        assertEquals(2, arrived);
        assertEquals("few 2", table.getItem(2).getText());
    }

    @Test
    void onlyRowsThatHaveChangedAreAskedForAgain() {
        List<String> before = named("row", MANY);
        before.set(2, "moving");
        shown(before);
        assertTrue(asked.contains(1) && asked.contains(2) && asked.contains(3));
        asked.clear();
        List<String> after = new ArrayList<>(before);
        after.set(1, "another");
        after.set(MANY - 1, "out of sight");
        shown(after);
        robot.until("the rows", () -> asked.contains(1) && asked.contains(2));
        assertArrayEquals(new int[] {1, 2}, asked.stream().mapToInt(row -> row).distinct().sorted().toArray());
        assertEquals("another", table.getItem(1).getText());
        assertEquals("out of sight", table.getItem(MANY - 1).getText());
    }

    @Test
    void whatWasScrolledPastIsNewWhenItIsSeenAgain() {
        shown(named("row", MANY));
        for (int top = 0; top < 600; top += 5) {
            table.setTopIndex(top);
            robot.settle();
        }
        shown(named("other", MANY));
        for (int row = 0; row < 620; row++) {
            assertEquals("other " + row, table.getItem(row).getText());
        }
    }

    @Test
    void aRowThatFailedOnceIsAskedForWithTheNextChange() {
        broken = true;
        shown(named("row", 3));
        broken = false;
        shown(named("row", 3));
        assertEquals("row 1", table.getItem(1).getText());
    }
}
