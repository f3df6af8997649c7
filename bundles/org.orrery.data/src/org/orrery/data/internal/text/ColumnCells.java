package org.orrery.data.internal.text;

import java.time.ZoneOffset;
import org.orrery.data.ColumnType;
import org.orrery.data.internal.ColumnBuffer;

/**
 * Takes the cells of one column out of a chunk of bytes. What is written as most programs write it is read here eight bytes
 * at a time; any other cell goes as characters to {@link ColumnScan}, whose rules decide, so that both ways give the same.
 * Not thread-safe.
 */
abstract class ColumnCells {
    final ColumnScan scan;
    final ColumnBuffer buffer;
    final CellFormat format;
    private final MissingMarkers markers;
    private final boolean numericMarkers;
    private final byte quote;
    private char[] chars = {};
    private byte[] plain = {};
    private int refused;
    /** A bit for each cell that {@link #usual} read which has no value, the first one lowest. */
    long absent;
    /** What the cells with a value could be that {@link #usual} read. */
    int seen;

    /** What all cells of a column need: the scan, where its values go, and what tells missing ones. */
    record Column(ColumnScan scan, ColumnBuffer buffer, CellFormat format, MissingMarkers markers, byte quote) {
    }

    ColumnCells(Column column) {
        this.scan = column.scan();
        this.buffer = column.buffer();
        this.format = column.format();
        this.markers = column.markers();
        this.numericMarkers = markers.looksLikeNumber();
        this.quote = column.quote();
    }

    /** What reads the cells of a column with that plan. */
    static ColumnCells of(Column column) {
        ColumnPlan plan = column.scan().plan();
        ColumnType type = plan.type();
        if (type == ColumnType.REAL && (plan.kind() == Kinds.REAL_POINT || plan.kind() == Kinds.REAL_COMMA)) {
            return new RealCells(column);
        }
        return switch (type) {
            case INTEGER -> new WholeCells(column);
            case TEXT, CATEGORY -> new TextCells(column);
            case DATE -> new DateCells(column);
            case TIMESTAMP -> column.format().zone() == ZoneOffset.UTC && plan.kind() == Kinds.TIMESTAMP_YMD ? new InstantCells(column) : new OtherCells(column);
            case BOOLEAN -> new TruthCells(column);
            default -> new OtherCells(column);
        };
    }

    /**
     * Takes cells, {@value ColumnScan#BATCH} at most at once: loops this short are compiled after a few chunks instead of in the
     * middle of a long one, and once instead of twice.
     *
     * @param first the place of the first one in the index
     * @param stride how many places further on the next one stands
     */
    final void take(byte[] bytes, FieldIndex index, int first, int stride, int rows) {
        scan.restart();
        buffer.clear();
        refused = -1;
        boolean usual = readsUsual();
        int[] starts = index.starts();
        int[] ends = index.ends();
        int row = 0;
        while (row < rows) {
            int most = Math.min(ColumnScan.BATCH, rows - row);
            int taken = usual ? usual(bytes, starts, ends, first + row * stride, stride, most) : 0;
            if (taken > 0) {
                took(taken);
                row += taken;
            }
            if (taken < most) {
                int place = first + row * stride;
                one(bytes, starts[place], ends[place], row++);
            }
        }
    }

    /** Whether {@link #usual} may be asked: not when a cell that looks usual could stand for a missing value. */
    boolean readsUsual() {
        return !numericMarkers && !scan.isBroken();
    }

    /**
     * Reads cells in the usual form up to the first one in another, notes in {@link #absent} and {@link #seen} what they are, and
     * writes values behind the end of the buffer. Small and without calls to what else is done with them, so that it is quickly
     * compiled.
     *
     * @param rows from 1 to {@value ColumnScan#BATCH}
     * @return how many it read
     */
    abstract int usual(byte[] bytes, int[] starts, int[] ends, int first, int stride, int rows);

    /** Takes any one cell. */
    void one(byte[] bytes, int start, int markedEnd, int row) {
        if (markedEnd >= 0 && isMissing(bytes, start, markedEnd)) {
            missing();
        } else {
            other(bytes, start, markedEnd, row);
        }
    }

    /** The row of the first cell that does not fit the type that is asked for; −1 when all do. */
    final int refused() {
        return refused;
    }

    /** Takes a cell that is written in another way. */
    final void other(byte[] bytes, int start, int markedEnd, int row) {
        int length = characters(bytes, start, markedEnd);
        if (!scan.accept(chars, 0, length, 0)) {
            refused = refused < 0 ? row : refused;
            // The chunk is refused as a whole; only the number of rows must be right until then.
            buffer.addMissing();
        }
    }

    /** Takes the cells that {@link #usual} has read. */
    void took(int rows) {
        scan.took(rows, absent);
        if (Long.bitCount(absent) < rows) {
            scan.restrict(seen);
        }
    }

    /** Decodes a cell into {@link #chars}. */
    final int characters(byte[] bytes, int start, int markedEnd) {
        int end = markedEnd & ~FieldIndex.DOUBLED;
        if (chars.length < end - start) {
            chars = new char[Math.max(end - start, chars.length * 2)];
        }
        return Utf8.decode(bytes, start, end, markedEnd < 0 ? quote : 0, chars);
    }

    final char[] chars() {
        return chars;
    }

    /** Makes doubled quotes single; the bytes are in {@link #plain}. */
    final int single(byte[] bytes, int start, int markedEnd) {
        int end = markedEnd & ~FieldIndex.DOUBLED;
        if (plain.length < end - start + Swar.SLACK) {
            plain = new byte[(end - start) * 2 + Swar.SLACK];
        }
        int size = 0;
        for (int i = start; i < end; i++) {
            plain[size++] = bytes[i];
            i += bytes[i] == quote && i + 1 < end && bytes[i + 1] == quote ? 1 : 0;
        }
        return size;
    }

    final byte[] plain() {
        return plain;
    }

    /** Whether the bytes, without blanks around them, stand for a missing value. */
    final boolean isMissing(byte[] bytes, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && (bytes[from] & 0xFF) <= ' ') {
            from++;
        }
        while (to > from && (bytes[to - 1] & 0xFF) <= ' ') {
            to--;
        }
        return markers.isMissing(bytes, from, to);
    }

    /** Whether a text that begins with that byte has to be looked at more closely: it could be missing, or a hyphen. */
    final boolean isDoubtful(byte first) {
        return markers.isDoubtful(first);
    }

    /** Whether that word stands for a missing value. */
    final boolean isMarker(String word) {
        return markers.has(word);
    }

    /** Whether the bytes, without blanks around them, are a lone hyphen that may stand for a missing value. */
    final boolean isHyphen(byte[] bytes, int start, int end) {
        int from = start;
        int to = end;
        while (to - from > 1 && (bytes[from] & 0xFF) <= ' ') {
            from++;
        }
        while (to - from > 1 && (bytes[to - 1] & 0xFF) <= ' ') {
            to--;
        }
        return markers.isHyphen(bytes, from, to);
    }

    final void missing() {
        scan.facts().missing++;
        buffer.addMissing();
    }
}
