package org.orrery.data.internal.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.Table;
import org.orrery.data.internal.sheet.Place;

/**
 * Writes one sheet row by row, so that a table of any length needs no memory. The same table gives the same bytes. Texts stand
 * in their cells: a list of shared texts would have to be held until the end.
 */
final class XlsxWriter implements AutoCloseable {
    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_COLUMNS = 16_384;
    private static final int LONGEST_TEXT = 32_767;
    private static final long EXACT = 1L << 53;
    private static final int EXACT_DIGITS = 15;
    private static final double DAY_MICROS = 86_400_000_000.0;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int HEADER = 1;
    private static final int DATE = 2;
    private static final int TIMESTAMP = 3;
    private static final int DURATION = 4;

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Path file;
    private final ZipOutputStream zip;
    private final Writer out;
    private final List<String> letters = new ArrayList<>();
    private int row;

    XlsxWriter(Path file, OutputStream stream) throws IOException {
        this.file = file;
        this.zip = new ZipOutputStream(stream);
        this.out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
        frame();
        entry("xl/worksheets/sheet1.xml");
        out.write(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\">"
                + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>");
    }

    private void frame() throws IOException {
        part("[Content_Types].xml", "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\""
                + "application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE
                + "sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + TYPE
                + "worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/></Types>");
        part("_rels/.rels", "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + RELATION
                + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        part("xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATION
                + "\"><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        part("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + RELATION
                + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + RELATION
                + "/styles\" Target=\"styles.xml\"/></Relationships>");
        part("xl/styles.xml", "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"3\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
                + "<numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd hh:mm:ss.000\"/><numFmt numFmtId=\"166\" formatCode=\"[h]:mm:ss.000\"/>"
                + "</numFmts><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/>"
                + "<name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
                + "<fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders>"
                + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"5\"><xf xfId=\"0\"/><xf xfId=\"0\" fontId=\"1\" applyFont=\"1\"/>"
                + format(164) + format(165) + format(166) + "</cellXfs></styleSheet>");
    }

    private static String format(int id) {
        return "<xf xfId=\"0\" numFmtId=\"" + id + "\" applyNumberFormat=\"1\"/>";
    }

    private void part(String name, String content) throws IOException {
        entry(name);
        out.write(HEAD);
        out.write(content);
        out.flush();
        zip.closeEntry();
    }

    private void entry(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
    }

    /** Adds the rows of a block; the first block brings the header. */
    void rows(Table table) throws IOException, DataException {
        int columns = table.schema().size();
        if (row == 0) {
            if (columns > MOST_COLUMNS) {
                throw refused(Messages.XlsxWriter_columns, MOST_COLUMNS);
            }
            for (int i = 0; i < columns; i++) {
                letters.add(Place.column(i));
            }
            begin();
            for (int i = 0; i < columns; i++) {
                text(i, table.schema().columns().get(i).name(), HEADER);
            }
            out.write("</row>");
        }
        for (int i = 0; i < table.rows(); i++) {
            begin();
            for (int column = 0; column < columns; column++) {
                Object value = table.value(i, column);
                if (value != null) {
                    cell(column, value);
                }
            }
            out.write("</row>");
        }
    }

    private void begin() throws IOException, DataException {
        if (++row > MOST_ROWS) {
            throw refused(Messages.XlsxWriter_rows, MOST_ROWS);
        }
        out.write("<row r=\"" + row + "\">");
    }

    private void cell(int column, Object value) throws IOException, DataException {
        switch (value) {
            case String text -> text(column, text, 0);
            case Long whole when Math.abs(whole) <= EXACT && whole != Long.MIN_VALUE -> number(column, whole.toString(), 0);
            case Double real when Double.isFinite(real) -> number(column, real.toString(), 0);
            case BigDecimal decimal when decimal.precision() <= EXACT_DIGITS -> number(column, decimal.toPlainString(), 0);
            case Boolean truth -> out.write("<c r=\"" + letters.get(column) + row + "\" t=\"b\"><v>" + (truth ? 1 : 0) + "</v></c>");
            case LocalDate day when isDay(day) -> number(column, String.valueOf(day.toEpochDay() - EPOCH.toEpochDay()), DATE);
            case Instant instant when instant.getNano() % 1_000_000 == 0 && isDay(instant) -> number(column, serial(instant), TIMESTAMP);
            case Duration length when length.getNano() % 1_000_000 == 0 && length.abs().toDays() < 1_000_000 ->
                number(column, String.valueOf((length.getSeconds() * 1e6 + length.getNano() / 1_000) / DAY_MICROS), DURATION);
            case BigDecimal decimal -> text(column, decimal.toPlainString(), 0);
            default -> text(column, value.toString(), 0);
        }
    }

    private static boolean isDay(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    private static boolean isDay(Instant instant) {
        long day = Math.floorDiv(instant.getEpochSecond(), 86_400L);
        return day >= FIRST_DAY.toEpochDay() && day <= LAST_DAY.toEpochDay();
    }

    private static String serial(Instant instant) {
        double seconds = instant.getEpochSecond() - EPOCH.toEpochDay() * 86_400.0;
        return BigDecimal.valueOf((seconds * 1e6 + instant.getNano() / 1_000) / DAY_MICROS).toPlainString();
    }

    private void number(int column, String value, int style) throws IOException {
        out.write("<c r=\"" + letters.get(column) + row + (style == 0 ? "\"><v>" : "\" s=\"" + style + "\"><v>") + value + "</v></c>");
    }

    private void text(int column, String value, int style) throws IOException, DataException {
        if (value.length() > LONGEST_TEXT) {
            throw refused(Messages.XlsxWriter_text, LONGEST_TEXT);
        }
        out.write("<c r=\"" + letters.get(column) + row + "\"" + (style == 0 ? "" : " s=\"" + style + "\"")
                + " t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        SheetText.write(out, value);
        out.write("</t></is></c>");
    }

    private DataException refused(String sentence, int most) {
        return new DataException(Code.BAD_DATA, NLS.bind(sentence, file, most), Where.in(file));
    }

    @Override
    public void close() throws IOException {
        out.write("</sheetData></worksheet>");
        out.flush();
        zip.closeEntry();
        zip.finish();
    }
}
