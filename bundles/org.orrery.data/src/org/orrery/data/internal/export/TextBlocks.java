package org.orrery.data.internal.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import org.orrery.data.Table;
import org.orrery.data.TableCsv;

/** Blocks of a table as one text in UTF-8. */
public final class TextBlocks {
    private static final int BUFFER = 1 << 16;

    private TextBlocks() {
    }

    /** Writes something of a block. */
    @FunctionalInterface
    public interface Part {
        /** Writes it. */
        void write(Writer out, Table block) throws IOException;
    }

    /**
     * Writes all blocks; does not close the stream.
     *
     * @param head is called once, with the first block
     * @param rows is called with each
     * @param end stands after them
     */
    public static void write(OutputStream out, TableCsv.Blocks blocks, Part head, Part rows, String end) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
        boolean[] begun = new boolean[1];
        try {
            blocks.forEach(table -> {
                try {
                    if (!begun[0]) {
                        head.write(writer, table);
                        begun[0] = true;
                    }
                    rows.write(writer, table);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.write(end);
        writer.flush();
    }
}
