package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.Dataset;
import org.orrery.data.ImportPreview;
import org.orrery.data.ImportPreview.Choice;
import org.orrery.data.ImportPreview.Problem;
import org.orrery.data.ImportPreview.Question;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;

/** The beginning of a file with what is wrong and what is asked; each way that is offered can be taken. */
class PreviewTest extends StoreFixture {
    private ImportPreview preview(String text) throws Exception {
        return preview(file("preview.csv", text), ReadOptions.DETECT);
    }

    private ImportPreview preview(Path file, ReadOptions options) throws Exception {
        return store.preview(file, options, Progress.NONE);
    }

    private static Question question(ImportPreview preview, String option) {
        return preview.questions().stream().filter(question -> question.option().equals(option)).findFirst()
                .orElseThrow(() -> new AssertionError(preview.questions() + " " + preview.warnings()));
    }

    /** Whatever is offered must lead to a file that is read. */
    private void assertEachWayIsOpen(ImportPreview preview) throws Exception {
        for (Question question : preview.questions()) {
            for (Choice choice : question.choices()) {
                ImportPreview next = preview(preview.file(), choice.options());
                assertTrue(next.isReadable(), choice.text() + next.problems());
                store.importFile(preview.file(), choice.options(), Progress.NONE);
            }
        }
    }

    @Test
    void aPlainFileIsShownAsItWillBe() throws Exception {
        ImportPreview preview = preview(sample("iris"), ReadOptions.DETECT);
        Dataset dataset = read(preview.file());
        assertTrue(preview.isReadable() && preview.whole());
        assertEquals(dataset.schema(), preview.schema());
        assertEquals(dataset.options(), preview.options());
        assertEquals(List.of(), preview.questions());
        assertEquals(dataset.schema().names(), preview.names());
        assertEquals(2, preview.rows().get(0).line());
        assertEquals(5, preview.rows().get(0).cells().size());
    }

    @Test
    void theBeginningOfALargeFileIsEnough() throws Exception {
        ImportPreview preview = preview("id,text\n" + "17,\"two\nlines\"\n".repeat(200_000));
        assertTrue(preview.isReadable(), preview.problems().toString());
        assertFalse(preview.whole());
        assertEquals(200, preview.rows().size());
        assertEquals("two\nlines", preview.rows().get(7).cells().get(1));
        assertEquals(ColumnType.CATEGORY, preview.schema().columns().get(1).type());
    }

    @Test
    void allRaggedRowsAreListedWithTheirLines() throws Exception {
        ImportPreview preview = preview("a,b\n1,2\n3\n4,5\n6,7,8\n9,1\n2,3\n4,5\n6,7\n");
        assertFalse(preview.isReadable());
        assertEquals(List.of(3L, 5L), preview.problems().stream().map(Problem::line).toList());
        assertEquals("1 fields where the first row has 2", preview.problems().get(0).text());
    }

    @Test
    void aPreambleAndTotalsCanBeSkipped() throws Exception {
        ImportPreview preview = preview("Report\nof today\na,b,c\n1,2,3\n4,5,6\n7,8,9\n4,5,6\n7,8,9\nTotal\n");
        Choice skip = preview.problems().get(0).repairs().get(0);
        assertEquals(3, skip.options().skip().get() + skip.options().skipEnd().get());
        ImportPreview next = preview(preview.file(), skip.options());
        assertTrue(next.isReadable(), next.problems().toString());
        assertEquals(List.of("a", "b", "c"), next.schema().names());
        assertEquals(4, next.rows().get(0).line());
        assertEquals(5, store.importFile(preview.file(), skip.options(), Progress.NONE).rows());
    }

    @Test
    void quotesThatAreNotUnderstoodAreRepaired() throws Exception {
        ImportPreview backslash = preview("a,b\n\"x \\\"y\\\" z\",1\n\"v\",2\n");
        assertTrue(preview(backslash.file(), backslash.problems().get(0).repairs().get(0).options()).isReadable());
        ImportPreview plain = preview("a,b\n\"x,1\ny,2\nz,3\n");
        assertEquals(2, plain.problems().get(0).line());
        assertTrue(preview(plain.file(), plain.problems().get(0).repairs().get(0).options()).isReadable());
    }

    @Test
    void aValueThatDoesNotFitATypeCanBecomeText() throws Exception {
        Path file = file("t.csv", "a,b\n1,2\nx,3\n");
        ImportPreview preview = preview(file, with(Map.of("a", ColumnType.INTEGER)));
        assertEquals(3, preview.problems().get(0).line());
        for (Choice repair : preview.problems().get(0).repairs()) {
            assertTrue(preview(file, repair.options()).isReadable());
        }
    }

    @Test
    void anInvalidByteIsShownWithItsLineAndCanBeReadInAnotherEncoding() throws Exception {
        byte[] bytes = "a,b\nM\u00FCller,1\nM?ller,2\n".getBytes(StandardCharsets.UTF_8);
        bytes[15] = (byte) 0xFC;
        Path file = Files.write(folder.resolve("mixed.csv"), bytes);
        ImportPreview preview = preview(file, ReadOptions.DETECT);
        assertEquals(3, preview.problems().get(0).line());
        assertTrue(preview(file, preview.problems().get(0).repairs().get(0).options()).isReadable());
    }

    @Test
    void whatOnlyTheUserCanKnowIsAskedAndEachAnswerIsTaken() throws Exception {
        ImportPreview dates = preview("d,x\n01/02/2024,1\n03/04/2024,2\n");
        assertEquals(3, question(dates, "date-order").choices().size());
        assertEquals(ColumnType.DATE, preview(dates.file(), question(dates, "date-order").choices().get(1).options()).schema().columns().get(0).type());
        assertEachWayIsOpen(dates);
        ImportPreview comma = preview("a;b\n1,234;x\n5,678;y\n");
        assertEquals(3, question(comma, "grouping").choices().size());
        assertEachWayIsOpen(comma);
        ImportPreview point = preview("a,b\n1.234,x\n5.678,y\n");
        assertEquals(ColumnType.INTEGER,
                preview(point.file(), question(point, "grouping").choices().get(1).options()).schema().columns().get(0).type());
        assertEachWayIsOpen(point);
        for (String text : List.of("1,x\n2,y\n3,z\n", "red,small\nblue,large\nred,large\n", "a,b,c\ncm,kg,s\n1,2,3\n4,5,6\n7,8,9\n",
                "a,b\n1,2\n#3,4\n#5,6\n7,8\n", "a;b;\n1;2;\n3;4;\n", "a;b\n1.234,5;x\n2.345,75;y\n")) {
            ImportPreview asked = preview(text);
            assertEquals(1, asked.questions().size(), text + asked.warnings());
            assertEachWayIsOpen(asked);
        }
    }

    @Test
    void encodingsAreOfferedInTheOrderOfTheirLikeness() throws Exception {
        String text = "\u0438\u043C\u044F,\u0433\u043E\u0440\u043E\u0434\n\u0418\u0432\u0430\u043D,\u041C\u043E\u0441\u043A\u0432\u0430\n"
                + "\u041E\u043B\u044C\u0433\u0430,\u041E\u043C\u0441\u043A\n";
        ImportPreview preview = preview(file("r.csv", text, Charset.forName("KOI8-R")), ReadOptions.DETECT);
        Question encoding = question(preview, "encoding");
        assertEquals("KOI8-R", encoding.choices().get(0).text());
        assertTrue(encoding.choices().stream().anyMatch(choice -> choice.text().equals("windows-1252")));
        assertEachWayIsOpen(preview);
    }

    @Test
    void whatCannotBeShownIsRefused() throws Exception {
        assertThrows(DataException.class, () -> preview(""));
        assertThrows(DataException.class, () -> preview(folder.resolve("none.csv"), ReadOptions.DETECT));
        ImportPreview headerOnly = preview("a,b\n");
        assertEquals(1, headerOnly.problems().size());
    }
}
