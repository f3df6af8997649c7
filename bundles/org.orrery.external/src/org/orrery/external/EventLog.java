package org.orrery.external;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * The records of an event file of TensorBoard, as they come: a length, its check sum, an event, its check sum, all little-endian. Of an
 * event only its step and its scalars count. For one file and one thread.
 *
 * <p>The form is that of the public definitions of TFRecord files and of the messages Event, Summary and TensorProto.
 */
final class EventLog {
    private static final int HEAD = 12;
    private static final int TAIL = 4;
    private static final int LARGEST = 64 << 20;
    /** The numbers of these types in a tensor. */
    private static final long FLOAT = 1;
    private static final long DOUBLE = 2;

    private final Consumer<Readings> readings;
    private byte[] kept = new byte[0];
    private boolean damaged;

    EventLog(Consumer<Readings> readings) {
        this.readings = readings;
    }

    /** Takes the next bytes of the file; a record that is not whole waits for the rest. */
    void take(byte[] bytes, int count) {
        if (damaged) {
            return;
        }
        ByteBuffer all = ByteBuffer.allocate(kept.length + count).order(ByteOrder.LITTLE_ENDIAN).put(kept).put(bytes, 0, count).flip();
        while (all.remaining() >= HEAD + TAIL) {
            long length = all.getLong(all.position());
            if (length < 0 || length > LARGEST) {
                // Not such a file, or one that is being written over: what follows cannot be told apart.
                damaged = true;
                return;
            }
            if (all.remaining() < HEAD + length + TAIL) {
                break;
            }
            ByteBuffer event = all.slice(all.position() + HEAD, (int) length).order(ByteOrder.LITTLE_ENDIAN);
            all.position(all.position() + HEAD + (int) length + TAIL);
            event(event);
        }
        kept = new byte[all.remaining()];
        all.get(kept);
    }

    private void event(ByteBuffer event) {
        long step = 0;
        Map<String, Double> values = new LinkedHashMap<>();
        while (event.hasRemaining()) {
            long key = varint(event);
            if (key == (2 << 3)) {
                step = varint(event);
            } else if (key == (5 << 3 | 2)) {
                summary(part(event), values);
            } else {
                skip(event, key);
            }
        }
        if (!values.isEmpty()) {
            readings.accept(new Readings(OptionalDouble.of(step), values));
        }
    }

    private static void summary(ByteBuffer summary, Map<String, Double> values) {
        while (summary.hasRemaining()) {
            long key = varint(summary);
            if (key == (1 << 3 | 2)) {
                value(part(summary), values);
            } else {
                skip(summary, key);
            }
        }
    }

    private static void value(ByteBuffer value, Map<String, Double> values) {
        String tag = "";
        OptionalDouble scalar = OptionalDouble.empty();
        while (value.hasRemaining()) {
            long key = varint(value);
            if (key == (1 << 3 | 2)) {
                tag = StandardCharsets.UTF_8.decode(part(value)).toString();
            } else if (key == (2 << 3 | 5)) {
                scalar = OptionalDouble.of(value.getFloat());
            } else if (key == (8 << 3 | 2)) {
                scalar = tensor(part(value));
            } else {
                skip(value, key);
            }
        }
        if (scalar.isPresent() && !tag.isEmpty()) {
            values.put(tag, scalar.getAsDouble());
        }
    }

    /** A scalar as newer writers put it: a tensor of one number, in bytes or in a list of one. */
    private static OptionalDouble tensor(ByteBuffer tensor) {
        long type = 0;
        ByteBuffer content = ByteBuffer.allocate(0);
        boolean one = true;
        while (tensor.hasRemaining()) {
            long key = varint(tensor);
            if (key == (1 << 3)) {
                type = varint(tensor);
            } else if (key == (2 << 3 | 2)) {
                // A number has no dimensions; what has some is a picture or a text.
                one = !part(tensor).hasRemaining();
            } else if (key == (4 << 3 | 2) || key == (5 << 3 | 2) || key == (6 << 3 | 2)) {
                content = part(tensor);
            } else if (key == (5 << 3 | 5)) {
                content = tensor.slice(tensor.position(), Math.min(Float.BYTES, tensor.remaining())).order(ByteOrder.LITTLE_ENDIAN);
                skip(tensor, key);
            } else {
                skip(tensor, key);
            }
        }
        if (one && type == FLOAT && content.remaining() == Float.BYTES) {
            return OptionalDouble.of(content.getFloat());
        }
        return one && type == DOUBLE && content.remaining() == Double.BYTES ? OptionalDouble.of(content.getDouble()) : OptionalDouble.empty();
    }

    private static ByteBuffer part(ByteBuffer buffer) {
        int length = (int) Math.min(varint(buffer), buffer.remaining());
        ByteBuffer part = buffer.slice(buffer.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.position(buffer.position() + length);
        return part;
    }

    private static void skip(ByteBuffer buffer, long key) {
        switch ((int) (key & 7)) {
            case 0 -> varint(buffer);
            case 1 -> buffer.position(Math.min(buffer.limit(), buffer.position() + Long.BYTES));
            case 2 -> part(buffer);
            case 5 -> buffer.position(Math.min(buffer.limit(), buffer.position() + Integer.BYTES));
            default -> buffer.position(buffer.limit());
        }
    }

    private static long varint(ByteBuffer buffer) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE && buffer.hasRemaining(); shift += 7) {
            byte next = buffer.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                break;
            }
        }
        return value;
    }
}
