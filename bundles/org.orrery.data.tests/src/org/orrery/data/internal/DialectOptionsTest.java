package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.ReadOptions.Escape;

/** What the user says about the form of a file is done, and lines keep the numbers they have in the file. */
class DialectOptionsTest extends StoreFixture {
    private Dataset read(String text, ReadOptions.Change options) throws Exception {
        return store.importFile(file("said.csv", text), options.options(), Progress.NONE);
    }

    private DataException refusal(String text, ReadOptions.Change options) throws Exception {
        Path file = file("bad.csv", text);
        return assertThrows(DataException.class, () -> store.importFile(file, options.options(), Progress.NONE));
    }

    private static ReadOptions.Change said() {
        return ReadOptions.DETECT.change();
    }

    @Test
    void aBackslashMayStandBeforeQuotesDelimitersAndItself() throws Exception {
        Dataset dataset = read("a,b\n\"x \\\"y\\\" z\",1\nv\\,w,2\n\"p\\\\\",3\n\"q\nr\",4\n", said().escape(Escape.BACKSLASH));
        assertArrayEquals(new Object[] {"x \"y\" z", "v,w", "p\\", "q\nr"}, values(dataset, "a"));
        assertArrayEquals(new Object[] {1L, 2L, 3L, 4L}, values(dataset, "b"));
    }

    @Test
    void backslashesAreReadStrictly() throws Exception {
        DataException open = refusal("a,b\n1,2\n\"x\ny\",3\n\"z,4\n5,6\n", said().escape(Escape.BACKSLASH).delimiter(","));
        assertEquals(OptionalLong.of(5), open.where().line(), open.getMessage());
        DataException after = refusal("a,b\r\n1,2\r\n\"x\"y,3\r\n", said().escape(Escape.BACKSLASH).delimiter(","));
        assertEquals(OptionalLong.of(3), after.where().line(), after.getMessage());
    }

    @Test
    void quotesArePlainTextWhenThereIsNoQuoteCharacter() throws Exception {
        Dataset dataset = read("a::b\r\n\"x::1\r\ny\"::2\r\n", said().quote(ReadOptions.NONE).delimiter("::"));
        assertArrayEquals(new Object[] {"\"x", "y\""}, values(dataset, "a"));
    }

    @Test
    void commentsAreLinesAndNotTextInQuotes() throws Exception {
        for (Escape escape : Escape.values()) {
            Dataset dataset = read("# made today\na,b\n\"x\n# y\",1\n# \"again\n#\nz,2\n", said().comment('#').escape(escape));
            assertArrayEquals(new Object[] {"x\n# y", "z"}, values(dataset, "a"));
            assertArrayEquals(new Object[] {1L, 2L}, values(dataset, "b"));
        }
    }

    @Test
    void linesBeforeTheHeaderAndAtTheEndAreNoData() throws Exception {
        String text = "Sales, \"all\r\n\r\nof 2024\r\na,b\r\n1,2\r\n3,4\r\nTotal 6\r\n\r\nNote, twice\r\n\r\n";
        Dataset dataset = read(text, said().skip(3).skipEnd(2));
        assertEquals(List.of("a", "b"), dataset.schema().names());
        assertArrayEquals(new Object[] {2L, 4L}, values(dataset, "b"));
        DataException ragged = refusal("x\ny\na,b\n1,2\n3\n4,5\nend", said().skip(2).skipEnd(1));
        assertEquals(OptionalLong.of(5), ragged.where().line(), ragged.getMessage());
        Dataset last = read("a,b\n1,2\n3,4\nend", said().skipEnd(1));
        assertEquals(2, last.rows());
    }

    @Test
    void longFilesLoseOnlyTheirLastLines() throws Exception {
        Dataset dataset = read("a,b\n" + "123456,x\n".repeat(50_000) + "Total,\n\n", said().skipEnd(1));
        assertEquals(50_000, dataset.rows());
    }

    @Test
    void aSecondRowCanBelongToTheHeader() throws Exception {
        Dataset dataset = read("height,weight,who\ncm,kg,\n180,75.5,x\n\n170,65,y\n", said().headerRows(2));
        assertEquals(List.of("height cm", "weight kg", "who"), dataset.schema().names());
        assertArrayEquals(new Object[] {75.5, 65.0}, values(dataset, "weight kg"));
        assertEquals(2, dataset.rows());
        assertEquals(OptionalLong.of(2), refusal("a,b\nx\n1,2\n", said().headerRows(2)).where().line());
    }

    @Test
    void aTrailingDelimiterIsDroppedUnlessSomethingStandsBehindIt() throws Exception {
        Dataset dataset = read("a;b;\n1;2;\n3;4; \n", said().trailingDelimiter(true));
        assertEquals(List.of("a", "b"), dataset.schema().names());
        assertArrayEquals(new Object[] {2L, 4L}, values(dataset, "b"));
        assertEquals(2, read("a;b\n1;2;\n3;4;\n", said().trailingDelimiter(true)).rows());
        DataException lost = refusal("a;b\n1;2;\n3;4;5\n", said().trailingDelimiter(true));
        assertEquals(OptionalLong.of(3), lost.where().line(), lost.getMessage());
        assertTrue(lost.getMessage().contains("\"5\""), lost.getMessage());
    }

    @Test
    void optionsThatCannotBeMeantAreRefused() throws Exception {
        for (ReadOptions.Change bad : List.of(said().skip(-1), said().skipEnd(-1), said().maxColumns(0), said().comment(',').delimiter(","),
                said().comment('"'), said().grouping('x'), said().grouping(',').decimal(','), said().widths(List.of(3, 0)))) {
            assertEquals(Code.BAD_USAGE, refusal("a,b\n1,2\n", bad).code());
        }
    }
}
