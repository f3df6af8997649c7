package org.orrery.data.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.ReadOptions;
import org.orrery.data.internal.ColumnBuffer;
import org.orrery.data.internal.ImportTarget;
import org.orrery.data.internal.RowSink;

/** Half of a pair of characters can be written in no file, so it is refused with its line wherever it comes from. */
class HalfCharacterTest {
    private static final Path FILE = Path.of("half.csv");

    private static final class Nowhere implements ImportTarget, RowSink {
        @Override
        public RowSink begin(List<ColumnType> types) {
            return this;
        }

        @Override
        public void block(List<ColumnBuffer> columns) {
            // Nothing is kept.
        }

        @Override
        public void block(int number, IntFunction<ColumnBuffer> columns) {
            // Nothing is kept.
        }
    }

    private static void record(TextPass pass, long line, String cell) throws DataException {
        pass.begin(line);
        pass.field(cell.toCharArray(), 0, cell.length(), false);
        pass.end();
    }

    @Test
    void halfACharacterIsRefusedWithItsLineAndAWholeOneIsNot() throws Exception {
        TextPass pass = new TextPass(FILE, ReadOptions.DETECT, new Dialect(StandardCharsets.UTF_8, ",", '"'), null, new Nowhere());
        record(pass, 1, "name");
        record(pass, 2, "a\uD83D\uDE00");
        for (String half : List.of("a\uD83D", "\uDE00b", "\uD83D\uD83D\uDE00")) {
            DataException refused = assertThrows(DataException.class, () -> record(pass, 3, half));
            assertEquals(DataException.Code.BAD_DATA, refused.code());
            assertEquals(3, refused.where().line().orElseThrow());
        }
    }
}
