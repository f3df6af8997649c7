package org.orrery.data.internal.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.internal.ImportTarget;
import org.orrery.data.internal.RowSink;

/** Takes the rows of an import into a new entry of the cache. Leaves nothing behind when it is closed without a commit. */
public final class CacheWriter implements ImportTarget, AutoCloseable {
    private final ColumnarCache cache;
    private final Path root;
    private SegmentWriter writer;
    private Path aside;

    /** @param root the folder of the cache */
    public CacheWriter(ColumnarCache cache, Path root) {
        this.cache = cache;
        this.root = root;
    }

    @Override
    public RowSink begin(List<ColumnType> types) throws DataException {
        close();
        try {
            aside = cache.newFolder();
            writer = new SegmentWriter(aside, types.size());
            return writer;
        } catch (IOException cause) {
            throw CacheFailure.writing(root, cause);
        }
    }

    /** Makes what was written the entry of that name. */
    public CacheEntry commit(String key, List<Integer> scales) throws DataException {
        try {
            CacheEntry entry = CacheEntry.write(aside, writer.finish(), scales);
            return cache.publish(key, entry);
        } catch (IOException cause) {
            throw CacheFailure.writing(root, cause);
        }
    }

    @Override
    public void close() throws DataException {
        try {
            if (writer != null) {
                writer.close();
                writer = null;
            }
            if (aside != null) {
                ColumnarCache.delete(aside);
                aside = null;
            }
        } catch (IOException cause) {
            throw CacheFailure.writing(root, cause);
        }
    }
}
