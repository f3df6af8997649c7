package org.orrery.jobs.internal.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Primitives, their boxes and strings. */
record SimpleShape(Writer writer, Reader reader, String where) implements Shape {
    @FunctionalInterface
    interface Writer {
        void write(DataOutput out, Object value) throws IOException;
    }

    @FunctionalInterface
    interface Reader {
        Object read(DataInput in) throws IOException;
    }

    private static final SimpleShape BOOLEANS = shape((out, value) -> out.writeBoolean((Boolean) value), DataInput::readBoolean);
    private static final SimpleShape BYTES = shape((out, value) -> out.writeByte((Byte) value), DataInput::readByte);
    private static final SimpleShape SHORTS = shape((out, value) -> out.writeShort((Short) value), DataInput::readShort);
    private static final SimpleShape CHARS = shape((out, value) -> out.writeChar((Character) value), DataInput::readChar);
    private static final SimpleShape INTS = shape((out, value) -> out.writeInt((Integer) value), DataInput::readInt);
    private static final SimpleShape LONGS = shape((out, value) -> out.writeLong((Long) value), DataInput::readLong);
    private static final SimpleShape FLOATS = shape((out, value) -> out.writeFloat((Float) value), DataInput::readFloat);
    private static final SimpleShape DOUBLES = shape((out, value) -> out.writeDouble((Double) value), DataInput::readDouble);
    private static final SimpleShape STRINGS = shape(SimpleShape::writeText, SimpleShape::readText);
    private static final Map<Class<?>, SimpleShape> ALL = Map.ofEntries(Map.entry(boolean.class, BOOLEANS),
            Map.entry(Boolean.class, BOOLEANS), Map.entry(byte.class, BYTES), Map.entry(Byte.class, BYTES),
            Map.entry(short.class, SHORTS), Map.entry(Short.class, SHORTS), Map.entry(char.class, CHARS),
            Map.entry(Character.class, CHARS), Map.entry(int.class, INTS), Map.entry(Integer.class, INTS),
            Map.entry(long.class, LONGS), Map.entry(Long.class, LONGS), Map.entry(float.class, FLOATS),
            Map.entry(Float.class, FLOATS), Map.entry(double.class, DOUBLES), Map.entry(Double.class, DOUBLES),
            Map.entry(String.class, STRINGS));

    /** The shape of that class; empty when it is not simple. */
    static Optional<Shape> of(Class<?> type, String where) {
        return Optional.ofNullable(ALL.get(type)).map(shape -> new SimpleShape(shape.writer, shape.reader, where));
    }

    private static SimpleShape shape(Writer writer, Reader reader) {
        return new SimpleShape(writer, reader, "");
    }

    @Override
    public void write(DataOutput out, Object value) throws IOException {
        if (value == null) {
            throw Shapes.missing(where);
        }
        writer.write(out, value);
    }

    @Override
    public Object read(DataInput in) throws IOException {
        return reader.read(in);
    }

    static void writeText(DataOutput out, Object value) throws IOException {
        byte[] bytes = ((String) value).getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String readText(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > (1 << 28)) {
            throw new IOException("A text of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
