package org.orrery.data.internal.cache;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * Where in the file of an entry the segments lie: by block its first row, by block and column position, length and checksum.
 * Immutable once it is written or read.
 */
final class BlockIndex {
    private static final int MAGIC = 0x4F525232;

    private final int columns;
    private final List<long[]> positions = new ArrayList<>();
    private final List<int[]> lengths = new ArrayList<>();
    private final List<int[]> sums = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();
    private long[] firstRows;

    BlockIndex(int columns) {
        this.columns = columns;
    }

    /** Notes a segment; blocks may come in any order. */
    synchronized void put(int block, int blockRows, int column, long position, int length, int sum) {
        while (positions.size() <= block) {
            positions.add(new long[columns]);
            lengths.add(new int[columns]);
            sums.add(new int[columns]);
            rows.add(0);
        }
        rows.set(block, blockRows);
        positions.get(block)[column] = position;
        lengths.get(block)[column] = length;
        sums.get(block)[column] = sum;
    }

    int blocks() {
        return rows.size();
    }

    int rows(int block) {
        return rows.get(block);
    }

    long position(int block, int column) {
        return positions.get(block)[column];
    }

    int length(int block, int column) {
        return lengths.get(block)[column];
    }

    int sum(int block, int column) {
        return sums.get(block)[column];
    }

    /** The first row of that block; of the block behind the last: all rows. */
    long firstRow(int block) {
        return firstRows[block];
    }

    /** The block that holds that row. */
    int blockOf(long row) {
        int low = 0;
        int high = blocks() - 1;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (firstRows[middle] <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Counts the rows; before it is asked for them. */
    BlockIndex counted() {
        firstRows = new long[blocks() + 1];
        for (int i = 0; i < blocks(); i++) {
            firstRows[i + 1] = firstRows[i] + rows.get(i);
        }
        return this;
    }

    void write(Path file) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(Files.newOutputStream(file), new CRC32C());
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked, 1 << 16))) {
            out.writeInt(MAGIC);
            out.writeInt(columns);
            out.writeInt(blocks());
            for (int block = 0; block < blocks(); block++) {
                out.writeInt(rows(block));
                for (int column = 0; column < columns; column++) {
                    out.writeLong(position(block, column));
                    out.writeInt(length(block, column));
                    out.writeInt(sum(block, column));
                }
            }
            out.flush();
            out.writeLong(checked.getChecksum().getValue());
        }
    }

    /** @throws IOException also when a byte is not as it was written */
    static BlockIndex read(Path file) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), new CRC32C());
        try (DataInputStream in = new DataInputStream(checked)) {
            long size = Files.size(file);
            int magic = in.readInt();
            int columns = in.readInt();
            int blocks = in.readInt();
            if (magic != MAGIC || columns < 1 || blocks < 0 || size != 20 + blocks * (4L + columns * 16L)) {
                throw new IOException("The index " + file + " is damaged");
            }
            BlockIndex index = new BlockIndex(columns);
            for (int block = 0; block < blocks; block++) {
                int blockRows = in.readInt();
                for (int column = 0; column < columns; column++) {
                    index.put(block, blockRows, column, in.readLong(), in.readInt(), in.readInt());
                }
            }
            long sum = checked.getChecksum().getValue();
            if (in.readLong() != sum) {
                throw new IOException("The index " + file + " is damaged");
            }
            return index.counted();
        }
    }
}
