package org.orrery.jobs.internal.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** A record: its components in order. Resolved after it is known by name, so that a record may hold itself in a list. */
final class RecordShape implements Shape {
    private final Class<?> type;
    private final String where;
    private final Constructor<?> constructor;
    private final Method[] accessors;
    private Shape[] parts;

    RecordShape(Class<?> type, String where) {
        this.type = type;
        this.where = where;
        RecordComponent[] components = type.getRecordComponents();
        try {
            constructor = type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every record has a canonical constructor: " + type.getName(), e);
        }
        constructor.setAccessible(true);
        accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
        for (Method accessor : accessors) {
            accessor.setAccessible(true);
        }
    }

    void resolve(Shapes shapes) {
        RecordComponent[] components = type.getRecordComponents();
        parts = new Shape[components.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = shapes.of(components[i].getGenericType(), type.getName() + "." + components[i].getName());
        }
    }

    @Override
    public void write(DataOutput out, Object value) throws IOException {
        if (value == null) {
            throw Shapes.missing(where);
        }
        for (int i = 0; i < parts.length; i++) {
            parts[i].write(out, call(accessors[i], value));
        }
    }

    private static Object call(Method accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(accessor + " failed", e.getCause());
        }
    }

    @Override
    public Object read(DataInput in) throws IOException {
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = parts[i].read(in);
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IOException("Stored values do not fit " + type.getName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
