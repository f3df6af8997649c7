package org.orrery.data.internal.ods;

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

/** A pass over the cells of one table. A cell or row that stands for many is given as often as it stands. Used once. */
final class OdsSheet {
    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_COLUMNS = 16_384;
    private static final long MOST_REPEATED = 50_000_000;
    private static final String CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";

    private final Path file;
    private final String sheet;
    private final SecureXml xml;
    private final SheetCells cells;
    private final CellText value = new CellText();
    private final OdsRow held = new OdsRow();
    private final OdsText text;
    private long repeated;
    private int row;
    private int column;
    private int columns;

    OdsSheet(Path file, String sheet, SecureXml xml, SheetCells cells) {
        this.file = file;
        this.sheet = sheet;
        this.xml = xml;
        this.cells = cells;
        this.text = new OdsText(xml);
    }

    /** Reads to the end of the table, which has just begun. */
    void read() throws DataException {
        for (int depth = 1; depth > 0 && !cells.isDone();) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.name()) {
                    case "table-row" -> row();
                    case "table-column" -> columns();
                    case "shapes", "forms", "named-expressions" -> xml.skip();
                    default -> depth++;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                // Columns have ends too, but those are read with their beginnings.
                depth--;
            }
        }
    }

    private void columns() throws DataException {
        int count = repeat("number-columns-repeated");
        if (isHidden()) {
            cells.hiddenColumns(columns, Math.min(count, MOST_COLUMNS));
        }
        columns = Math.min(MOST_COLUMNS, columns + count);
        xml.skip();
    }

    private boolean isHidden() {
        String visibility = xml.attribute(OdsWorkbook.TABLE, "visibility");
        return "collapse".equals(visibility) || "filter".equals(visibility);
    }

    private int repeat(String attribute) throws DataException {
        String count = xml.attribute(OdsWorkbook.TABLE, attribute);
        try {
            int number = count == null ? 1 : Integer.parseInt(count.strip());
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw refused(Messages.OdsSheet_badCount, count);
        }
        throw refused(Messages.OdsSheet_badCount, count);
    }

    private void row() throws DataException {
        int times = repeat("number-rows-repeated");
        boolean hidden = isHidden();
        held.clear();
        column = 0;
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.name().equals("table-cell") || xml.name().equals("covered-table-cell")) {
                    cell();
                } else {
                    xml.skip();
                }
            }
        }
        if (held.size() == 0) {
            // Empty rows come by the million; what counts of them is only where the next filled one stands.
            row = (int) Math.min(Integer.MAX_VALUE / 2, row + (long) times);
            return;
        }
        if (row + (long) times > MOST_ROWS) {
            throw refused(Messages.OdsSheet_tooManyRows, MOST_ROWS);
        }
        count((times - 1L) * held.size());
        for (int i = 0; i < times && !cells.isDone(); i++) {
            cells.row(++row, hidden);
            held.give(cells);
            cells.endRow();
        }
    }

    private void count(long more) throws DataException {
        repeated += more;
        if (repeated > MOST_REPEATED) {
            throw refused(Messages.OdsSheet_tooManyRepeated, MOST_REPEATED);
        }
    }

    private void cell() throws DataException {
        int times = repeat("number-columns-repeated");
        boolean covered = xml.name().startsWith("covered");
        Kind kind = kind();
        merged();
        value.clear();
        String written = kind == null ? null : written(kind);
        if (written != null) {
            value.append(written);
            xml.skip();
        } else {
            text.read(value, kind == Kind.TEXT || kind == Kind.ERROR);
        }
        if (kind != null && !covered && (value.length() > 0 || kind == Kind.UNCALCULATED)) {
            if (column + (long) times > MOST_COLUMNS) {
                throw refused(Messages.OdsSheet_tooManyColumns, MOST_COLUMNS);
            }
            count(times - 1L);
            for (int i = 0; i < times; i++) {
                if (!held.add(column + i, kind, value)) {
                    throw refused(Messages.OdsSheet_rowTooLong, "");
                }
            }
        }
        column = (int) Math.min(Integer.MAX_VALUE / 2, column + (long) times);
    }

    /** What the cell holds; null for an empty one. */
    private Kind kind() throws DataException {
        if ("error".equals(xml.attribute(CALC, "value-type"))) {
            return Kind.ERROR;
        }
        String type = xml.attribute(OdsWorkbook.OFFICE, "value-type");
        if (type == null) {
            return xml.attribute(OdsWorkbook.TABLE, "formula") == null ? null : Kind.UNCALCULATED;
        }
        return switch (type) {
            case "string" -> Kind.TEXT;
            case "float", "percentage", "currency" -> Kind.NUMBER;
            case "boolean" -> Kind.BOOLEAN;
            case "date" -> String.valueOf(xml.attribute(OdsWorkbook.OFFICE, "date-value")).indexOf('T') > 0 ? Kind.TIMESTAMP : Kind.DATE;
            case "time" -> Kind.DURATION;
            default -> throw refused(Messages.OdsSheet_unknownType, type);
        };
    }

    /** The value as the attribute says it; null when only the text in the cell does. */
    private String written(Kind kind) throws DataException {
        String name = switch (kind) {
            case TEXT -> "string-value";
            case NUMBER -> "value";
            case BOOLEAN -> "boolean-value";
            case DATE, TIMESTAMP -> "date-value";
            case DURATION -> "time-value";
            case ERROR, UNCALCULATED -> "";
        };
        String given = name.isEmpty() ? null : xml.attribute(OdsWorkbook.OFFICE, name);
        if (given == null && kind != Kind.TEXT && kind != Kind.ERROR && kind != Kind.UNCALCULATED) {
            throw refused(Messages.OdsSheet_noValue, kind.name());
        }
        return kind == Kind.DURATION ? given.replace(',', '.') : given;
    }

    private void merged() throws DataException {
        int across = spanned("number-columns-spanned");
        int down = spanned("number-rows-spanned");
        if (across > 1 || down > 1) {
            cells.merged(Place.cell(column, row + 1) + ":" + Place.cell(column + across - 1, row + down));
        }
    }

    private int spanned(String attribute) throws DataException {
        return Math.min(MOST_ROWS, repeat(attribute));
    }

    private DataException refused(String sentence, Object found) {
        String place = Place.cell(column, row + 1);
        return new DataException(Code.BAD_DATA, NLS.bind(sentence, new Object[] {file, sheet, place, found}),
                new Where(file, OptionalLong.of(row + 1L), Optional.of(Place.column(column))));
    }
}
