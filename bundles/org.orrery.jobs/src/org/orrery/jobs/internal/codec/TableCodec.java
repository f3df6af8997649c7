package org.orrery.jobs.internal.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.ColumnVector;
import org.orrery.data.DoubleVector;
import org.orrery.data.LongVector;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TextVector;

/** Turns tables into bytes and back, column by column. Every value, also each bit of a NaN, comes back as it was. */
public final class TableCodec {
    private static final int FORMAT = 1;
    /** The least column is three bytes and its length; more columns than that cannot be there. */
    private static final int MOST_COLUMNS = 1 << 20;

    private TableCodec() {
    }

    /** The bytes of a table. */
    public static byte[] encode(Table table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(FORMAT);
            out.writeInt(table.rows());
            out.writeInt(table.schema().size());
            for (int i = 0; i < table.schema().size(); i++) {
                writeColumn(out, table.schema().columns().get(i), table.column(i));
            }
        } catch (IOException e) {
            throw new IllegalStateException("Memory does not fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private static void writeColumn(DataOutputStream out, Column column, ColumnVector vector) throws IOException {
        SimpleShape.writeText(out, column.name());
        out.writeByte(column.type().ordinal());
        out.writeLong(column.missing());
        out.writeLong(column.distinct());
        out.writeBoolean(column.idLike());
        int rows = vector.rows();
        switch (vector) {
            case DoubleVector doubles -> {
                out.writeByte('d');
                writeMissing(out, vector);
                ByteBuffer values = ByteBuffer.allocate(rows * Double.BYTES);
                for (int i = 0; i < rows; i++) {
                    values.putLong(Double.doubleToRawLongBits(doubles.get(i)));
                }
                out.write(values.array());
            }
            case LongVector longs -> {
                out.writeByte('l');
                writeMissing(out, vector);
                writeLongs(out, longs);
            }
            case TextVector texts -> {
                out.writeByte('t');
                writeText(out, texts);
            }
        }
    }

    private static void writeMissing(DataOutputStream out, ColumnVector vector) throws IOException {
        BitSet absent = new BitSet();
        if (vector.missing() > 0) {
            for (int i = 0; i < vector.rows(); i++) {
                absent.set(i, vector.isMissing(i));
            }
        }
        byte[] bits = absent.toByteArray();
        out.writeInt(bits.length);
        out.write(bits);
    }

    private static void writeLongs(DataOutputStream out, LongVector longs) throws IOException {
        out.writeInt(longs.scale());
        int width = Byte.BYTES;
        for (int i = 0; i < longs.rows(); i++) {
            long value = longs.get(i);
            width = Math.max(width, value == (byte) value ? 1 : value == (short) value ? 2 : value == (int) value ? 4 : 8);
        }
        out.writeByte(width);
        ByteBuffer values = ByteBuffer.allocate(longs.rows() * width);
        for (int i = 0; i < longs.rows(); i++) {
            putNarrow(values, width, longs.get(i));
        }
        out.write(values.array());
    }

    private static void writeText(DataOutputStream out, TextVector texts) throws IOException {
        out.writeInt(texts.dictionary().size());
        for (String text : texts.dictionary()) {
            SimpleShape.writeText(out, text);
        }
        int size = texts.dictionary().size();
        int width = size < Byte.MAX_VALUE ? 1 : size < Short.MAX_VALUE ? 2 : 4;
        ByteBuffer codes = ByteBuffer.allocate(texts.rows() * width);
        for (int i = 0; i < texts.rows(); i++) {
            putNarrow(codes, width, texts.code(i));
        }
        out.write(codes.array());
    }

    private static void putNarrow(ByteBuffer bytes, int width, long value) {
        switch (width) {
            case 1 -> bytes.put((byte) value);
            case 2 -> bytes.putShort((short) value);
            case 4 -> bytes.putInt((int) value);
            default -> bytes.putLong(value);
        }
    }

    private static long getNarrow(ByteBuffer bytes, int width) throws IOException {
        return switch (width) {
            case 1 -> bytes.get();
            case 2 -> bytes.getShort();
            case 4 -> bytes.getInt();
            case 8 -> bytes.getLong();
            default -> throw new IOException("A width of " + width);
        };
    }

    /**
     * The table in these bytes.
     *
     * @throws IOException when they hold none
     */
    public static Table decode(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        int format = in.readByte();
        if (format != FORMAT) {
            throw new IOException("A table of format " + format + ", which this version does not read");
        }
        int rows = in.readInt();
        int columns = in.readInt();
        if (rows < 0 || columns < 0 || columns > MOST_COLUMNS) {
            throw new IOException("A table of " + rows + " rows and " + columns + " columns");
        }
        List<Column> schema = new ArrayList<>();
        List<ColumnVector> vectors = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            String name = SimpleShape.readText(in);
            ColumnType type = ColumnType.values()[in.readUnsignedByte()];
            schema.add(new Column(name, type, in.readLong(), in.readLong(), in.readBoolean()));
            vectors.add(readVector(in, rows));
        }
        return new Table(new Schema(schema), vectors);
    }

    private static ColumnVector readVector(DataInputStream in, int rows) throws IOException {
        int kind = in.readByte();
        switch (kind) {
            case 'd' -> {
                BitSet absent = BitSet.valueOf(read(in, in.readInt()));
                ByteBuffer bytes = ByteBuffer.wrap(read(in, (long) rows * Double.BYTES));
                double[] values = new double[rows];
                for (int i = 0; i < rows; i++) {
                    values[i] = Double.longBitsToDouble(bytes.getLong());
                }
                return DoubleVector.of(values, rows, absent);
            }
            case 'l' -> {
                BitSet absent = BitSet.valueOf(read(in, in.readInt()));
                int scale = in.readInt();
                return LongVector.of(readNarrow(in, rows), rows, absent, scale);
            }
            case 't' -> {
                int size = in.readInt();
                List<String> dictionary = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    dictionary.add(SimpleShape.readText(in));
                }
                int width = size < Byte.MAX_VALUE ? 1 : size < Short.MAX_VALUE ? 2 : 4;
                ByteBuffer bytes = ByteBuffer.wrap(read(in, (long) rows * width));
                int[] codes = new int[rows];
                for (int i = 0; i < rows; i++) {
                    codes[i] = (int) getNarrow(bytes, width);
                }
                return TextVector.of(codes, rows, dictionary);
            }
            default -> throw new IOException("A column of kind " + kind);
        }
    }

    private static long[] readNarrow(DataInputStream in, int rows) throws IOException {
        int width = in.readByte();
        ByteBuffer bytes = ByteBuffer.wrap(read(in, (long) rows * width));
        long[] values = new long[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = getNarrow(bytes, width);
        }
        return values;
    }

    private static byte[] read(DataInputStream in, long length) throws IOException {
        if (length < 0 || length > in.available()) {
            throw new IOException("A table that ends too early");
        }
        return in.readNBytes((int) length);
    }
}
