package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.data.ColumnBlocks;
import org.orrery.data.DataException;
import org.orrery.data.Dataset;
import org.orrery.data.TableCsv;
import org.orrery.ui.Background;
import org.orrery.ui.DatasetList;

/**
 * While a comparison is at work and large data are opened, sorted, filtered, searched, copied and exported, no event takes long. A million rows
 * with the property are a tenth of a gigabyte; releng/freeze/run goes through it with a whole one.
 */
@ExtendWith(InWorkbench.class)
class FreezeTest {
    private static final int ROWS = Integer.getInteger("orrery.freeze.rows", 200_000);

    @TempDir
    Path folder;
    private final Robot robot = new Robot(PlatformUI.getWorkbench().getDisplay());
    private final Journey journey = new Journey(robot);
    private final RowsRobot rows = new RowsRobot(robot);
    private Path file;

    @AfterEach
    void forgetTheLargeSet() throws Exception {
        Workbenches.closeEditors();
        Workbenches.service(DatasetList.class).remove("large");
    }

    @Test
    void noEventTakesLongWhileARunIsAtWork() throws Exception {
        file = folder.resolve("large.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("n,name,weight,day,city,amount,share,note\n");
            for (int i = 0; i < ROWS; i++) {
                out.write(i + ",row " + i % 1_009 + ',' + i * 7919L % 100_003 / 4.0 + ",20" + (10 + i % 15) + "-0" + (1 + i % 9) + "-1" + i % 10 + ",town "
                        + i % 37 + ',' + i * 31L % 1_000_003 + ".25," + i % 997 / 997.0 + ",a note that is as long as notes are " + i + '\n');
            }
        }
        rows.imported(file, "large");
        journey.finished("wa_churn");
        long finished = Journey.newest().id();
        Workbenches.closeEditors();
        int before = Journey.runs().runs().size();
        journey.fillWizard(journey.sample("wa_churn"), 100);
        robot.until("the run to begin", () -> Journey.runs().runs().size() > before && Journey.newest().units().done() > 0);
        long working = Journey.newest().id();
        try {
            // Once for the classes to be loaded, once for the compiler.
            goRound(finished);
            goRound(finished);
            try (FreezeMonitor monitor = new FreezeMonitor(PlatformUI.getWorkbench().getDisplay())) {
                goRound(finished);
                assertEquals(List.of(), monitor.freezes());
            }
        } finally {
            Journey.runs().workspace().runs().cancel(working);
            robot.until("the end", () -> Journey.runs().find(working).orElseThrow().state().ended());
            Workbenches.closeEditors();
        }
    }

    private void goRound(long run) throws Exception {
        lookAtTheDataSet();
        lookAtTheFile();
        lookAtTheRun(run);
    }

    private void lookAtTheDataSet() throws Exception {
        Workbenches.closeEditors();
        RowsRobot.openDataset("large");
        rows.awaitCells();
        rows.click(6);
        robot.until("the smallest amount first", () -> !rows.works() && rows.cell(6, 1).equals("0.25"));
        rows.click(6);
        robot.until("the largest amount first", () -> !rows.works() && !rows.cell(6, 1).equals("0.25"));
        rows.click(6);
        robot.until("the first order", () -> !rows.works() && rows.cell(1, 1).equals("0"));
        robot.press(robot.control(Button.class, "rows.filter"));
        robot.control(Text.class, "filter.value").setText("77");
        robot.until("one row", () -> rows.status().startsWith("1 of"));
        robot.press(robot.control(Button.class, "filter.remove"));
        robot.until("all rows", () -> !rows.status().contains(" of ") && !rows.works());
        for (int i = 0; i <= 20; i++) {
            rows.scroll(i / 20.0);
        }
        rows.control(SWT.END);
        rows.find("no such text");
        rows.control('c');
        export();
        robot.until("reading to end", () -> Job.getJobManager().find(Background.FAMILY).length == 0);
    }

    /** Writes all rows to files, as keeping a selection and exporting a table do. */
    private void export() {
        DatasetList list = Workbenches.service(DatasetList.class);
        Dataset large = list.find("large").orElseThrow();
        boolean[] done = new boolean[1];
        Background.load(robot.control(Label.class, "rows.status"), "export", () -> {
            try (OutputStream out = Files.newOutputStream(folder.resolve("exported.csv"));
                    ColumnBlocks blocks = list.workspace().data().blocks(large, large.schema().names())) {
                TableCsv.writeExactly(out, sink -> {
                    try {
                        for (org.orrery.data.Table block = blocks.next(); block != null; block = blocks.next()) {
                            sink.accept(block);
                        }
                    } catch (DataException e) {
                        throw new IllegalStateException(e);
                    }
                });
            }
            return null;
        }, nothing -> done[0] = true, failure -> {
            throw new IllegalStateException(failure);
        });
        robot.until("the export", () -> done[0]);
    }

    private void lookAtTheFile() {
        Workbenches.closeEditors();
        RowsRobot.openFile(file);
        rows.awaitCells();
        robot.until("all rows", () -> robot.control(Label.class, "file.state").getText().startsWith("All "));
        rows.control(SWT.END);
        robot.until("the last row", () -> rows.lastCell(1).equals(Integer.toString(ROWS - 1)));
        rows.control(SWT.HOME);
        rows.find("as notes are " + (ROWS - 2));
        robot.until("the row", () -> rows.table().getRowIndexByPosition(rows.table().getRowCount() - 1) > ROWS - 100);
    }

    private void lookAtTheRun(long run) {
        Workbenches.closeEditors();
        Journey.open(run);
        robot.until("the editor", () -> Workbenches.runEditors() == 1);
        for (String page : List.of("run.overview", "run.leaderboard", "run.charts", "run.metrics", "run.settings", "run.log", "run.tables")) {
            journey.select(page);
            robot.settle();
        }
        org.eclipse.swt.widgets.List tables = robot.control(org.eclipse.swt.widgets.List.class, "run.tables.list");
        robot.until("the tables", () -> tables.getItemCount() > 4);
        tables.setSelection(Arrays.stream(tables.getItems()).filter(title -> title.startsWith("Out-of-fold predictions")).map(tables::indexOf)
                .findFirst().orElseThrow());
        robot.select(tables);
        robot.until("the predictions", () -> shown() > 20_000);
        NatTable predictions = robot.control(NatTable.class, "run.tables.grid");
        rows.clickTitle(predictions, predictions.getColumnCount() - 1);
        robot.control(Text.class, "run.tables.grid.filter").setText("tree");
        robot.until("the sorted and filtered rows", () -> shown() < 20_000);
        robot.control(Text.class, "run.tables.grid.filter").setText("");
        robot.until("all rows", () -> shown() > 20_000 && Job.getJobManager().find(Background.FAMILY).length == 0);
    }

    /** How many rows of the table of the run are shown; 0 while they are being read. */
    private int shown() {
        String note = robot.control(Label.class, "run.tables.grid.note").getText();
        return note.matches("[0-9,]+ .*") ? Integer.parseInt(note.substring(0, note.indexOf(' ')).replace(",", "")) : 0;
    }
}
