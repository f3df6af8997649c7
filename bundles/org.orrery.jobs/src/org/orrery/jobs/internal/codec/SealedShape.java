package org.orrery.jobs.internal.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A sealed interface: which of its permitted types, and that. */
final class SealedShape implements Shape {
    private final String where;
    private Class<?>[] types;
    private Shape[] shapes;

    SealedShape(String where) {
        this.where = where;
    }

    void resolve(Class<?> type, Shapes finder) {
        types = type.getPermittedSubclasses();
        shapes = new Shape[types.length];
        for (int i = 0; i < types.length; i++) {
            shapes[i] = finder.of(types[i], types[i].getName());
        }
    }

    @Override
    public void write(DataOutput out, Object value) throws IOException {
        for (int i = 0; i < types.length; i++) {
            if (types[i].isInstance(value)) {
                out.writeByte(i);
                shapes[i].write(out, value);
                return;
            }
        }
        throw Shapes.missing(where);
    }

    @Override
    public Object read(DataInput in) throws IOException {
        int index = in.readUnsignedByte();
        if (index >= shapes.length) {
            throw new IOException("No type " + index + " of " + where);
        }
        return shapes[index].read(in);
    }
}
