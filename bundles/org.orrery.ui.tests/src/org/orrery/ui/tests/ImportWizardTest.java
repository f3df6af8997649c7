package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orrery.data.ColumnType;
import org.orrery.data.Dataset;
import org.orrery.data.ReadOptions.DateOrder;
import org.orrery.ui.DatasetList;

/** What the import wizard shows of files that are not as they should be, and what it does with the answers. */
@ExtendWith(InWorkbench.class)
class ImportWizardTest {
    private Path folder;
    private final Robot robot = new Robot(PlatformUI.getWorkbench().getDisplay());
    private final Workbenches workbench = new Workbenches();

    @BeforeEach
    void watch() throws IOException {
        folder = Files.createTempDirectory("orrery-import");
        workbench.watch();
        robot.settle();
    }

    @AfterEach
    void nothingIsLoggedAsAnError() throws IOException {
        robot.settle();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
        assertEquals(List.of(), workbench.errors());
    }

    private void inWizard(String name, String content, Runnable use) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        robot.within(ImportWizardTest::open, () -> {
            robot.control(Text.class, "import.file").setText(file.toString());
            use.run();
        });
    }

    private static void open() {
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand("org.orrery.ui.data.commands.importData", null);
        } catch (CommandException e) {
            throw new IllegalStateException(e);
        }
    }

    private void takeWay(int index) {
        Button way = robot.control(Button.class, "import.way." + index);
        way.setSelection(true);
        robot.press(way);
    }

    private Dataset imported(String name) {
        DatasetList list = Workbenches.service(DatasetList.class);
        robot.until(name + " in the catalogue", () -> list.find(name).isPresent());
        return list.find(name).orElseThrow();
    }

    @Test
    void aQuestionIsAnsweredByAChoiceAndTheAnswerIsKept() throws IOException {
        inWizard("asked-dates.csv", "day,n\n01/02/2024,1\n03/04/2024,2\n", () -> {
            Table notices = robot.control(Table.class, "import.notices");
            robot.until("the question", () -> notices.getItemCount() == 1);
            takeWay(1);
            robot.until("the answer", () -> notices.getItemCount() == 0);
            robot.until("the way to the end", () -> robot.button("Finish").isEnabled());
            robot.press(robot.button("Finish"));
        });
        Dataset dataset = imported("asked-dates");
        assertEquals(ColumnType.DATE, dataset.schema().columns().get(0).type());
        assertEquals(Optional.of(DateOrder.DAY_FIRST), dataset.options().dateOrder());
    }

    @Test
    void aProblemIsListedWithItsLineAndRepaired() throws IOException {
        inWizard("asked-report.csv", "Report\nof today\n\na,b,c\n1,2,3\n4,5,6\n7,8,9\n", () -> {
            Table notices = robot.control(Table.class, "import.notices");
            robot.until("the problems", () -> notices.getItemCount() > 0);
            assertTrue(Arrays.stream(notices.getItems()).anyMatch(item -> item.getText(1).equals("4")), "the line of the first problem");
            assertTrue(!robot.button("Finish").isEnabled());
            takeWay(0);
            Button finish = robot.button("Finish");
            robot.until("the repair", finish::isEnabled);
            assertEquals(3, robot.control(Table.class, "import.rows").getItemCount());
            robot.press(finish);
        });
        assertEquals(Optional.of(3), imported("asked-report").options().skip());
    }
}
