package org.orrery.data.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.stream.Collectors;

import org.orrery.data.Column;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableCsv;

/** Writes tables as a {@code tabular} of LaTeX: texts on the left, numbers on the right, every character that means something to LaTeX escaped. */
final class LatexTable {
    private LatexTable() {
    }

    /** Writes all blocks as one table; does not close the stream. */
    static void write(OutputStream out, TableCsv.Blocks blocks) throws IOException {
        TextBlocks.write(out, blocks, (writer, table) -> head(writer, table.schema()), LatexTable::rows, "\\hline\n\\end{tabular}\n");
    }

    private static void head(Writer out, Schema schema) throws IOException {
        String sides = schema.columns().stream().map(column -> column.type().isNumeric() ? "r" : "l").collect(Collectors.joining());
        out.write("\\begin{tabular}{" + sides + "}\n\\hline\n");
        out.write(schema.columns().stream().map(Column::name).map(LatexTable::escaped).collect(Collectors.joining(" & ")));
        out.write(" \\\\\n\\hline\n");
    }

    private static void rows(Writer out, Table table) throws IOException {
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.schema().size(); column++) {
                out.write(column == 0 ? "" : " & ");
                Object value = table.value(row, column);
                out.write(value == null ? "" : value instanceof BigDecimal decimal ? decimal.toPlainString() : escaped(value.toString()));
            }
            out.write(" \\\\\n");
        }
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.chars().forEach(character -> {
            switch (character) {
                case '&', '%', '$', '#', '_', '{', '}' -> safe.append('\\').append((char) character);
                case '\\' -> safe.append("\\textbackslash{}");
                case '~' -> safe.append("\\textasciitilde{}");
                case '^' -> safe.append("\\textasciicircum{}");
                case '\n', '\r', '\t' -> safe.append(' ');
                default -> safe.append((char) character);
            }
        });
        return safe.toString();
    }
}
