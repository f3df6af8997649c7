package org.orrery.ui.data.internal.rows;

import java.util.List;
import java.util.Optional;

import org.orrery.data.Column;
import org.orrery.data.ColumnBlocks;
import org.orrery.data.ColumnType;
import org.orrery.data.FileRows;
import org.orrery.data.Schema;
import org.orrery.data.Table;

/**
 * The rows of a file that was not imported, each cell as it stands in it; the types of its columns are what its beginning suggests.
 *
 * @param file the rows
 */
public record FileSource(FileRows file) implements RowSource {
    @Override
    public Schema schema() {
        return new Schema(file.names().stream().map(name -> Column.of(name, file.preview().schema().find(name).map(Column::type)
                .orElse(ColumnType.TEXT))).toList());
    }

    @Override
    public long rows() {
        return file.extent().rows();
    }

    @Override
    public Table window(List<String> columns, long first, int count) throws Exception {
        return file.window(columns, first, count);
    }

    @Override
    public ColumnBlocks blocks(List<String> columns) {
        throw new UnsupportedOperationException("A file is read in passes when it is imported");
    }

    @Override
    public Optional<FileRows> raw() {
        return Optional.of(file);
    }
}
