package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.Dataset;
import org.orrery.data.Table;

class WindowTest extends StoreFixture {
    private static final int ROWS = 100_000;

    private Dataset numbered() throws Exception {
        StringBuilder text = new StringBuilder("n,word,half\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(i).append(",w").append(i % 7_001).append(',').append(i % 10 == 3 ? "" : i / 2.0).append('\n');
        }
        return read(text.toString());
    }

    @Test
    void rowsFromAnywhereComeWithTheirValues() throws Exception {
        Dataset dataset = numbered();
        for (long first : new long[] {0, 1, 2_047, 2_048, 29_999, 50_003, 99_990}) {
            Table window = store.window(dataset, List.of("half", "n", "word"), first, 10);
            assertEquals(List.of("half", "n", "word"), window.schema().names());
            assertEquals(10, window.rows());
            for (int i = 0; i < 10; i++) {
                long row = first + i;
                assertEquals(row, window.value(i, 1));
                assertEquals("w" + row % 7_001, window.value(i, 2));
                assertEquals(row % 10 == 3 ? null : row / 2.0, window.value(i, 0));
            }
        }
    }

    @Test
    void theLastWindowIsShorterAndNothingIsBehindIt() throws Exception {
        Dataset dataset = numbered();
        assertEquals(5, store.window(dataset, List.of("n"), ROWS - 5, 100).rows());
        assertEquals(0, store.window(dataset, List.of("n"), ROWS, 100).rows());
        assertEquals(0, store.window(dataset, List.of("n"), Long.MAX_VALUE, 100).rows());
        assertEquals(0, store.window(dataset, List.of("n"), 3, 0).rows());
        assertEquals(0, store.window(dataset, List.of(), 3, 4).rows());
    }

    @Test
    void windowsOutOfRangeAreRefused() throws Exception {
        Dataset dataset = read("a\n1\n");
        for (long first : new long[] {-1, Long.MIN_VALUE}) {
            assertEquals(Code.BAD_USAGE, refusedWindow(dataset, first, 1).code());
        }
        assertEquals(Code.BAD_USAGE, refusedWindow(dataset, 0, 100_001).code());
        assertEquals(Code.BAD_USAGE, refusedWindow(dataset, 0, -1).code());
        assertEquals(Code.MISSING_COLUMN,
                assertThrows(DataException.class, () -> store.window(dataset, List.of("b"), 0, 1)).code());
    }

    private DataException refusedWindow(Dataset dataset, long first, int count) {
        return assertThrows(DataException.class, () -> store.window(dataset, List.of("a"), first, count));
    }
}
