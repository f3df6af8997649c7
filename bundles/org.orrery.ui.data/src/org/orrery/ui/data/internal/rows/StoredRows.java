package org.orrery.ui.data.internal.rows;

import java.util.List;

import org.orrery.data.ColumnBlocks;
import org.orrery.data.DataException;
import org.orrery.data.DataStore;
import org.orrery.data.Dataset;
import org.orrery.data.Schema;
import org.orrery.data.Table;

/**
 * The rows of an imported data set.
 *
 * @param store gives its values
 * @param dataset the data set
 */
public record StoredRows(DataStore store, Dataset dataset) implements RowSource {
    @Override
    public Schema schema() {
        return dataset.schema();
    }

    @Override
    public long rows() {
        return dataset.rows();
    }

    @Override
    public Table window(List<String> columns, long first, int count) throws DataException {
        return store.window(dataset, columns, first, count);
    }

    @Override
    public ColumnBlocks blocks(List<String> columns) throws DataException {
        return store.blocks(dataset, columns);
    }
}
