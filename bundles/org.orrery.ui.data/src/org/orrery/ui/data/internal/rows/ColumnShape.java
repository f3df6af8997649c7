package org.orrery.ui.data.internal.rows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.osgi.util.NLS;
import org.orrery.data.Column;
import org.orrery.data.ColumnBlocks;
import org.orrery.data.ColumnVector;
import org.orrery.data.DisplayText;
import org.orrery.data.Progress;
import org.orrery.data.Table;
import org.orrery.data.TextVector;
import org.orrery.ui.Formats;

/**
 * What the values of a column look like: numbers and times as a histogram of bins of the same width from the smallest to the largest, texts by
 * how often the most frequent ones come.
 *
 * @param text the range, or the most frequent value with its share
 * @param bars how high the bars are, from 0 to 1; empty when there is nothing to compare
 */
record ColumnShape(String text, double[] bars) {
    /** Bars of a histogram, and texts that are compared. */
    static final int BARS = 16;
    /** Of more texts none is frequent. */
    private static final int MOST_TEXTS = 1_000;
    private static final ColumnShape NOTHING = new ColumnShape("", new double[0]); //$NON-NLS-1$

    /** Looks through the values of a column. Reads files: never on the user interface thread. */
    static ColumnShape of(RowSource source, Column column, Progress progress) throws Exception {
        return switch (column.type()) {
            case TEXT, CATEGORY, BOOLEAN -> column.distinct() > MOST_TEXTS || column.distinct() < 0 ? NOTHING : frequent(source, column, progress);
            default -> histogram(source, column, progress);
        };
    }

    private static ColumnShape frequent(RowSource source, Column column, Progress progress) throws Exception {
        Map<String, Long> counts = new HashMap<>();
        long present = 0;
        try (ColumnBlocks pass = source.blocks(List.of(column.name()))) {
            for (Table block = pass.next(); block != null; block = pass.next()) {
                progress.checkCancelled();
                present += block.rows() - block.column(0).missing();
                count(block, counts);
            }
        }
        if (present == 0) {
            return NOTHING;
        }
        String first = counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(""); //$NON-NLS-1$
        double[] bars = counts.values().stream().sorted((a, b) -> Long.compare(b, a)).limit(BARS).mapToDouble(Long::doubleValue).toArray();
        String share = Formats.share((double) counts.get(first) / present);
        return new ColumnShape(NLS.bind(Messages.ColumnShape_mostly, DisplayText.of(first), share), scaled(bars));
    }

    private static void count(Table block, Map<String, Long> counts) {
        if (block.column(0) instanceof TextVector texts) {
            long[] codes = new long[texts.dictionary().size()];
            for (int row = 0; row < block.rows(); row++) {
                if (texts.code(row) >= 0) {
                    codes[texts.code(row)]++;
                }
            }
            for (int code = 0; code < codes.length; code++) {
                if (codes[code] > 0) {
                    counts.merge(texts.dictionary().get(code), codes[code], Long::sum);
                }
            }
            return;
        }
        for (int row = 0; row < block.rows(); row++) {
            if (!block.column(0).isMissing(row)) {
                counts.merge(Formats.datum(block.value(row, 0)), 1L, Long::sum);
            }
        }
    }

    private static ColumnShape histogram(RowSource source, Column column, Progress progress) throws Exception {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        Object first = null;
        Object last = null;
        try (ColumnBlocks pass = source.blocks(List.of(column.name()))) {
            for (Table block = pass.next(); block != null; block = pass.next()) {
                progress.checkCancelled();
                ColumnVector vector = block.column(0);
                for (int row = 0; row < block.rows(); row++) {
                    double value = vector.isMissing(row) ? Double.NaN : vector.asDouble(row);
                    if (value < least && value != Double.NEGATIVE_INFINITY) {
                        least = value;
                        first = block.value(row, 0);
                    }
                    if (value > most && value != Double.POSITIVE_INFINITY) {
                        most = value;
                        last = block.value(row, 0);
                    }
                }
            }
        }
        if (first == null || last == null) {
            return NOTHING;
        }
        String range = NLS.bind(Messages.ColumnShape_range, Formats.datum(first), Formats.datum(last));
        return new ColumnShape(range, most > least ? scaled(bins(source, column, least, most, progress)) : new double[0]);
    }

    private static double[] bins(RowSource source, Column column, double least, double most, Progress progress) throws Exception {
        double[] bins = new double[BARS];
        double factor = BARS / (most - least);
        try (ColumnBlocks pass = source.blocks(List.of(column.name()))) {
            for (Table block = pass.next(); block != null; block = pass.next()) {
                progress.checkCancelled();
                ColumnVector vector = block.column(0);
                for (int row = 0; row < block.rows(); row++) {
                    double value = vector.isMissing(row) ? Double.NaN : vector.asDouble(row);
                    if (value >= least && value <= most) {
                        bins[Math.min(BARS - 1, (int) ((value - least) * factor))]++;
                    }
                }
            }
        }
        return bins;
    }

    private static double[] scaled(double[] counts) {
        double highest = Arrays.stream(counts).max().orElse(1);
        return Arrays.stream(counts).map(count -> count / highest).toArray();
    }
}
