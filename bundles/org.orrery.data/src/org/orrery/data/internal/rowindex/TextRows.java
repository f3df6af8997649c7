package org.orrery.data.internal.rowindex;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;

/** Tables of texts as they stand in a file. */
final class TextRows {
    private TextRows() {
    }

    static TableBuilder builder(List<String> columns) {
        return Table.builder(new Schema(columns.stream().map(name -> Column.of(name, ColumnType.TEXT)).toList()));
    }

    static int[] positions(Path file, List<String> names, List<String> columns) throws DataException {
        int[] positions = new int[columns.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = names.indexOf(columns.get(i));
            if (positions[i] < 0) {
                throw new DataException(Code.MISSING_COLUMN, NLS.bind(Messages.TextRows_missingColumn, file, columns.get(i)),
                        new Where(file, OptionalLong.empty(), Optional.of(columns.get(i))));
            }
        }
        return positions;
    }
}
