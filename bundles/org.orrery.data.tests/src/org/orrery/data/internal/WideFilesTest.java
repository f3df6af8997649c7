package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    private static String wide(int rows) {
        StringBuilder text = new StringBuilder();
        for (int row = -1; row < rows; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                text.append(column == 0 ? "" : ",").append(row < 0 ? "c" + column : column % 3 == 2 ? "t" + row : column + row + (column % 3 == 1 ? ".5" : ""));
            }
            text.append('\n');
        }
        return text.toString();
    }

    @Test
    void aHundredThousandColumnsAreReadWhenTheyAreMeant() throws Exception {
        ReadOptions options = ReadOptions.DETECT.change().maxColumns(200_000).options();
        Dataset dataset = store.importFile(file("wide.csv", wide(12)), options, Progress.NONE);
        assertEquals(COLUMNS, dataset.schema().size());
        assertEquals(12, dataset.rows());
        assertEquals(ColumnType.INTEGER, type(dataset, "c99999"));
        assertEquals(ColumnType.REAL, type(dataset, "c100000"));
        assertTrue(type(dataset, "c2").isText());
        assertArrayEquals(new Object[] {100_000.5, 100_011.5}, new Object[] {values(dataset, "c100000")[0], values(dataset, "c100000")[11]});
        Table window = store.window(dataset, List.of("c0", "c2", "c99999"), 2, 10);
        assertEquals(10, window.rows());
        assertEquals("t11", window.value(9, 1));
        assertEquals(99_999L + 11, window.value(9, 2));
    }

    @Test
    void theRefusalNamesTheOptionThatRaisesTheLimit() throws Exception {
        DataException refused = refused(wide(1));
        assertEquals(Optional.of("max-columns"), refused.where().option());
        ImportPreview preview = store.preview(file("wide.csv", wide(1)), ReadOptions.DETECT, Progress.NONE);
        assertTrue(!preview.isReadable() && preview.problems().get(0).text().contains("16384"), preview.problems().toString());
        ReadOptions more = ReadOptions.DETECT.change().maxColumns(COLUMNS).options();
        assertEquals(COLUMNS, store.preview(file("wide.csv", wide(1)), more, Progress.NONE).names().size());
    }
}
