package org.orrery.ui;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.Names;
import org.orrery.data.ColumnVector;
import org.orrery.data.LongVector;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TextVector;

/**
 * Writes rows into a temporary file in which each has the same width, eight bytes a cell, so that any of them can be reached at once: a
 * whole number as it is, a fraction by its bits, a text by its code. Used by one thread, once.
 */
final class RowSpool implements AutoCloseable {
    /** What stands for a missing value that is no fraction. */
    static final long NOTHING = Long.MIN_VALUE;
    /** What stands for a missing fraction: not a number, in a way that no computation leaves. */
    static final long NO_NUMBER = 0x7FF8_0000_0000_0BADL;
    private static final int PART = 1 << 30;
    private static final int BUFFER = 1 << 20;
    /** Bytes that a text may take, with its code; the texts of a table stay in memory. */
    private static final int BYTES_PER_TEXT = 192;
    private static final int TEXT_SHARE = 16;

    private final Schema schema;
    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer buffer;
    private final int partRows;
    private final List<Map<String, Integer>> codes = new ArrayList<>();
    private final int[] scales;
    private final long mostTexts = Runtime.getRuntime().maxMemory() / TEXT_SHARE / BYTES_PER_TEXT;
    private int rows;

    RowSpool(Schema schema) throws IOException {
        this.schema = schema;
        this.scales = new int[schema.size()];
        this.partRows = PART / width();
        this.file = Files.createTempFile("orrery-rows", null); //$NON-NLS-1$
        this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.buffer = ByteBuffer.allocate(BUFFER / width() * width());
        schema.columns().forEach(column -> codes.add(new HashMap<>()));
    }

    private int width() {
        return Long.BYTES * Math.max(1, schema.size());
    }

    /** @throws IOException when there is no room, or more texts than memory holds */
    void add(Table block) throws IOException {
        int[][] mine = new int[schema.size()][];
        for (int column = 0; column < mine.length; column++) {
            if (block.column(column) instanceof TextVector texts) {
                mine[column] = codes(column, texts);
            } else if (block.column(column) instanceof LongVector numbers) {
                scales[column] = numbers.scale();
            }
        }
        for (int row = 0; row < block.rows(); row++) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            for (int column = 0; column < mine.length; column++) {
                buffer.putLong(cell(block.column(column), mine[column], row));
            }
        }
        rows = Math.addExact(rows, block.rows());
    }

    private static long cell(ColumnVector vector, int[] mine, int row) {
        return switch (vector) {
            case TextVector texts -> texts.isMissing(row) ? NOTHING : mine[texts.code(row)];
            case LongVector numbers -> numbers.isMissing(row) ? NOTHING : numbers.get(row);
            default -> vector.isMissing(row) ? NO_NUMBER : Double.doubleToLongBits(vector.asDouble(row));
        };
    }

    private int[] codes(int column, TextVector texts) throws IOException {
        Map<String, Integer> known = codes.get(column);
        int[] mine = new int[texts.dictionary().size()];
        for (int code = 0; code < mine.length; code++) {
            mine[code] = known.computeIfAbsent(texts.dictionary().get(code), text -> known.size());
        }
        if (known.size() > mostTexts) {
            throw new IOException(NLS.bind(Messages.RowSpool_texts, schema.columns().get(column).name(), Formats.count(mostTexts)));
        }
        return mine;
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /** All that was added; takes memory only where it is looked at. */
    StoredModel model(Map<String, String> labels, Names names) throws IOException {
        flush();
        List<ByteBuffer> parts = new ArrayList<>();
        for (long first = 0; first < rows; first += partRows) {
            long count = Math.min(partRows, rows - first);
            parts.add(channel.map(FileChannel.MapMode.READ_ONLY, first * width(), count * width()));
        }
        List<String[]> texts = new ArrayList<>();
        for (int column = 0; column < schema.size(); column++) {
            String[] list = new String[codes.get(column).size()];
            codes.get(column).forEach((text, code) -> list[code] = text);
            texts.add(list);
        }
        return new StoredModel(schema, labels, rows, partRows, parts, texts, scales, names);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        // The file is gone from its folder; what is mapped of it goes with the model. Some systems keep it until the process ends.
        file.toFile().deleteOnExit();
        Files.deleteIfExists(file);
    }
}
