package org.orrery.data.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.ColumnBlocks;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.internal.cache.CacheEntry;
import org.orrery.data.internal.cache.DuckEngine;
import org.orrery.data.internal.cache.EntryReader;

/** A pass over an entry of the cache. */
final class EntryBlocks implements ColumnBlocks {
    private final Path source;
    private final Schema schema;
    private final EntryReader reader;
    private final EntryReader.Pass pass;

    EntryBlocks(DuckEngine engine, CacheEntry entry, Path source, Schema schema, List<Integer> positions) throws SQLException {
        this.source = source;
        this.schema = schema;
        this.reader = new EntryReader(engine, entry, schema, positions);
        try {
            this.pass = reader.pass();
        } catch (SQLException cause) {
            reader.close();
            throw cause;
        }
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Table next() throws DataException {
        try {
            return pass.nextTable();
        } catch (SQLException cause) {
            throw new DataException(Code.UNREADABLE_FILE, NLS.bind(Messages.DuckDataStore_cache, source), Where.in(source), cause);
        }
    }

    @Override
    public void close() {
        try (reader) {
            pass.close();
        } catch (SQLException cause) {
            throw new IllegalStateException(NLS.bind(Messages.DuckDataStore_close, source), cause);
        }
    }
}
