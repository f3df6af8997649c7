package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.orrery.data.internal.RawWorkbook.number;
import static org.orrery.data.internal.RawWorkbook.row;
import static org.orrery.data.internal.RawWorkbook.text;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orrery.data.ColumnType;
import org.orrery.data.Dataset;
import org.orrery.data.ImportPreview;
import org.orrery.data.ImportPreview.Choice;
import org.orrery.data.ImportPreview.Question;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;

/** What is shown of sheets and objects before they are read. */
class RecordPreviewTest extends StoreFixture {
    private ImportPreview preview(Path file, ReadOptions options) throws Exception {
        return store.preview(file, options, Progress.NONE);
    }

    private static Question question(ImportPreview preview, String option) {
        return preview.questions().stream().filter(each -> each.option().equals(option)).findFirst().orElseThrow();
    }

    @Test
    void theSheetsOfAWorkbookAreAChoice() throws Exception {
        Path file = folder.resolve("book.ods");
        try (InputStream stream = RecordPreviewTest.class.getResourceAsStream("workbooks/libreoffice.ods")) {
            Files.write(file, stream.readAllBytes());
        }
        ImportPreview first = preview(file, ReadOptions.DETECT);
        assertEquals("name", first.schema().names().get(0));
        assertEquals("007", first.rows().get(0).cells().get(8));
        Question sheet = question(first, "sheet");
        assertEquals(List.of("Data", "Other", "Secret"), sheet.choices().stream().map(Choice::text).toList());
        assertEquals(0, sheet.chosen());
        ImportPreview other = preview(file, sheet.choices().get(1).options());
        assertEquals(List.of("x", "y"), other.schema().names());
        assertEquals(1, question(other, "sheet").chosen());
        assertTrue(other.isReadable());
    }

    @Test
    void previewAndImportAgree() throws Exception {
        Path book = RawWorkbook.of(row(1, text("A1", "a"), text("B1", "b")) + row(2, number("A2", 0, "1"), number("B2", 1, "46347"))
                + row(3, number("A3", 0, "2"), number("B3", 1, "46348"))).write(folder.resolve("book.xlsx"));
        for (Path file : List.of(book, file("x.jsonl", "{\"a\":1,\"b\":\"2026-11-21\"}\n{\"a\":2,\"b\":\"2026-11-22\"}\n"))) {
            ImportPreview preview = preview(file, ReadOptions.DETECT);
            Dataset data = read(file);
            assertEquals(data.schema(), preview.schema());
            assertEquals(data.options(), preview.options());
            assertEquals(data.warnings(), preview.warnings());
            assertEquals(2, preview.rows().size());
            assertTrue(preview.whole());
        }
    }

    @Test
    void whatTheImportRefusesIsAProblemWithItsRepairs() throws Exception {
        Path file = file("x.jsonl", "{\"a\":1}\n{\"a\":2\n");
        ImportPreview preview = preview(file, ReadOptions.DETECT);
        assertFalse(preview.isReadable());
        assertEquals(2, preview.problems().get(0).line());
        Path book = folder.resolve("book.xlsx");
        try (InputStream stream = RecordPreviewTest.class.getResourceAsStream("workbooks/openpyxl.xlsx")) {
            Files.write(book, stream.readAllBytes());
        }
        ImportPreview formulas = preview(book, ReadOptions.DETECT);
        assertEquals(1, formulas.problems().get(0).repairs().size());
        ImportPreview without = preview(book, formulas.problems().get(0).repairs().get(0).options());
        assertTrue(without.isReadable());
        assertFalse(without.schema().names().contains("twice"));
    }

    @Test
    void theHeaderOfASheetIsAsked() throws Exception {
        Path book = RawWorkbook.of(row(1, number("A1", 0, "1")) + row(2, number("A2", 0, "2"))).write(folder.resolve("book.xlsx"));
        ImportPreview preview = preview(book, ReadOptions.DETECT);
        Question header = question(preview, "header");
        assertEquals(1, header.chosen());
        assertEquals(2, preview.rows().size());
        assertEquals(List.of("1"), preview(book, header.choices().get(0).options()).schema().names());
    }

    @Test
    void aWrongTypeCanBeTakenBack() throws Exception {
        Path file = file("x.jsonl", "{\"a\":\"x\"}\n");
        ImportPreview preview = preview(file, ReadOptions.DETECT.change().type("a", ColumnType.INTEGER).options());
        assertEquals(2, preview.problems().get(0).repairs().size());
        assertTrue(preview(file, preview.problems().get(0).repairs().get(0).options()).isReadable());
    }
}
