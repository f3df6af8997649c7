package org.orrery.data;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

import org.orrery.data.internal.export.TextBlocks;

/**
 * Writes tables as CSV: UTF-8, comma, lines ended by a line feed, a header. A missing value is an empty field, an empty
 * text is {@code ""}. For people, a text that a spreadsheet would take for a formula gets an apostrophe in front; numbers
 * stay numbers.
 */
public final class TableCsv {
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private TableCsv() {
    }

    /** Hands over tables of one schema, one after the other; at least one, be it without rows, so that the header is known. */
    @FunctionalInterface
    public interface Blocks {
        /** Calls the action for each. */
        void forEach(Consumer<Table> action);
    }

    /** Writes all blocks as one CSV file that a spreadsheet may open; does not close the stream. */
    public static void write(OutputStream out, Blocks blocks) throws IOException {
        write(out, blocks, true, ',');
    }

    /** Writes all blocks as {@link #write} does, with tabs for commas; does not close the stream. */
    public static void writeTabs(OutputStream out, Blocks blocks) throws IOException {
        write(out, blocks, true, '\t');
    }

    /** Writes all blocks as one CSV file with every text as it is, to be read back as data; does not close the stream. */
    public static void writeExactly(OutputStream out, Blocks blocks) throws IOException {
        write(out, blocks, false, ',');
    }

    private static void write(OutputStream out, Blocks blocks, boolean guarded, char between) throws IOException {
        TextBlocks.write(out, blocks, (writer, table) -> header(writer, table.schema(), guarded, between),
                (writer, table) -> rows(writer, table, guarded, between), "");
    }

    private static void header(Writer out, Schema schema, boolean guarded, char between) throws IOException {
        List<String> names = schema.names();
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                out.write(between);
            }
            text(out, names.get(i), guarded, between);
        }
        out.write('\n');
    }

    private static void rows(Writer out, Table table, boolean guarded, char between) throws IOException {
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.schema().size(); column++) {
                if (column > 0) {
                    out.write(between);
                }
                Object value = table.value(row, column);
                if (value instanceof String string) {
                    text(out, string, guarded, between);
                } else if (value instanceof BigDecimal decimal) {
                    out.write(decimal.toPlainString());
                } else if (value != null) {
                    out.write(value.toString());
                }
            }
            out.write('\n');
        }
    }

    private static void text(Writer out, String value, boolean guarded, char between) throws IOException {
        String safe = guarded && !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        if (safe.isEmpty() || safe.chars().anyMatch(c -> c == between || c == '"' || c == '\n' || c == '\r')
                || safe.charAt(0) == ' ' || safe.charAt(safe.length() - 1) == ' ') {
            out.write('"');
            out.write(safe.replace("\"", "\"\""));
            out.write('"');
        } else {
            out.write(safe);
        }
    }
}
