package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
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

    private static void open(Path file) throws CommandException {
        ParameterizedCommand command = ParameterizedCommand.generateCommand(
                PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(OPEN), Map.of(OPEN + ".file", file.toString()));
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
    }

    private NatTable table() {
        return robot.control(NatTable.class, "dataset.rows");
    }

    private String cell(int column, int row) {
        ILayerCell cell = table().getCellByPosition(column, row);
        return cell == null ? "" : String.valueOf(cell.getDataValue());
    }

    private String state() {
        return robot.control(Label.class, "file.state").getText();
    }

    private String status() {
        return robot.control(Label.class, "rows.status").getText();
    }

    @Test
    void itsFirstRowAndItsLastAreThereWithoutAnImport() throws Exception {
        open(file(ROWS, ""));
        robot.until("the first row", () -> cell(1, 1).equals("0"));
        robot.until("all rows", () -> state().startsWith("All 150,000 rows"));
        robot.until("their number below the table", () -> status().startsWith("150,000"));
        Event end = new Event();
        end.type = SWT.KeyDown;
        end.stateMask = SWT.MOD1;
        end.keyCode = SWT.END;
        table().notifyListeners(SWT.KeyDown, end);
        robot.until("the last row", () -> cell(1, table().getRowCount() - 1).equals(Integer.toString(ROWS - 1)));
        assertTrue(Workbenches.service(DatasetList.class).find("plain").isEmpty(), "nothing was imported");
    }

    @Test
    void aTextIsFoundAnywhereInIt() throws Exception {
        open(file(ROWS, ""));
        robot.until("all rows", () -> state().startsWith("All 150,000 rows"));
        robot.control(Text.class, "rows.find").setText("149998");
        robot.press(robot.button("Next"));
        robot.until("the row", () -> cell(1, table().getRowCount() - 1).equals("149999") || cell(1, table().getRowCount() - 1).equals("149998"));
        robot.control(Text.class, "rows.find").setText("no such text");
        robot.press(robot.button("Next"));
        robot.until("the sentence", () -> status().startsWith("No “no such text”"));
    }

    @Test
    void whereItIsDamagedIsSaidAndTheRowsBeforeAreShown() throws Exception {
        open(file(ROWS, "1,2,3,4,5\n"));
        robot.until("the damage", () -> state().contains("line 150002: the row has 5 fields where the first row has 3"));
        assertTrue(state().startsWith("150,000 rows"), state());
        robot.until("the first row", () -> cell(1, 1).equals("0"));
    }

    @Test
    void sortingAsksForAnImportAndTheButtonBeginsOne() throws Exception {
        open(file(50, ""));
        robot.until("the first row", () -> cell(1, 1).equals("0"));
        NatTable table = table();
        for (int type : new int[] {SWT.MouseDown, SWT.MouseUp}) {
            Event event = new Event();
            event.type = type;
            event.button = 1;
            event.count = 1;
            event.x = table.getStartXOfColumnPosition(2) + 10;
            event.y = 8;
            table.notifyListeners(type, event);
        }
        robot.until("the sentence", () -> status().startsWith("Import this file"));
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
        open(file);
        robot.until("the sentence", () -> robot.find(Label.class, label -> label.getText().contains("There is no file " + file)).isPresent());
        Files.writeString(file, "a,b\n1,2\n");
        robot.select(robot.control(org.eclipse.swt.widgets.Link.class, "file.again"));
        robot.until("the first row", () -> Optional.of(cell(1, 1)).filter("1"::equals).isPresent());
        assertEquals(0, java.util.Arrays.stream(Display.getCurrent().getShells()).filter(shell -> shell.isVisible() && shell.getText().contains("Error"))
                .map(Shell.class::cast).count());
    }
}
