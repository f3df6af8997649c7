package org.orrery.data.internal.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.ImportPreview;
import org.orrery.data.ImportPreview.Choice;
import org.orrery.data.ImportPreview.Problem;
import org.orrery.data.ImportPreview.Question;
import org.orrery.data.ImportPreview.Row;
import org.orrery.data.ReadOptions;
import org.orrery.data.Schema;
import org.orrery.data.Sheet;
import org.orrery.data.internal.Imported;

/** Looks at the first records of a file the way the import does. */
public final class RecordPreview {
    /** How many records are looked at. */
    static final int RECORDS = 5_000;
    private static final int MOST_ROWS = 200;

    private final Path file;
    private final ReadOptions asked;
    private final List<Question> questions = new ArrayList<>();

    /** A preview of that file, with these options of the user. */
    public RecordPreview(Path file, ReadOptions asked) {
        this.file = file;
        this.asked = asked;
    }

    /** Asks which of several sheets is meant. */
    public void sheets(List<Sheet> sheets, String chosen) {
        List<Choice> choices = new ArrayList<>();
        int at = 0;
        for (Sheet sheet : sheets) {
            at = sheet.name().equals(chosen) ? choices.size() : at;
            choices.add(new Choice(sheet.name(), asked.change().sheet(sheet.name()).options()));
        }
        if (choices.size() > 1) {
            questions.add(new Question("sheet", Messages.RecordPreview_sheet, choices, at));
        }
    }

    /** The preview of a file that cannot be opened as it is to be read. */
    public ImportPreview refused(DataException refused) throws DataException {
        if (refused.code() == Code.UNREADABLE_FILE) {
            throw refused;
        }
        return preview(asked, Optional.empty(), List.of(), List.of(), Optional.of(refused), false);
    }

    /** The preview of the first records of the source. */
    public ImportPreview of(RecordSource source) throws DataException {
        RecordImport records = new RecordImport(file, source, asked, TextPreview.NOWHERE);
        try {
            Imported imported = records.sampled(RECORDS);
            List<Row> rows = rows(source);
            int header = source.isNamed() ? 1 : imported.options().headerRows().orElse(1);
            if (!source.isNamed() && asked.header().isEmpty()) {
                questions.add(header(header > 0));
            }
            List<Row> data = rows.subList(Math.min(header, rows.size()), rows.size());
            return preview(imported.options(), Optional.of(imported), names(rows, header), data, Optional.empty(), records.isWhole());
        } catch (DataException refused) {
            if (refused.code() == Code.UNREADABLE_FILE) {
                throw refused;
            }
            return preview(asked, Optional.empty(), List.of(), rows(source), Optional.of(refused), false);
        }
    }

    /** The first records as far as they can be read. */
    private static List<Row> rows(RecordSource source) {
        List<Row> rows = new ArrayList<>();
        try {
            source.read(new Rows(rows), MOST_ROWS + 1L);
            return rows;
        } catch (DataException | IOException said) {
            // What is wrong is among the problems already, or comes again with the import.
            return rows;
        }
    }

    /** The names of all columns, those that are left out too. */
    private static List<String> names(List<Row> rows, int header) {
        List<String> first = rows.get(0).cells();
        List<String> cells = header == 2 && rows.size() > 1 ? HeaderNames.joined(first, rows.get(1).cells()) : first;
        return header == 0 ? HeaderNames.numbered(first.size()) : new HeaderNames().of(cells);
    }

    private Question header(boolean taken) {
        return new Question("header", Messages.RecordPreview_header,
                List.of(new Choice(Messages.RecordPreview_oneHeader, asked.change().headerRows(1).options()),
                        new Choice(Messages.RecordPreview_noHeader, asked.change().headerRows(0).options())), taken ? 0 : 1);
    }

    private ImportPreview preview(ReadOptions options, Optional<Imported> imported, List<String> names, List<Row> rows,
            Optional<DataException> refused, boolean whole) {
        List<Problem> problems = refused.map(this::problem).map(List::of).orElse(List.of());
        return new ImportPreview(file, options, imported.map(Imported::schema).orElse(new Schema(List.of())), names, rows, questions, problems,
                imported.map(Imported::warnings).orElse(List.of()), whole);
    }

    private Problem problem(DataException refused) {
        List<Choice> repairs = new ArrayList<>();
        refused.where().column().ifPresent(column -> {
            if (asked.types().containsKey(column)) {
                repairs.add(new Choice(NLS.bind(Messages.RecordPreview_asText, column), asked.change().type(column, ColumnType.TEXT).options()));
            }
            repairs.add(new Choice(NLS.bind(Messages.RecordPreview_leaveOut, column), asked.change().ignore(column).options()));
        });
        return new Problem(refused.where().line().orElse(0), refused.getMessage(), repairs);
    }

    /** Keeps the first records as they come. */
    private static final class Rows implements RecordParser.Sink {
        private final List<Row> rows;
        private final List<String> cells = new ArrayList<>();
        private long line;

        Rows(List<Row> rows) {
            this.rows = rows;
        }

        @Override
        public void begin(long begins) {
            line = begins;
            cells.clear();
        }

        @Override
        public void field(char[] buffer, int from, int length, boolean quoted) {
            if (rows.size() <= MOST_ROWS) {
                cells.add(new String(buffer, from, length));
            }
        }

        @Override
        public void end() {
            if (rows.size() <= MOST_ROWS && cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                rows.add(new Row(line, cells));
            }
        }

        @Override
        public boolean isDone() {
            return false;
        }
    }
}
