package org.orrery.ui.data.internal.rows;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

import org.orrery.data.Progress;
import org.orrery.ui.SortRun;

/** Sorted runs of rows that did not fit into memory together, each in a file, and the merge of them. Used by one thread. */
final class SortFiles implements AutoCloseable {
    private static final int BUFFER = 1 << 17;
    private static final int STEP = 1 << 16;

    private final int keys;
    private final List<Path> files = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();

    /** @param keys how many keys each row has */
    SortFiles(int keys) {
        this.keys = keys;
    }

    /** Writes a sorted run, whose rows come behind those of the runs before it. */
    void write(SortRun run) throws IOException {
        Path file = Files.createTempFile("orrery-sort", null); //$NON-NLS-1$
        files.add(file);
        sizes.add(run.size());
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
            for (int place = 0; place < run.size(); place++) {
                for (int key = 0; key < keys; key++) {
                    out.writeLong(run.keyAt(key, place));
                }
                out.writeInt(run.row(place));
            }
        }
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** Adds all rows in the order of their keys; rows with the same keys in the order of the runs. */
    void merge(RowNumbers target, Progress progress) throws IOException {
        List<Reader> readers = new ArrayList<>();
        try {
            PriorityQueue<Reader> queue = new PriorityQueue<>();
            for (int i = 0; i < files.size(); i++) {
                Reader reader = new Reader(i);
                readers.add(reader);
                if (reader.next()) {
                    queue.add(reader);
                }
            }
            for (int done = 0; !queue.isEmpty(); done++) {
                Reader least = queue.poll();
                target.add(least.row);
                if (least.next()) {
                    queue.add(least);
                }
                if (done % STEP == 0) {
                    progress.checkCancelled();
                    progress.worked(done, sizes.stream().mapToLong(Integer::longValue).sum());
                }
            }
        } finally {
            for (Reader reader : readers) {
                reader.input.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    /** Reads one run. */
    private final class Reader implements Comparable<Reader> {
        private final int number;
        private final DataInputStream input;
        private final long[] current = new long[keys];
        private int row;
        private int left;

        Reader(int number) throws IOException {
            this.number = number;
            this.left = sizes.get(number);
            this.input = new DataInputStream(new BufferedInputStream(Files.newInputStream(files.get(number)), BUFFER));
        }

        boolean next() throws IOException {
            if (left-- == 0) {
                return false;
            }
            for (int key = 0; key < keys; key++) {
                current[key] = input.readLong();
            }
            row = input.readInt();
            return true;
        }

        @Override
        public int compareTo(Reader other) {
            for (int key = 0; key < keys; key++) {
                int order = Long.compare(current[key], other.current[key]);
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(number, other.number);
        }
    }
}
