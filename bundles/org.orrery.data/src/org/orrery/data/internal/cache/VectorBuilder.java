package org.orrery.data.internal.cache;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.orrery.data.ColumnType;
import org.orrery.data.ColumnVector;
import org.orrery.data.DoubleVector;
import org.orrery.data.LongVector;
import org.orrery.data.TextVector;
import org.orrery.data.internal.ByteDictionary;

/** Puts the values of one column together out of segments, in the narrowest arrays that lose nothing. Used once, by one thread. */
final class VectorBuilder {
    private static final int STEP = 8_192;

    private final ColumnType type;
    private final int scale;
    private final BitSet absent = new BitSet();
    private final ByteDictionary dictionary = new ByteDictionary();
    private final long[] step = new long[STEP];
    private boolean bits;
    private int places;
    private long low;
    private long high;
    private long factor = 1;
    private LongVector.Packer packer;
    private double[] doubles;
    private int[] codes;
    private int rows;

    /**
     * @param scale decimal places of an unscaled decimal
     * @param rows how many rows will come
     * @param headers what they will come from: segments or at least their headers
     */
    VectorBuilder(ColumnType type, int scale, int rows, List<Segment> headers) {
        this.type = type;
        this.scale = scale;
        if (type.isText()) {
            codes = new int[rows];
            return;
        }
        range(headers);
        if (type == ColumnType.REAL && (bits || high - low < 0 || high - low >= 1L << 32)) {
            doubles = new double[rows];
        } else {
            packer = new LongVector.Packer(rows, low, high, factor);
        }
    }

    private void range(List<Segment> headers) {
        for (Segment segment : headers) {
            bits |= segment.form() == Segment.REAL;
            places = Math.max(places, segment.form() == Segment.NOTHING ? 0 : segment.places());
        }
        boolean first = true;
        for (Segment segment : headers) {
            if (segment.form() == Segment.NOTHING || segment.form() == Segment.REAL || bits) {
                continue;
            }
            long times = times(segment);
            long from = segment.low() * times;
            long to = segment.high() * times;
            // What lies beyond 2^53 over the common power of ten would not be rounded once.
            bits |= type == ColumnType.REAL && (Math.abs((double) segment.low() * times) >= SegmentEncoder.EXACT
                    || Math.abs((double) segment.high() * times) >= SegmentEncoder.EXACT);
            low = first ? from : Math.min(low, from);
            high = first ? to : Math.max(high, to);
            factor = first ? segment.factor() : Math.min(factor, segment.factor());
            first = false;
        }
        for (Segment segment : headers) {
            // Factors divide each other, but lowest values need not be whole multiples of them.
            boolean counted = segment.form() == Segment.WHOLE && !bits;
            factor = counted && factor > 1 && (segment.low() - low) % factor != 0 ? 1 : factor;
        }
    }

    private long times(Segment segment) {
        return segment.form() == Segment.FRACTION ? (long) SegmentEncoder.POWERS[places - segment.places()] : 1;
    }

    /** Adds some rows of a segment. */
    void add(Segment segment, int from, int count) {
        if (segment.form() == Segment.NOTHING) {
            absent.set(rows, rows + count);
            if (codes != null) {
                Arrays.fill(codes, rows, rows + count, -1);
            } else if (packer != null) {
                packer.skip(count);
            }
            rows += count;
            return;
        }
        segment.absent(from, count, absent, rows);
        if (codes != null) {
            segment.codes(from, count, dictionary, codes, rows);
        } else if (doubles != null) {
            segment.doubles(from, count, doubles, rows);
        } else {
            for (int i = 0; i < count; i += STEP) {
                int now = Math.min(STEP, count - i);
                segment.longs(from + i, now, times(segment), step, 0);
                packer.add(step, now);
            }
        }
        rows += count;
    }

    /** Everything added. */
    ColumnVector vector() {
        if (codes != null) {
            return TextVector.ofUtf8(codes, rows, dictionary.text(), dictionary.ends(), dictionary.size());
        }
        if (doubles != null) {
            return DoubleVector.ofOwned(doubles, absent);
        }
        LongVector whole = packer.vector(type == ColumnType.REAL ? 0 : scale, absent);
        return type == ColumnType.REAL ? DoubleVector.ofFractions(whole, places) : whole;
    }
}
