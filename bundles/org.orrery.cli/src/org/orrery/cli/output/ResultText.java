package org.orrery.cli.output;

import java.util.ArrayList;
import java.util.List;

import org.orrery.analysis.Names;
import org.orrery.analysis.result.Figure;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.cli.output.TextTable.Side;
import org.orrery.data.Column;
import org.orrery.data.Table;

/**
 * A result as text for people, line by line.
 *
 * @param width how many characters fit into a line
 * @param names what people read for the words in its tables and figures
 */
public record ResultText(int width, Names names) {
    private static final int MOST_ROWS = 40;
    static final String INDENT = "  ";

    /** All of it: figures, tables, findings and warnings. */
    public List<String> lines(Result result) {
        List<String> lines = new ArrayList<>();
        figures(lines, result.figures());
        result.tables().forEach(table -> table(lines, table));
        notes(lines, result);
        return lines;
    }

    /** Findings and warnings. */
    void notes(List<String> lines, Result result) {
        entries(lines, Messages.RunText_findings, result.findings().stream().map(finding -> finding.message()).toList());
        entries(lines, Messages.RunText_warnings, result.warnings().stream().map(warning -> warning.code() + ": " + warning.message()).toList());
    }

    /** A table in memory, its first rows and as many columns as fit; nothing of an empty one. */
    void table(List<String> lines, ResultTable table) {
        if (!(table.rows() instanceof ResultTable.InMemory memory) || memory.table().rows() == 0) {
            return;
        }
        Table values = memory.table();
        List<Integer> columns = new ArrayList<>();
        TextTable text = new TextTable();
        for (int i = 0; i < values.schema().size(); i++) {
            Column column = values.schema().columns().get(i);
            if (!column.name().endsWith("Sd")) {
                columns.add(i);
                text.column(table.labels().getOrDefault(column.name(), column.name()), column.type().isNumeric() ? Side.RIGHT : Side.LEFT);
            }
        }
        int rows = Math.min(MOST_ROWS, values.rows());
        for (int row = 0; row < rows; row++) {
            int at = row;
            text.row(columns.stream().map(column -> text(values.schema().columns().get(column).name(), values.value(at, column))).toList());
        }
        lines.add("");
        lines.add(table.title());
        int fitting = text.fitting(width - INDENT.length());
        text.lines(fitting).forEach(line -> lines.add(INDENT + line));
        if (fitting < values.schema().size() || rows < values.rows()) {
            lines.add(INDENT + Messages.bind(Messages.RunText_cut,
                    new Object[] {rows, values.rows(), fitting, values.schema().size()}));
        }
    }

    private String text(String place, Object value) {
        return value instanceof String word ? names.value(place, word) : Numbers.text(value);
    }

    /** Each with its label. */
    void figures(List<String> lines, List<Figure> figures) {
        int name = figures.stream().mapToInt(figure -> figure.name().length()).max().orElse(0);
        int value = figures.stream().mapToInt(figure -> text(figure.name(), figure.value()).length()).max().orElse(0);
        entries(lines, Messages.RunText_figures, figures.stream().map(figure -> pad(figure.name(), name) + INDENT
                + side(text(figure.name(), figure.value()), value, figure.value() instanceof Number) + INDENT + figure.label()).toList());
    }

    private static String side(String text, int length, boolean right) {
        return right ? " ".repeat(length - text.length()) + text : pad(text, length);
    }

    private static String pad(String text, int length) {
        return text + " ".repeat(length - text.length());
    }

    /** Under a heading; nothing of no entries. */
    static void entries(List<String> lines, String heading, List<String> entries) {
        if (!entries.isEmpty()) {
            lines.add("");
            lines.add(heading);
            entries.forEach(entry -> lines.add(INDENT + entry));
        }
    }
}
