package org.orrery.data.internal.text;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orrery.data.DataException;

/** The records of the first part of a file as texts, with their lines. What is wrong in it ends it. */
final class SampleRows implements RecordParser.Sink {
    /**
     * A record.
     *
     * @param line where it begins, from 1
     * @param cells its fields as they are
     */
    record Row(long line, List<String> cells) {
        boolean isBlank() {
            return cells.size() == 1 && cells.get(0).isBlank();
        }

        String first() {
            return cells.get(0);
        }

        String last() {
            return cells.get(cells.size() - 1);
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final List<Long> comments = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private long line;
    private long blankRows;
    private DataException refusal;

    private SampleRows() {
    }

    /** Takes the records of that text up to the first thing that is wrong. */
    static SampleRows of(Path file, String sample, Dialect dialect) {
        SampleRows rows = new SampleRows();
        try {
            new FastCsvParser(file).parse(new StringReader(sample), dialect, rows);
        } catch (DataException refused) {
            rows.refusal = refused;
        } catch (IOException impossible) {
            throw new IllegalStateException("A text in memory can be read", impossible);
        }
        return rows;
    }

    @Override
    public void begin(long startingLine) {
        line = startingLine;
        cells = new ArrayList<>();
    }

    @Override
    public void field(char[] buffer, int from, int length, boolean quoted) {
        cells.add(new String(buffer, from, length));
    }

    @Override
    public void end() {
        Row row = new Row(line, cells);
        if (row.isBlank()) {
            blankRows++;
        } else {
            rows.add(row);
        }
    }

    @Override
    public void comment(long startingLine) {
        comments.add(startingLine);
    }

    @Override
    public boolean isDone() {
        return false;
    }

    /** The records that are not blank. */
    List<Row> rows() {
        return rows;
    }

    /** The lines that are comments. */
    List<Long> comments() {
        return comments;
    }

    long blankRows() {
        return blankRows;
    }

    /** What ended the reading before the end of the text. */
    Optional<DataException> refusal() {
        return Optional.ofNullable(refusal);
    }
}
