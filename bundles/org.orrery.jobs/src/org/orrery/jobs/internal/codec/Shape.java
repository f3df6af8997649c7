package org.orrery.jobs.internal.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How values of one type are written and read. */
interface Shape {
    void write(DataOutput out, Object value) throws IOException;

    Object read(DataInput in) throws IOException;
}
