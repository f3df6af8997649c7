package org.orrery.learning.models;

import java.util.Arrays;

import org.orrery.analysis.UnitCompute;

/**
 * The rows of the nodes of a tree of gradient boosting with their derivatives, those of a node beside each other. Before the root is
 * divided all rows stand in their order apart, so that all threads can bring them to their places.
 */
final class BoostedRows {
    /** How many columns are counted at once. */
    static final int AT_ONCE = 4;

    private final BinnedColumns columns;
    private final int[] rows;
    private final long[] pairs;
    private final int[] spareRows;
    private final long[] sparePairs;
    private boolean divided;

    BoostedRows(BinnedColumns columns) {
        this.columns = columns;
        this.rows = new int[columns.rows()];
        this.pairs = new long[columns.rows()];
        this.spareRows = new int[columns.rows()];
        this.sparePairs = new long[columns.rows()];
    }

    /** All rows in one node; returns the sum of their derivatives. */
    long start(Derivatives derivatives, RowParts parts, UnitCompute compute) throws Exception {
        divided = false;
        parts.each(compute, (part, from, to) -> {
            for (int i = from; i < to; i++) {
                spareRows[i] = i;
            }
        });
        return derivatives.pack(parts, compute, sparePairs);
    }

    /** Puts the rows of the root that go left first; returns the place of the first that does not. */
    int divideAll(int column, int bin, UnitCompute compute) throws Exception {
        byte[] bins = columns.bins(column);
        RowParts parts = RowParts.of(rows.length);
        int[] lefts = new int[parts.count()];
        parts.each(compute, (part, from, to) -> {
            int sum = 0;
            for (int i = from; i < to; i++) {
                sum += goesLeft(bins[i], bin);
            }
            lefts[part] = sum;
        });
        int middle = Arrays.stream(lefts).sum();
        parts.each(compute, (part, from, to) -> {
            int atLeft = Arrays.stream(lefts, 0, part).sum();
            int atRight = middle + from - atLeft;
            for (int i = from; i < to; i++) {
                int goes = goesLeft(bins[i], bin);
                int at = goes == 0 ? atRight : atLeft;
                rows[at] = i;
                pairs[at] = sparePairs[i];
                atLeft += goes;
                atRight += 1 - goes;
            }
        });
        divided = true;
        return middle;
    }

    /** The same for another node, at places {@code start} to {@code end − 1}. */
    int divide(int start, int end, int column, int bin) {
        byte[] bins = columns.bins(column);
        int atLeft = start;
        int atRight = start;
        for (int i = start; i < end; i++) {
            int row = rows[i];
            long pair = pairs[i];
            // Without a branch, which nobody could foretell: written to both sides, counted on one.
            int goes = goesLeft(bins[row], bin);
            spareRows[atRight] = row;
            sparePairs[atRight] = pair;
            rows[atLeft] = row;
            pairs[atLeft] = pair;
            atLeft += goes;
            atRight += 1 - goes;
        }
        System.arraycopy(spareRows, start, rows, atLeft, atRight - start);
        System.arraycopy(sparePairs, start, pairs, atLeft, atRight - start);
        return atLeft;
    }

    private static int goesLeft(byte own, int bin) {
        return (own & 0xFF) - bin - 1 >>> Integer.SIZE - 1;
    }

    /**
     * Sums up the derivatives of the rows of a node by the bins of some columns.
     *
     * @param all the sum over all rows of the node
     */
    void count(int start, int end, long all, long[] sums, int from, int to) {
        int[] named = divided ? rows : spareRows;
        long[] added = divided ? pairs : sparePairs;
        Arrays.fill(sums, columns.start(from), columns.start(to), 0);
        int column = from;
        for (; column + AT_ONCE <= to; column += AT_ONCE) {
            if (columns.start(column + AT_ONCE) - columns.start(column) <= 2 * AT_ONCE && areTwoValued(column)) {
                sumOnes(start, end, named, added, all, sums, column);
            } else {
                count(start, end, named, added, columns.bins(column), columns.bins(column + 1), columns.bins(column + 2),
                        columns.bins(column + 3), sums, columns.start(column), columns.start(column + 1), columns.start(column + 2),
                        columns.start(column + 3));
            }
        }
        for (; column < to; column++) {
            count(start, end, named, added, columns.bins(column), sums, columns.start(column));
        }
    }

    private boolean areTwoValued(int first) {
        for (int column = first; column < first + AT_ONCE; column++) {
            if (columns.count(column) > 2) {
                return false;
            }
        }
        return true;
    }

    /** Of two bins the second is counted, without waiting for the memory, and the first is what it leaves. */
    private void sumOnes(int start, int end, int[] named, long[] added, long all, long[] sums, int column) {
        byte[] a = columns.bins(column);
        byte[] b = columns.bins(column + 1);
        byte[] c = columns.bins(column + 2);
        byte[] d = columns.bins(column + 3);
        long inA = 0;
        long inB = 0;
        long inC = 0;
        long inD = 0;
        for (int i = start; i < end; i++) {
            int row = named[i];
            long pair = added[i];
            inA += pair & -(long) a[row];
            inB += pair & -(long) b[row];
            inC += pair & -(long) c[row];
            inD += pair & -(long) d[row];
        }
        put(column, inA, all, sums);
        put(column + 1, inB, all, sums);
        put(column + 2, inC, all, sums);
        put(column + 3, inD, all, sums);
    }

    private void put(int column, long second, long all, long[] sums) {
        sums[columns.start(column)] = all - second;
        if (columns.count(column) == 2) {
            sums[columns.start(column) + 1] = second;
        }
    }

    /** Four columns at once, so that each row and its derivatives are loaded once for all of them. */
    private static void count(int start, int end, int[] named, long[] added, byte[] a, byte[] b, byte[] c, byte[] d, long[] sums, int first,
            int second, int third, int fourth) {
        for (int i = start; i < end; i++) {
            int row = named[i];
            long pair = added[i];
            sums[first + (a[row] & 0xFF)] += pair;
            sums[second + (b[row] & 0xFF)] += pair;
            sums[third + (c[row] & 0xFF)] += pair;
            sums[fourth + (d[row] & 0xFF)] += pair;
        }
    }

    private static void count(int start, int end, int[] named, long[] added, byte[] a, long[] sums, int at) {
        for (int i = start; i < end; i++) {
            sums[at + (a[named[i]] & 0xFF)] += added[i];
        }
    }

    /** Adds the value of a leaf to the scores of its rows. */
    void add(double value, int start, int end, double[] scores) {
        int[] named = divided ? rows : spareRows;
        for (int i = start; i < end; i++) {
            scores[named[i]] += value;
        }
    }
}
