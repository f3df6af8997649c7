package org.orrery.data.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook made of XML by hand, for what no well-behaved program writes. */
final class RawWorkbook {
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private final Map<String, String> parts = new LinkedHashMap<>();

    /** One sheet called S of these rows, with the styles 0 = general, 1 = date, 2 = date and time, 3 = time, 4 = own format. */
    static RawWorkbook of(String rows) {
        RawWorkbook book = new RawWorkbook();
        book.parts.put("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>");
        book.parts.put("_rels/.rels", "<Relationships><Relationship Id='r' Type='" + RELATIONS
                + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
        book.parts.put("xl/workbook.xml", "<workbook xmlns:r='" + RELATIONS
                + "'><sheets><sheet name='S' sheetId='1' r:id='a'/></sheets></workbook>");
        book.parts.put("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='a' Type='" + RELATIONS
                + "/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='b' Type='" + RELATIONS
                + "/styles' Target='/xl/styles.xml'/><Relationship Id='c' Type='" + RELATIONS
                + "/sharedStrings' Target='sharedStrings.xml'/></Relationships>");
        book.parts.put("xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='\"Tag\" yyyy\\-mm\\-dd'/></numFmts><cellXfs>"
                + "<xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='22'/><xf numFmtId='21'/><xf numFmtId='164'/></cellXfs></styleSheet>");
        return book.with("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    RawWorkbook with(String part, String content) {
        parts.put(part, content);
        return this;
    }

    RawWorkbook without(String part) {
        parts.remove(part);
        return this;
    }

    RawWorkbook texts(String items) {
        return with("xl/sharedStrings.xml", "<sst>" + items + "</sst>");
    }

    Path write(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    /** A row of these cells. */
    static String row(int number, String... cells) {
        return "<row r='" + number + "'>" + String.join("", cells) + "</row>";
    }

    /** A cell with an inline text. */
    static String text(String at, String value) {
        return "<c r='" + at + "' t='inlineStr'><is><t xml:space='preserve'>" + value + "</t></is></c>";
    }

    /** A cell with a number in that style. */
    static String number(String at, int style, String value) {
        return "<c r='" + at + "' s='" + style + "'><v>" + value + "</v></c>";
    }
}
