package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.ui.DatasetList;

/** A file is looked at before it is imported. */
@ExtendWith(InWorkbench.class)
class FileEditorTest {
    private static final String OPEN = "org.orrery.ui.data.commands.openFile";
    private static final int ROWS = 150_000;

    @TempDir
    Path folder;
    private final Robot robot = new Robot(PlatformUI.getWorkbench().getDisplay());
    private final RowsRobot rows = new RowsRobot(robot);

    @AfterEach
    void closeIt() {
        Workbenches.closeEditors();
    }

    private Path file(int rows, String last) throws Exception {
        StringBuilder text = new StringBuilder("n,name,weight\n");
        for (int i = 0; i < rows; i++) {
            text.append(i).append(",row ").append(i % 7).append(',').append((i * 7919 % 1000) / 4.0).append('\n');
        }
        return Files.writeString(folder.resolve("plain.csv"), text.append(last));
    }

    private String state() {
        return robot.control(Label.class, "file.state").getText();
    }

    @Test
    void itsFirstRowAndItsLastAreThereWithoutAnImport() throws Exception {
        RowsRobot.openFile(file(ROWS, ""));
        robot.until("the first row", () -> rows.cell(1, 1).equals("0"));
        robot.until("all rows", () -> state().startsWith("All 150,000 rows"));
        robot.until("their number below the table", () -> rows.status().startsWith("150,000"));
        rows.control(SWT.END);
        robot.until("the last row", () -> rows.lastCell(1).equals(Integer.toString(ROWS - 1)));
        assertTrue(Workbenches.service(DatasetList.class).find("plain").isEmpty(), "nothing was imported");
    }

    @Test
    void aTextIsFoundAnywhereInIt() throws Exception {
        RowsRobot.openFile(file(ROWS, ""));
        robot.until("all rows", () -> state().startsWith("All 150,000 rows"));
        robot.control(Text.class, "rows.find").setText("149998");
        robot.press(robot.button("Next"));
        robot.until("the row", () -> rows.lastCell(1).equals("149999") || rows.lastCell(1).equals("149998"));
        robot.control(Text.class, "rows.find").setText("no such text");
        robot.press(robot.button("Next"));
        robot.until("the sentence", () -> rows.status().startsWith("No “no such text”"));
    }

    @Test
    void whereItIsDamagedIsSaidAndTheRowsBeforeAreShown() throws Exception {
        RowsRobot.openFile(file(ROWS, "1,2,3,4,5\n"));
        robot.until("the damage", () -> state().contains("line 150002: the row has 5 fields where the first row has 3"));
        assertTrue(state().startsWith("150,000 rows"), state());
        robot.until("the first row", () -> rows.cell(1, 1).equals("0"));
    }

    @Test
    void sortingAsksForAnImportAndTheButtonBeginsOne() throws Exception {
        RowsRobot.openFile(file(50, ""));
        robot.until("the first row", () -> rows.cell(1, 1).equals("0"));
        rows.click(2);
        robot.until("the sentence", () -> rows.status().startsWith("Import this file"));
        assertFalse(robot.find(Button.class, button -> "rows.filter".equals(button.getData("orrery.id"))).isPresent());
        robot.within(() -> robot.press(robot.control(Button.class, "file.import")), () -> {
            Text file = robot.control(Text.class, "import.file");
            assertEquals(folder.resolve("plain.csv").toString(), file.getText());
            file.getShell().close();
        });
    }

    @Test
    void aFileThatIsGoneIsNamedAndCanBeOpenedAgainLater() throws Exception {
        Path file = folder.resolve("plain.csv");
        RowsRobot.openFile(file);
        robot.until("the sentence", () -> robot.find(Label.class, label -> label.getText().contains("There is no file " + file)).isPresent());
        Files.writeString(file, "a,b\n1,2\n");
        robot.select(robot.control(org.eclipse.swt.widgets.Link.class, "file.again"));
        robot.until("the first row", () -> rows.cell(1, 1).equals("1"));
    }
}
