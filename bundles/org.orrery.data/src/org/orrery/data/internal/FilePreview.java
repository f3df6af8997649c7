package org.orrery.data.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataStore;
import org.orrery.data.Dataset;
import org.orrery.data.ImportPreview;
import org.orrery.data.ImportPreview.Choice;
import org.orrery.data.ImportPreview.Problem;
import org.orrery.data.ImportPreview.Row;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.internal.text.TextPreview;

/** Looks at the beginning of a file. A text is looked at in part, and what is wrong with it is listed; other formats are read whole. */
final class FilePreview {
    private static final int BYTES = 1 << 20;
    private static final int ROWS = 200;

    private FilePreview() {
    }

    /** @throws DataException when there is nothing to show */
    static ImportPreview of(DataStore store, Path file, ReadOptions options, Progress progress) throws DataException {
        if (FileFormat.of(file) != FileFormat.TEXT) {
            return whole(store, file, options, progress);
        }
        byte[] head;
        try (SourceFile source = SourceFile.open(file, progress)) {
            head = source.content().readNBytes(BYTES);
        } catch (IOException cause) {
            throw SourceFile.failure(file, cause);
        }
        return TextPreview.of(file, options, head, head.length < BYTES);
    }

    private static ImportPreview whole(DataStore store, Path file, ReadOptions options, Progress progress) throws DataException {
        try {
            Dataset dataset = store.importFile(file, options, progress);
            List<String> names = dataset.schema().names();
            Table first = store.window(dataset, names, 0, (int) Math.min(ROWS, dataset.rows()));
            return new ImportPreview(file, dataset.options(), dataset.schema(), names, rows(first), List.of(), List.of(), dataset.warnings(), true);
        } catch (DataException refused) {
            if (refused.code() != DataException.Code.BAD_DATA) {
                throw refused;
            }
            List<Choice> repairs = refused.where().column().map(column -> List.of(asText(options, column))).orElse(List.of());
            Problem problem = new Problem(refused.where().line().orElse(0), refused.getMessage(), repairs);
            return new ImportPreview(file, options, new Schema(List.of()), List.of(), List.of(), List.of(), List.of(problem), List.of(), true);
        }
    }

    private static List<Row> rows(Table table) {
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < table.schema().size(); column++) {
                Object value = table.value(row, column);
                cells.add(value == null ? "" : value.toString());
            }
            rows.add(new Row(row + 1L, cells));
        }
        return rows;
    }

    private static Choice asText(ReadOptions options, String column) {
        return new Choice(NLS.bind(Messages.FilePreview_asText, column), options.change().type(column, ColumnType.TEXT).options());
    }
}
