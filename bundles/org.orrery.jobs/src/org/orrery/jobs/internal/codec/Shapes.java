package org.orrery.jobs.internal.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the shapes of types. Of use for one codec, on one thread. */
final class Shapes {
    /** No list or array that is read is longer, so that damaged bytes do not exhaust the heap. */
    private static final int LONGEST = 1 << 28;
    private final Map<Class<?>, Shape> named = new LinkedHashMap<>();
    private final StringBuilder description = new StringBuilder();

    String description() {
        return description.toString();
    }

    Shape of(Type type, String where) {
        if (type instanceof ParameterizedType generic) {
            Type inner = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == List.class) {
                return new ListShape(of(inner, where + "[]"), where);
            }
            if (generic.getRawType() == Optional.class) {
                return new OptionalShape(of(inner, where), where);
            }
        }
        if (type instanceof GenericArrayType array) {
            Shape element = of(array.getGenericComponentType(), where + "[]");
            return new ArrayShape((Class<?>) ((ParameterizedType) array.getGenericComponentType()).getRawType(), element, where);
        }
        if (type instanceof Class<?> plain) {
            return ofClass(plain, where);
        }
        throw refuse(type, where);
    }

    private Shape ofClass(Class<?> type, String where) {
        Optional<Shape> simple = SimpleShape.of(type, where);
        if (simple.isPresent()) {
            return simple.get();
        }
        if (type.isArray()) {
            return new ArrayShape(type.getComponentType(), of(type.getComponentType(), where + "[]"), where);
        }
        Shape known = named.get(type);
        if (known != null) {
            return known;
        }
        if (type.isEnum()) {
            return describe(type, "enum", Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList(),
                    new EnumShape(type, where));
        }
        if (type.isRecord() && type.getTypeParameters().length == 0) {
            RecordShape shape = new RecordShape(type, where);
            describe(type, "record", Arrays.stream(type.getRecordComponents())
                    .map(c -> c.getGenericType().getTypeName() + " " + c.getName()).toList(), shape);
            shape.resolve(this);
            return shape;
        }
        if (type.isSealed() && type.isInterface()) {
            SealedShape shape = new SealedShape(where);
            describe(type, "sealed", Arrays.stream(type.getPermittedSubclasses()).map(Class::getName).toList(), shape);
            shape.resolve(type, this);
            return shape;
        }
        throw refuse(type, where);
    }

    private Shape describe(Class<?> type, String kind, List<String> parts, Shape shape) {
        named.put(type, shape);
        description.append(kind).append(' ').append(type.getName())
                .append(parts.stream().collect(Collectors.joining(", ", "(", ")\n")));
        return shape;
    }

    private static IllegalArgumentException refuse(Type type, String where) {
        return new IllegalArgumentException(where + " is of " + type.getTypeName() + ", which an outcome cannot hold: use records, "
                + "sealed interfaces of records, primitives, strings, enums, arrays, lists and optionals of these");
    }

    static IllegalArgumentException missing(String where) {
        return new IllegalArgumentException(where + " is null; use an Optional for what may be absent");
    }

    private static int length(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("A length of " + length);
        }
        return length;
    }

    private record EnumShape(Class<?> type, String where) implements Shape {
        @Override
        public void write(DataOutput out, Object value) throws IOException {
            if (value == null) {
                throw missing(where);
            }
            out.writeInt(((Enum<?>) value).ordinal());
        }

        @Override
        public Object read(DataInput in) throws IOException {
            int ordinal = in.readInt();
            Object[] constants = type.getEnumConstants();
            if (ordinal < 0 || ordinal >= constants.length) {
                throw new IOException("No constant " + ordinal + " of " + type.getName());
            }
            return constants[ordinal];
        }
    }

    private record ListShape(Shape element, String where) implements Shape {
        @Override
        public void write(DataOutput out, Object value) throws IOException {
            if (!(value instanceof List<?> list)) {
                throw missing(where);
            }
            out.writeInt(list.size());
            for (Object each : list) {
                element.write(out, each);
            }
        }

        @Override
        public Object read(DataInput in) throws IOException {
            int length = length(in);
            List<Object> list = new ArrayList<>(Math.min(length, 1 << 16));
            for (int i = 0; i < length; i++) {
                list.add(element.read(in));
            }
            return List.copyOf(list);
        }
    }

    private record OptionalShape(Shape element, String where) implements Shape {
        @Override
        public void write(DataOutput out, Object value) throws IOException {
            if (!(value instanceof Optional<?> optional)) {
                throw missing(where);
            }
            out.writeBoolean(optional.isPresent());
            if (optional.isPresent()) {
                element.write(out, optional.get());
            }
        }

        @Override
        public Object read(DataInput in) throws IOException {
            return in.readBoolean() ? Optional.of(element.read(in)) : Optional.empty();
        }
    }

    private record ArrayShape(Class<?> type, Shape element, String where) implements Shape {
        @Override
        public void write(DataOutput out, Object value) throws IOException {
            if (value == null) {
                throw missing(where);
            }
            int length = Array.getLength(value);
            out.writeInt(length);
            if (value instanceof double[] doubles) {
                // Curves and counts are arrays of doubles, by far the most: without boxing.
                for (double each : doubles) {
                    out.writeDouble(each);
                }
                return;
            }
            for (int i = 0; i < length; i++) {
                element.write(out, Array.get(value, i));
            }
        }

        @Override
        public Object read(DataInput in) throws IOException {
            int length = length(in);
            if (type == double.class) {
                double[] doubles = new double[length];
                for (int i = 0; i < length; i++) {
                    doubles[i] = in.readDouble();
                }
                return doubles;
            }
            Object array = Array.newInstance(type, length);
            for (int i = 0; i < length; i++) {
                Array.set(array, i, element.read(in));
            }
            return array;
        }
    }
}
