package org.orrery.data.internal.rowindex;

import java.util.Arrays;
import java.util.Optional;
import org.orrery.data.DataException;
import org.orrery.data.FileRows.Extent;
import org.orrery.data.FileRows.Reach;

/** Where the rows of a file stand: the byte and the row at which each block of some ten thousand bytes begins. Safe for any number of threads. */
final class RowIndex {
    /**
     * Some rows that stand next to each other.
     *
     * @param offset the byte at which they begin
     * @param length how many bytes they take
     * @param first the first of them
     * @param rows how many there are
     */
    record Block(long offset, int length, long first, int rows) {
    }

    private long[] offsets = new long[256];
    private long[] firsts = new long[256];
    private int size;
    private long end;
    private long rows;
    private long line;
    private Reach reach = Reach.BEGINNING;
    private DataException damage;

    /**
     * @param offset the byte at which the rows begin
     * @param line the line there
     */
    RowIndex(long offset, long line) {
        this.end = offset;
        this.line = line;
    }

    /** An index of a whole file as it was stored. */
    RowIndex(long[] offsets, long[] firsts, long end, long rows, long line) {
        this(end, line);
        this.offsets = offsets;
        this.firsts = firsts;
        this.size = offsets.length;
        this.rows = rows;
        this.reach = Reach.ALL;
    }

    /** Adds the block behind the last one. */
    synchronized void add(int length, int count, long lineBehind) {
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
            firsts = Arrays.copyOf(firsts, size * 2);
        }
        offsets[size] = end;
        firsts[size++] = rows;
        end += length;
        rows += count;
        line = lineBehind;
    }

    /** There are no more rows. */
    synchronized void finish() {
        reach = Reach.ALL;
    }

    /** There are no more rows that could be read. */
    synchronized void damaged(DataException reason) {
        reach = Reach.DAMAGED;
        damage = reason;
    }

    synchronized Extent extent() {
        return new Extent(rows, reach, Optional.ofNullable(damage));
    }

    synchronized int size() {
        return size;
    }

    /** The byte behind the last block. */
    synchronized long end() {
        return end;
    }

    /** The line there. */
    synchronized long line() {
        return line;
    }

    /** The number of the block that holds that row, which must be known. */
    synchronized int blockOf(long row) {
        int found = Arrays.binarySearch(firsts, 0, size, row);
        if (found < 0) {
            return -found - 2;
        }
        // Blocks of nothing but blank lines begin with the row of the next one.
        int last = found;
        while (last + 1 < size && firsts[last + 1] == row) {
            last++;
        }
        return last;
    }

    synchronized Block block(int number) {
        boolean last = number + 1 == size;
        long to = last ? end : offsets[number + 1];
        long next = last ? rows : firsts[number + 1];
        return new Block(offsets[number], (int) (to - offsets[number]), firsts[number], (int) (next - firsts[number]));
    }

    /** The bytes at which the blocks begin. */
    synchronized long[] offsets() {
        return Arrays.copyOf(offsets, size);
    }

    /** The rows with which they begin. */
    synchronized long[] firsts() {
        return Arrays.copyOf(firsts, size);
    }
}
