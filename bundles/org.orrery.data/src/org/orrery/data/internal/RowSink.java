package org.orrery.data.internal;

import java.util.List;
import org.orrery.data.DataException;

/** Takes rows block by block on their way into the cache. */
public interface RowSink {
    /** Takes the rows of these buffers, one per column; they are cleared by the caller afterwards. */
    void block(List<ColumnBuffer> columns) throws DataException;
}
