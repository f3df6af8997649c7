package org.orrery.ui.data.internal.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import org.orrery.data.ColumnBlocks;
import org.orrery.data.DataException;
import org.orrery.data.DataStore;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.Table;

/**
 * The beginning of a file as it would be read.
 *
 * @param dataset the beginning as a data set of its own, with everything that was detected
 * @param rows its first rows
 * @param whole whether the file ends with what was looked at
 */
record Preview(Dataset dataset, List<Table> rows, boolean whole) {
    private static final int BYTES = 256 * 1024;
    private static final int ROWS = 100;
    private static final byte QUOTE = '"';

    /** Reads it. Never on the user interface thread. */
    static Preview read(DataStore store, Path file, ReadOptions options) throws DataException, IOException {
        boolean packed = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz"); //$NON-NLS-1$
        if (!packed && (!Files.isRegularFile(file) || Files.size(file) <= BYTES)) {
            return of(store, file, options, true);
        }
        byte[] start = start(file, packed);
        boolean whole = start.length < BYTES;
        Path copy = Files.createTempFile("orrery-preview", packed ? ".csv" : ending(file)); //$NON-NLS-1$ //$NON-NLS-2$
        try {
            Files.write(copy, whole ? start : wholeLines(start));
            return of(store, copy, options, whole);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static Preview of(DataStore store, Path file, ReadOptions options, boolean whole) throws DataException {
        Dataset dataset = store.importFile(file, options, Progress.NONE);
        List<Table> rows = new ArrayList<>();
        int count = 0;
        try (ColumnBlocks pass = store.blocks(dataset, dataset.schema().names())) {
            Table block = pass.next();
            while (block != null && count < ROWS) {
                rows.add(block);
                count += block.rows();
                block = pass.next();
            }
        }
        return new Preview(dataset, List.copyOf(rows), whole);
    }

    private static byte[] start(Path file, boolean packed) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream bytes = packed ? new GZIPInputStream(raw) : raw) {
            return bytes.readNBytes(BYTES);
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? ".csv" : name.substring(dot); //$NON-NLS-1$
    }

    /** Up to the last end of a line outside quotes, so that the cut itself is no error. */
    static byte[] wholeLines(byte[] bytes) {
        boolean wide = bytes.length > 1 && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
        boolean littleEndian = wide && bytes[0] == (byte) 0xFF;
        boolean quoted = false;
        int end = bytes.length;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == QUOTE) {
                quoted = !quoted;
            } else if (bytes[i] == '\n' && !quoted) {
                end = littleEndian ? Math.min(bytes.length, i + 2) : i + 1;
            }
        }
        return Arrays.copyOf(bytes, end);
    }
}
