package org.orrery.data.internal.xlsx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import javax.xml.stream.XMLStreamConstants;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.internal.sheet.CellText;
import org.orrery.data.internal.sheet.Place;
import org.orrery.data.internal.sheet.SecureXml;
import org.orrery.data.internal.sheet.SheetCells;
import org.orrery.data.internal.sheet.SheetCells.Kind;

/** A pass over the cells of one sheet. Used once, by one thread. */
final class XlsxSheet {
    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_COLUMNS = 16_384;

    private final Path file;
    private final String sheet;
    private final SecureXml xml;
    private final NumberFormats formats;
    private final SharedTexts texts;
    private final boolean from1904;
    private final CellText value = new CellText();
    private int row;
    private int column;
    private String type;
    private int style;
    private boolean formula;
    private boolean valued;

    XlsxSheet(Path file, String sheet, SecureXml xml, NumberFormats formats, SharedTexts texts, boolean from1904) {
        this.file = file;
        this.sheet = sheet;
        this.xml = xml;
        this.formats = formats;
        this.texts = texts;
        this.from1904 = from1904;
    }

    void read(SheetCells cells) throws DataException, IOException {
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.name()) {
                    case "col" -> hiddenColumns(cells);
                    case "row" -> {
                        row(cells);
                        if (cells.isDone()) {
                            return;
                        }
                    }
                    case "mergeCell" -> cells.merged(String.valueOf(xml.attribute("ref")));
                    default -> {
                        // Views, widths of columns, filters and pictures say nothing about values.
                    }
                }
            }
        }
        xml.finish();
    }

    private void hiddenColumns(SheetCells cells) throws DataException {
        if (xml.flag("hidden")) {
            int first = whole(xml.attribute("min"), 1);
            cells.hiddenColumns(first - 1, Math.max(1, Math.min(MOST_COLUMNS, whole(xml.attribute("max"), first)) - first + 1));
        }
    }

    private int whole(String text, int otherwise) throws DataException {
        try {
            return text == null ? otherwise : Integer.parseInt(text.strip());
        } catch (NumberFormatException none) {
            throw refused(Messages.XlsxSheet_badReference, text);
        }
    }

    private void row(SheetCells cells) throws DataException, IOException {
        int next = whole(xml.attribute("r"), row + 1);
        if (next <= row || next > MOST_ROWS) {
            throw refused(Messages.XlsxSheet_order, next);
        }
        row = next;
        column = -1;
        cells.row(row, xml.flag("hidden"));
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.name().equals("c")) {
                    cell(cells);
                } else {
                    xml.skip();
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                cells.endRow();
                return;
            }
        }
    }

    private void cell(SheetCells cells) throws DataException, IOException {
        String reference = xml.attribute("r");
        int next = reference == null ? column + 1 : Place.column(reference);
        if (next < 0) {
            throw refused(Messages.XlsxSheet_badReference, reference);
        }
        if (next <= column || next >= MOST_COLUMNS) {
            throw refused(Messages.XlsxSheet_order, row);
        }
        column = next;
        type = xml.attribute("t");
        style = whole(xml.attribute("s"), 0);
        formula = false;
        valued = false;
        value.clear();
        content();
        give(cells);
    }

    /** Reads value, formula and inline text up to the end of the cell. */
    private void content() throws DataException {
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.name()) {
                    case "v" -> value();
                    case "is" -> {
                        valued = true;
                        RichText.read(xml, "is", value);
                    }
                    case "f" -> {
                        formula = true;
                        xml.skip();
                    }
                    default -> xml.skip();
                }
            }
        }
    }

    private void value() throws DataException {
        valued = true;
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (RichText.isText(event)) {
                xml.text(value);
            }
        }
    }

    private void give(SheetCells cells) throws DataException, IOException {
        if (!valued || value.length() == 0 && !"str".equals(type)) {
            if (formula && !"str".equals(type)) {
                cells.cell(column, Kind.UNCALCULATED, value.characters(), 0, 0);
            }
            return;
        }
        switch (type == null ? "n" : type) {
            case "s" -> {
                String text = texts.get(shared());
                value.clear();
                value.append(text);
                give(cells, Kind.TEXT);
            }
            case "str" -> {
                RichText.unescape(value, 0);
                give(cells, Kind.TEXT);
            }
            case "inlineStr" -> give(cells, Kind.TEXT);
            case "b" -> {
                boolean truth = value.characters()[0] == '1' || value.characters()[0] == 't';
                value.clear();
                value.append(truth ? "true" : "false");
                give(cells, Kind.BOOLEAN);
            }
            case "e" -> give(cells, Kind.ERROR);
            case "d" -> isoDate(cells);
            case "n" -> number(cells);
            default -> throw refused(Messages.XlsxSheet_unknownType, type);
        }
    }

    private void give(SheetCells cells, Kind kind) throws DataException {
        cells.cell(column, kind, value.characters(), 0, value.length());
    }

    private int shared() throws DataException {
        int index = whole(value.toString(), -1);
        if (index < 0 || index >= texts.count()) {
            throw refused(Messages.XlsxSheet_sharedText, value);
        }
        return index;
    }

    private void isoDate(SheetCells cells) throws DataException {
        String text = value.toString();
        give(cells, text.indexOf('T') > 0 ? Kind.TIMESTAMP : text.indexOf(':') > 0 ? Kind.TEXT : Kind.DATE);
    }

    private void number(SheetCells cells) throws DataException {
        NumberFormats.Meaning meaning = formats.of(style);
        if (meaning == NumberFormats.Meaning.NUMBER) {
            give(cells, Kind.NUMBER);
            return;
        }
        Optional<Serial.Written> written;
        try {
            written = Serial.write(Double.parseDouble(value.toString()), meaning, from1904);
        } catch (NumberFormatException none) {
            throw refused(Messages.XlsxSheet_badNumber, value);
        }
        if (written.isEmpty()) {
            throw refused(Messages.XlsxSheet_noDay, value);
        }
        value.clear();
        value.append(written.get().text());
        give(cells, written.get().kind());
    }

    private DataException refused(String sentence, Object found) {
        Optional<String> letter = column < 0 ? Optional.empty() : Optional.of(Place.column(column));
        String place = column < 0 ? String.valueOf(row) : Place.cell(column, row);
        return new DataException(Code.BAD_DATA, NLS.bind(sentence, new Object[] {file, sheet, place, found}),
                new Where(file, OptionalLong.of(row), letter));
    }
}
