package org.orrery.data.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.ColumnBlocks;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.internal.cache.CacheEntry;
import org.orrery.data.internal.cache.EntryReader;

/** A pass over an entry of the cache. */
final class EntryBlocks implements ColumnBlocks {
    private final Path source;
    private final Schema schema;
    private final EntryReader reader;

    EntryBlocks(CacheEntry entry, Path source, Schema schema, List<Integer> positions) throws IOException {
        this.source = source;
        this.schema = schema;
        this.reader = new EntryReader(entry, schema, positions);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Table next() throws DataException {
        try {
            return reader.next();
        } catch (IOException cause) {
            throw new DataException(Code.UNREADABLE_FILE, NLS.bind(Messages.DuckDataStore_cache, source), Where.in(source), cause);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException cause) {
            throw new IllegalStateException(NLS.bind(Messages.DuckDataStore_close, source), cause);
        }
    }
}
