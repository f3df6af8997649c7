package org.orrery.data;

/** A pass over some columns in blocks of rows, in the order of the file. Of use by one thread, once. */
public interface ColumnBlocks extends AutoCloseable {
    /** The columns of each block. */
    Schema schema();

    /** The next rows, at most a few thousand; null after the last. */
    Table next() throws DataException;

    @Override
    void close();
}
