package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.Dataset;
import org.orrery.data.ImportPreview;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.Table;

/** More columns than are usual are refused unless they are said to be meant, and then read whole. */
class WideFilesTest extends StoreFixture {
    private static final int COLUMNS = 100_001;
    private static final int ROWS = 100;

    private static void record(Appendable to, int row) throws IOException {
        for (int column = 0; column < COLUMNS; column++) {
            to.append(column == 0 ? "" : ",").append(row < 0 ? "c" + column : column % 3 == 2 ? "t" + row : column + row + (column % 3 == 1 ? ".5" : ""));
        }
        to.append('\n');
    }

    private static String wide(int rows) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int row = -1; row < rows; row++) {
            record(text, row);
        }
        return text.toString();
    }

    /** So many rows that their file of 60 MB is read in several pieces; the memory that takes must not grow with rows and columns. */
    @Test
    void aHundredThousandColumnsAreReadWhenTheyAreMeant() throws Exception {
        Path file = folder.resolve("wide.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int row = -1; row < ROWS; row++) {
                record(writer, row);
            }
        }
        ReadOptions options = ReadOptions.DETECT.change().maxColumns(200_000).options();
        Dataset dataset = store.importFile(file, options, Progress.NONE);
        assertEquals(COLUMNS, dataset.schema().size());
        assertEquals(ROWS, dataset.rows());
        assertEquals(ColumnType.INTEGER, type(dataset, "c99999"));
        assertEquals(ColumnType.REAL, type(dataset, "c100000"));
        assertTrue(type(dataset, "c2").isText());
        Object[] reals = values(dataset, "c100000");
        Object[] texts = values(dataset, "c50");
        for (int row = 0; row < ROWS; row++) {
            assertEquals(100_000.5 + row, reals[row]);
            assertEquals("t" + row, texts[row]);
        }
        Table window = store.window(dataset, List.of("c0", "c2", "c99999"), ROWS - 10, 10);
        assertEquals(10, window.rows());
        assertEquals("t99", window.value(9, 1));
        assertEquals(99_999L + 99, window.value(9, 2));
    }

    @Test
    void theRefusalNamesTheOptionThatRaisesTheLimit() throws Exception {
        DataException refused = refused(wide(1));
        assertEquals(Optional.of("max-columns"), refused.where().option());
        ImportPreview preview = store.preview(file("wide.csv", wide(1)), ReadOptions.DETECT, Progress.NONE);
        assertTrue(!preview.isReadable() && preview.problems().get(0).text().contains("16384"), preview.problems().toString());
        ReadOptions more = preview.problems().get(0).repairs().get(0).options();
        assertEquals(COLUMNS, store.preview(file("wide.csv", wide(1)), more, Progress.NONE).names().size());
    }
}
