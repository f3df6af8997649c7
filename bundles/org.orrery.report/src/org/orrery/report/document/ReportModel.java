package org.orrery.report.document;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.Names;
import org.orrery.analysis.render.RenderRequest;
import org.orrery.analysis.render.RenderRequest.Attachment;
import org.orrery.analysis.render.RenderRequest.Fact;
import org.orrery.analysis.render.RenderRequest.Failure;
import org.orrery.analysis.render.RenderRequest.Section;
import org.orrery.analysis.render.RenderRequest.Setting;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.Figure;
import org.orrery.analysis.result.Finding;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.analysis.result.Warning;
import org.orrery.report.text.Numbers;

/**
 * What the templates see. Texts are plain; the template engine escapes them. One model for one document: it counts its
 * tables and cells, so that no document grows without bound.
 */
final class ReportModel {
    /** The document: {@code text} holds the fixed words by their keys. */
    record Page(Map<String, String> text, String title, boolean several, List<Part> parts) {
    }

    /** One run. */
    record Part(String id, String title, String error, List<Fact> facts, List<SettingRow> settings, List<Warning> warnings,
            List<Finding> findings, List<FigureRow> figures, List<ChartBlock> charts, List<TableBlock> tables, List<Failure> failures,
            List<AttachmentRow> attachments, boolean empty) {
    }

    /** A setting; {@code depth} 0 to 3 says how far it is indented. */
    record SettingRow(String name, String label, String value, int depth) {
    }

    /** A headline number. */
    record FigureRow(String name, String label, String value, boolean best) {
    }

    /** A chart; {@code picture} is markup of the format, made by this bundle. */
    record ChartBlock(String number, String title, String picture, String table) {
    }

    /** The beginning of a table. {@code folded}: too long to stand open in a page. */
    record TableBlock(String anchor, String number, String title, List<Head> heads, List<Row> rows, String note, String problem, boolean folded) {
    }

    /** The head of a column. */
    record Head(String label, boolean numeric) {
    }

    /** A row. */
    record Row(List<Cell> cells) {
    }

    /** A cell. */
    record Cell(String text, boolean numeric) {
    }

    /** A file kept with the run. */
    record AttachmentRow(String id, String size, String sha256) {
    }

    private static final int COLUMNS = 40;
    private static final int FOLDED = 30;
    private static final int DEPTH = 3;

    private final int mostRows;
    private final BiFunction<ChartSpec, String, String> pictures;
    private int cells;
    private int tables;
    private int charts;

    /**
     * @param mostRows how many rows of a table are shown
     * @param mostCells how many cells the tables of the document may have together
     * @param pictures makes the markup of a chart, given a sentence about where its numbers are
     */
    ReportModel(int mostRows, int mostCells, BiFunction<ChartSpec, String, String> pictures) {
        this.mostRows = mostRows;
        this.cells = mostCells;
        this.pictures = pictures;
    }

    Page page(RenderRequest request) {
        List<Part> parts = request.sections().stream().map(this::part).toList();
        return new Page(Messages.all(), request.title(), parts.size() > 1, parts);
    }

    private Part part(Section section) {
        Result result = section.result();
        List<ResultTable> upright = result.uprightTables();
        List<TableBlock> blocks = upright.stream().map(table -> table(section, table)).toList();
        List<SettingRow> settings = new ArrayList<>();
        flatten(section.settings(), 0, settings);
        return new Part(section.id(), section.title(), section.error(), section.facts(), settings, result.warnings(), result.findings(),
                result.figures().stream().map(figure -> figure(figure, result, section.names())).toList(),
                result.charts().stream().map(chart -> chart(chart, upright, blocks)).toList(), blocks, section.failures(),
                section.attachments().stream().map(ReportModel::attachment).toList(), result.equals(Result.EMPTY));
    }

    private static void flatten(List<Setting> settings, int depth, List<SettingRow> rows) {
        for (Setting setting : settings) {
            rows.add(new SettingRow(setting.name(), setting.label(), setting.value(), Math.min(depth, DEPTH)));
            flatten(setting.nested(), depth + 1, rows);
        }
    }

    private static FigureRow figure(Figure figure, Result result, Names names) {
        String value = figure.value() instanceof String word ? names.value(figure.name(), word) : Numbers.figure(figure);
        return new FigureRow(figure.name(), figure.label(), value, figure.name().equals(result.best()));
    }

    private static AttachmentRow attachment(Attachment file) {
        return new AttachmentRow(file.id(), NLS.bind(Messages.ReportModel_bytes, Numbers.count(file.bytes())), file.sha256());
    }

    private ChartBlock chart(ChartSpec chart, List<ResultTable> upright, List<TableBlock> blocks) {
        charts++;
        String source = "";
        for (int i = 0; i < blocks.size(); i++) {
            if (upright.get(i).id().equals(chart.tableId())) {
                source = NLS.bind(Messages.ReportModel_source, blocks.get(i).number());
            }
        }
        return new ChartBlock(NLS.bind(Messages.ReportModel_chart, charts), chart.title(), pictures.apply(chart, source), source);
    }

    private TableBlock table(Section section, ResultTable table) {
        tables++;
        String anchor = section.id() + "-table-" + tables;
        String number = NLS.bind(Messages.ReportModel_table, tables);
        int columns = Math.min(table.rows().schema().size(), COLUMNS);
        int rows = columns == 0 ? 0 : Math.min(mostRows, cells / columns);
        List<Object[]> values;
        try {
            values = TableExcerpt.of(table, rows, columns);
        } catch (RuntimeException e) {
            // One unreadable file must not cost the reader the rest of the report; the reason stands in its place.
            Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
            String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
            return new TableBlock(anchor, number, table.title(), List.of(), List.of(), "", NLS.bind(Messages.ReportModel_unreadable, reason), false);
        }
        cells -= values.size() * columns;
        List<ColumnFormat> formats = new ArrayList<>();
        List<Head> heads = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            var column = table.rows().schema().columns().get(i);
            formats.add(new ColumnFormat(column, values, i, section.names()));
            heads.add(new Head(table.labels().getOrDefault(column.name(), column.name()), formats.get(i).numeric()));
        }
        return new TableBlock(anchor, number, table.title(), heads, values.stream().map(row -> row(row, formats)).toList(),
                note(table, values.size(), columns), "", values.size() > FOLDED);
    }

    private static Row row(Object[] values, List<ColumnFormat> formats) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            cells.add(new Cell(formats.get(i).text(values[i]), formats.get(i).numeric()));
        }
        return new Row(cells);
    }

    /** How many rows and columns there are and how many of them are shown. */
    private static String note(ResultTable table, int rows, int columns) {
        long total = table.rows().count();
        int width = table.rows().schema().size();
        String counted = total == rows
                ? NLS.bind(Messages.ReportModel_rows, Numbers.count(total))
                : NLS.bind(Messages.ReportModel_someRows, new Object[] {Numbers.count(rows), Numbers.count(total), table.id()});
        return width == columns ? counted
                : NLS.bind(Messages.ReportModel_someColumns, new Object[] {counted, Numbers.count(columns), Numbers.count(width)});
    }
}
