package org.orrery.data.internal;

import java.util.List;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;

/** Where the rows of an import go. */
public interface ImportTarget {
    /** Begins to take rows of columns of these types; what an earlier pass wrote is dropped. */
    RowSink begin(List<ColumnType> types) throws DataException;
}
