package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.List;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IPersistableEditor;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orrery.ui.charts.ChartPart;
import org.orrery.ui.charts.ChartView;

/** From a figure to the predictions behind it and to the rows of the data; and what a reader has set in a run's editor is there again. */
@ExtendWith(InWorkbench.class)
class PointToRowsTest {
    private static final String BEHIND = "Show the predictions behind it";
    private static final String IN_DATA = "Show in the data set";

    private final Robot robot = new Robot(PlatformUI.getWorkbench().getDisplay());
    private final Journey journey = new Journey(robot);

    @AfterEach
    void closeEditors() {
        Workbenches.closeEditors();
    }

    @Test
    void aCellOfTheConfusionMatrixLeadsToItsPredictionsAndTheseToTheRowsOfTheData() {
        journey.look("wa_churn");
        table("Confusion");
        Table confusion = robot.control(Table.class, "run.tables.grid");
        robot.until("the confusion matrix", () -> confusion.getItemCount() > 3 && confusion.getItem(1).getText(1).equals("No"));
        confusion.setSelection(1);
        String model = confusion.getItem(1).getText(0);
        int expected = Integer.parseInt(confusion.getItem(1).getText(3).replace(",", ""));
        assertFalse(robot.entry(confusion, IN_DATA).isEnabled(), "a count is about no row of the data");
        robot.choose(confusion, BEHIND);
        Table rows = robot.control(Table.class, "run.answers.table.rows");
        robot.until("the predictions", () -> rows.getItemCount() == expected && rows.getItem(0).getText(1).equals(model));
        assertEquals("No", rows.getItem(0).getText(2));
        assertEquals("Yes", rows.getItem(0).getText(3));
        rows.setSelection(0);
        int row = Integer.parseInt(rows.getItem(0).getText(0).replace(",", ""));
        robot.choose(rows, IN_DATA);
        NatTable data = robot.control(NatTable.class, "dataset.rows");
        RowsRobot seen = new RowsRobot(robot);
        robot.until("the row of the data", () -> inSight(data, seen, row));
    }

    @Test
    void aCellOfTheMatrixLeadsToItsPredictionsAlsoWhenTheMatrixIsTransposed() {
        journey.look("wa_churn");
        table("Confusion matrix, counts");
        Table matrix = robot.control(Table.class, "run.tables.grid");
        robot.until("the matrix", () -> matrix.getColumnCount() == 5 && matrix.getColumn(3).getText().equals("Predicted: Yes")
                && matrix.getItem(0).getText(1).equals("No"));
        String count = matrix.getItem(0).getText(3);
        ToolBar tools = robot.find(ToolBar.class, bar -> Arrays.stream(bar.getItems()).anyMatch(PointToRowsTest::transposes)).orElseThrow();
        ToolItem transpose = Arrays.stream(tools.getItems()).filter(PointToRowsTest::transposes).findFirst().orElseThrow();
        transpose.setSelection(true);
        robot.select(transpose);
        robot.until("the transposed matrix", () -> matrix.getColumn(2).getText().equals("Actual: No"));
        assertEquals("Yes", matrix.getItem(1).getText(1));
        assertEquals(count, matrix.getItem(1).getText(2), "the cell is the same one");
        matrix.setSelection(1);
        MenuItem cell = Arrays.stream(robot.entry(matrix, BEHIND).getMenu().getItems()).filter(item -> item.getText().equals("Actual: No (" + count + ")"))
                .findFirst().orElseThrow();
        robot.select(cell);
        Table rows = robot.control(Table.class, "run.answers.table.rows");
        robot.until("the predictions", () -> rows.getItemCount() == Integer.parseInt(count.replace(",", "")));
        assertEquals("No", rows.getItem(0).getText(2));
        assertEquals("Yes", rows.getItem(0).getText(3));
    }

    private static boolean transposes(ToolItem item) {
        return "run.tables.grid.transpose".equals(item.getData("orrery.id"));
    }

    private static boolean inSight(NatTable data, RowsRobot seen, int row) {
        for (int i = 1; i < data.getRowCount(); i++) {
            if (seen.cell(0, i).replace(",", "").equals(Integer.toString(row))) {
                return true;
            }
        }
        return false;
    }

    private void table(String title) {
        journey.select("run.tables");
        List tables = robot.control(List.class, "run.tables.list");
        robot.until("the tables", () -> tables.getItemCount() > 4);
        tables.setSelection(Arrays.stream(tables.getItems()).filter(item -> item.startsWith(title)).map(tables::indexOf).findFirst().orElseThrow());
        robot.select(tables);
    }

    private ChartView chart(String title) {
        journey.select("run.charts");
        List charts = robot.control(List.class, "run.charts.list");
        robot.until("the charts", () -> charts.getItemCount() > 2);
        charts.setSelection(Arrays.stream(charts.getItems()).filter(item -> item.startsWith(title)).map(charts::indexOf).findFirst().orElseThrow());
        robot.select(charts);
        ChartView view = robot.control(ChartView.class, "run.charts.view");
        robot.until(title, () -> view.chart().filter(shown -> shown.title().startsWith(title)).isPresent());
        return view;
    }

    @Test
    void aPointOfAChartLeadsToThePredictionsBehindIt() {
        journey.look("wa_churn");
        behind("ROC");
        Text threshold = robot.control(Text.class, "setting.threshold");
        robot.until("the threshold of the point", () -> !threshold.getText().equals("0.5") && Double.parseDouble(threshold.getText()) < 1);
        robot.until("the predictions", () -> tab().startsWith("Rows"));
        String before = robot.control(Label.class, "run.answers.table.rows.note").getText();
        behind("Calibration");
        robot.until("the predictions of a bin", () -> tab().startsWith("Rows") && !robot.control(Label.class, "run.answers.table.rows.note").getText().equals(before));
        behind("Probabilities of rows");
        robot.until("the predictions of a bar", () -> tab().startsWith("Rows"));
    }

    @Test
    void aPointOfTheLearningCurveLeadsToItsRowInTheTableOfTheRun() {
        journey.look("wa_churn");
        Table points = points("Learning curve");
        points.setSelection(1);
        String share = points.getItem(1).getText(1).replaceFirst("\\.0+$", "");
        robot.choose(points, "Show in its table");
        Table table = robot.control(Table.class, "run.tables.grid");
        robot.until("its row", () -> table.getSelectionCount() == 1 && table.getColumnCount() > 6);
        assertEquals(share, table.getSelection()[0].getText(2), "rows to train on");
        robot.choose(table, "Group by", "Model");
        robot.until("the groups", () -> table.getItemCount() == 1 && table.getColumn(1).getText().equals("Rows"));
        assertTrue(table.getItem(0).getText(1).equals("4") || table.getItem(0).getText(1).equals("5"), table.getItem(0).getText(1));
        robot.choose(table, "Group by", "Nothing: show every row");
        robot.until("every row", () -> table.getItemCount() > 3);
    }

    private Table points(String title) {
        return (Table) showPoints(title);
    }

    /** Asks for what is behind a point of a chart, in the table of its points. */
    private void behind(String title) {
        Control points = showPoints(title);
        if (points instanceof NatTable many) {
            robot.until("the points", () -> many.getRowCount() > 3);
            new RowsRobot(robot).clickRow(many, 3);
        } else {
            ((Table) points).setSelection(2);
        }
        robot.choose(points, BEHIND);
    }

    private Control showPoints(String title) {
        chart(title);
        ToolBar tools = robot.control(ToolBar.class, "run.charts.view.tools");
        ToolItem table = Arrays.stream(tools.getItems()).filter(one -> "run.charts.view.showTable".equals(one.getData("orrery.id"))).findFirst().orElseThrow();
        table.setSelection(true);
        robot.select(table);
        return robot.control(Control.class, "run.charts.view.points");
    }

    private String tab() {
        CTabFolder tabs = robot.control(CTabFolder.class, "run.answers.tabs");
        return tabs.getSelection() == null ? "" : tabs.getSelection().getText();
    }

    @Test
    void theTabAndTheZoomOfAChartAreThereAgainAfterARestart() {
        long run = journey.look("wa_churn");
        ChartView roc = chart("ROC");
        roc.zoom(0.5);
        ChartPart part = roc.part().orElseThrow();
        ChartView other = chart("Precision");
        assertTrue(other.part().isEmpty(), "another chart is shown whole");
        assertEquals(part, chart("ROC").part().orElseThrow(), "the first is as it was left");
        XMLMemento memento = XMLMemento.createWriteRoot("editor");
        ((IPersistableEditor) Workbenches.page().getActiveEditor()).saveState(memento);
        Workbenches.closeEditors();
        Journey.open(run);
        robot.until("the editor", () -> Workbenches.runEditors() == 1);
        ((IPersistableEditor) Workbenches.page().getActiveEditor()).restoreState(memento);
        ChartView again = robot.control(ChartView.class, "run.charts.view");
        robot.until("the part of the chart", () -> again.part().isPresent());
        assertEquals(part, again.part().orElseThrow());
    }
}
