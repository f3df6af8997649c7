package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.orrery.data.ColumnBlocks;
import org.orrery.data.ColumnType;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.Table;

/**
 * Files whose counts are known: iris and penguins from the documentation of their R packages (datasets,
 * palmerpenguins), wa_churn from modeldata's, the means from R's {@code mean}.
 */
class KnownFilesTest extends StoreFixture {
    @Test
    void churnHasItsRowsTypesAndElevenMissingCharges() throws Exception {
        Dataset churn = read(sample("wa_churn"));
        assertEquals(7043, churn.rows());
        assertEquals(20, churn.schema().size());
        assertEquals(ColumnType.CATEGORY, type(churn, "churn"));
        assertEquals(2, column(churn, "churn").distinct());
        assertEquals(ColumnType.INTEGER, type(churn, "female"));
        assertEquals(ColumnType.INTEGER, type(churn, "tenure"));
        assertEquals(ColumnType.REAL, type(churn, "monthly_charges"));
        assertEquals(ColumnType.REAL, type(churn, "total_charges"));
        assertEquals(11, column(churn, "total_charges").missing());
        assertEquals(11, store.table(churn, List.of("total_charges"), Progress.NONE).column(0).missing());
        assertEquals(1869, count(churn, "churn", "Yes"));
    }

    @Test
    void penguinsHaveTheirMissingValues() throws Exception {
        Dataset penguins = read(sample("penguins"));
        assertEquals(344, penguins.rows());
        assertEquals(2, column(penguins, "bill_length_mm").missing());
        assertEquals(11, column(penguins, "sex").missing());
        assertEquals(ColumnType.INTEGER, type(penguins, "body_mass_g"));
        assertEquals(152, count(penguins, "species", "Adelie"));
        assertEquals(68, count(penguins, "species", "Chinstrap"));
        assertNull(values(penguins, "sex")[3]);
    }

    @Test
    void irisHasItsMeanAndItsLevelsInOrderOfAppearance() throws Exception {
        Dataset iris = read(sample("iris"));
        assertEquals(150, iris.rows());
        Table table = store.table(iris, List.of("Species", "Sepal.Length"), Progress.NONE);
        double sum = 0;
        for (int i = 0; i < table.rows(); i++) {
            sum += table.column("Sepal.Length").asDouble(i);
        }
        assertEquals(5.843333, sum / 150, 1e-6);
        assertArrayEquals(new Object[] {"setosa", "versicolor", "virginica"},
                ((org.orrery.data.TextVector) table.column("Species")).dictionary().toArray());
    }

    @Test
    void blocksGiveTheSameRowsAsTheTable() throws Exception {
        Dataset churn = read(sample("wa_churn"));
        List<String> columns = List.of("total_charges", "contract", "tenure");
        Table table = store.table(churn, columns, Progress.NONE);
        int row = 0;
        try (ColumnBlocks blocks = store.blocks(churn, columns)) {
            for (Table block = blocks.next(); block != null; block = blocks.next()) {
                for (int i = 0; i < block.rows(); i++, row++) {
                    for (int column = 0; column < columns.size(); column++) {
                        assertEquals(table.value(row, column), block.value(i, column));
                    }
                }
            }
        }
        assertEquals(7043, row);
    }

    @Test
    void theLocaleOfTheMachineChangesNothing() throws Exception {
        Dataset here = read(sample("penguins"));
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr-TR", "de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                Dataset there = read(sample("penguins"));
                assertEquals(here.schema(), there.schema());
                assertEquals(here.options(), there.options());
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void readingWithTheResolvedOptionsGivesTheSameDataset() throws Exception {
        Dataset first = read(sample("wa_churn"));
        Dataset again = store.importFile(first.source(), first.options(), Progress.NONE);
        assertEquals(first.schema(), again.schema());
        assertEquals(first.options(), again.options());
        assertTrue(store.isCurrent(first, Progress.NONE));
    }

    private long count(Dataset dataset, String column, String level) throws Exception {
        return java.util.Arrays.stream(values(dataset, column)).filter(level::equals).count();
    }
}
