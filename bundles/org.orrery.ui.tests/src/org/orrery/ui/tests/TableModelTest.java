package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orrery.analysis.Names;
import org.orrery.analysis.result.Figure;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.ui.Formats;
import org.orrery.ui.Grid;
import org.orrery.ui.RunTexts;
import org.orrery.ui.TableModel;

@ExtendWith(InWorkbench.class)
class TableModelTest {
    private static final Schema SCHEMA = Schema.of(Column.of("model", ColumnType.TEXT), Column.of("accuracy", ColumnType.REAL));

    private static TableModel model() {
        Table first = Table.builder(SCHEMA).row("tree", 0.75).row("dummy", null).build();
        Table second = Table.builder(SCHEMA).row("logistic", 0.8051).build();
        return TableModel.ofResult(SCHEMA, List.of(first, second), Map.of("model", "Model"), Names.NONE);
    }

    @Test
    void aSentenceOfARunIsToldWithNamesAndWithoutTheFolderOfTheWorkspace() {
        Path workspace = Path.of("home", "ada", "orrery").toAbsolutePath();
        Names names = new Names(Map.of(), Map.of("random-forest", "Random forest", "fold-#", "fold {0}"), Map.of());
        assertEquals("What unit Random forest, fold 3 had left cannot be read any more (" + Path.of("runs", "1") + " is damaged).",
                RunTexts.plain("What unit random-forest/fold-3 had left cannot be read any more (" + workspace.resolve("runs").resolve("1") + " is damaged).",
                        "random-forest/fold-3", names, workspace));
    }

    @Test
    void rowsOfSeveralBlocksAreOneTable() {
        assertEquals(3, model().rows());
        assertEquals("logistic", model().text(2, 0));
        assertEquals("Model", model().columns().get(0).title());
        assertEquals("accuracy", model().columns().get(1).title());
    }

    @Test
    void aMissingValueIsEmptyAndComesLast() {
        assertEquals("", model().text(1, 1));
        assertTrue(model().compare(1, 1, 0) > 0);
        assertTrue(model().compare(1, 0, 2) < 0);
    }

    @Test
    void theValuesOfADataSetAreShownAsTheyStoodInTheFile() {
        Table block = Table.builder(SCHEMA).row("a", 39.1).row("b", 42.0).build();
        TableModel data = TableModel.ofData(SCHEMA, List.of(block));
        assertEquals("39.1", data.text(0, 1));
        assertEquals("42", data.text(1, 1));
    }

    @Test
    void copyingTakesTheHeadersAlong() {
        Shell shell = new Shell(Display.getCurrent());
        try {
            Grid grid = new Grid(shell, "test.grid", "Test");
            grid.show(model());
            assertEquals("Model\taccuracy\ntree\t" + Formats.number(0.75) + "\ndummy\t\nlogistic\t" + Formats.number(0.8051) + "\n",
                    grid.selectedText());
        } finally {
            shell.dispose();
        }
    }

    @Test
    void aDifferenceHasItsSignAndTheUnitOfItsFigure() {
        assertEquals("−" + Formats.number(0.0011), Formats.difference(Figure.Format.PLAIN, -0.0011));
        assertEquals(String.format("+%.2f points", 0.33), Formats.difference(Figure.Format.SHARE, 0.0033));
        assertEquals("+" + Formats.seconds(2.5), Formats.difference(Figure.Format.SECONDS, 2.5));
        assertEquals("0", Formats.difference(Figure.Format.PLAIN, 0));
        assertEquals(Formats.number(Double.NaN), Formats.difference(Figure.Format.PLAIN, Double.NaN));
    }

    @Test
    void lengthsOfTimeAndSizesAreWrittenInTheUnitThatFits() {
        assertEquals("250 ms", Formats.seconds(0.25));
        assertEquals("2 min 05 s", Formats.seconds(125));
        assertEquals("512 B", Formats.bytes(512));
        assertEquals("–", Formats.number(Double.NaN));
    }
}
