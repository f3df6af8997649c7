package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunRequest;

/** A log of fifty thousand lines: its end is followed, and expressions are looked for in it while the window stays usable. */
class LogPageTest extends UserAtWork {
    private static final int LINES = 50_000;
    private static final int MESSAGE = 3;

    @TempDir
    Path folder;

    @Test
    void fiftyThousandLinesAreLookedThroughByExpressions() throws Exception {
        Path script = Files.writeString(folder.resolve("talk.py"),
                "print('a' * 60)\nfor line in range(1, %d): print('line %%d is %%s' %% (line, 'odd' if line %% 2 else 'even'))\n".formatted(LINES));
        long run = Journey.runs().workspace().runs().submit(new RunRequest("external", "Talk", Map.of(),
                Map.of("command", List.of("python3", script.toString()), "metrics", List.of(Map.of("format", "key-value"))), RunRequest.DEFAULT_SEED, 0));
        robot.until("the end", () -> Journey.runs().find(run).filter(one -> one.state().ended()).isPresent());
        Journey.open(run);
        journey.select("run.log");
        robot.until("the last line, which is followed", () -> lastSaid().equals("line " + (LINES - 1) + " is odd"));
        Text pattern = robot.control(Text.class, "run.log.pattern");
        try (FreezeMonitor monitor = new FreezeMonitor(PlatformUI.getWorkbench().getDisplay())) {
            pattern.setText("LINE 49[0-9]{3} is odd$");
            robot.until("those lines", () -> listed() == 500);
            assertTrue(robot.control(Table.class, "run.log.table").getItem(0).getText(MESSAGE).equals("line 49001 is odd"));
            // Would take longer than anybody lives, in the first line.
            pattern.setText("(a+)+b");
            pattern.setText("line 12(3)4\\d is e.en");
            robot.until("other lines", () -> listed() == 5);
            pattern.setText("");
            robot.until("all lines again", () -> lastSaid().equals("line " + (LINES - 1) + " is odd"));
            pattern.setText("line 777$|line 777 ");
            robot.until("one line", () -> listed() == 1);
            robot.entry(robot.control(Table.class, "run.log.table"), "Copy with headers\tCtrl+C");
            assertEquals(List.of(), monitor.freezes());
        }
    }

    /** How many lines stand in the table of the system, which takes some thousand. */
    private int listed() {
        return robot.find(Table.class, table -> "run.log.table".equals(table.getData("orrery.id"))).map(Table::getItemCount).orElse(0);
    }

    /** What the program has said last: behind it stands only how the run ended. */
    private String lastSaid() {
        return robot.find(NatTable.class, table -> "run.log.table".equals(table.getData("orrery.id"))).map(table -> {
            ILayerCell cell = table.getCellByPosition(MESSAGE, table.getRowCount() - 2);
            return cell == null ? "" : String.valueOf(cell.getDataValue());
        }).orElse("");
    }
}
