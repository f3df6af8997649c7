package org.orrery.learning.score;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.data.DataException;
import org.orrery.data.DataStore;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.Table;
import org.orrery.data.TableCsv;
import org.orrery.data.TableExporter;
import org.orrery.data.TableFormat;

/** Writes blocks of rows to a file that appears when it is whole. */
final class ScoreWriter {
    /** Hands over the blocks; may end with a refusal. */
    interface Source {
        void forEach(Consumer<Table> action) throws AnalysisException;
    }

    private static final class Carrier extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient AnalysisException refusal;

        Carrier(AnalysisException refusal) {
            super(refusal);
            this.refusal = refusal;
        }
    }

    private final Path out;
    private final TableExporter exporter;
    private final String name;

    /** @throws AnalysisException bad-setting for an ending that is not known */
    ScoreWriter(Path out, TableExporter exporter) throws AnalysisException {
        this.out = out;
        this.exporter = exporter;
        this.name = out.getFileName() == null ? "" : out.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!isCsv() && !name.endsWith(".parquet") && !name.endsWith(".xlsx")) {
            throw new AnalysisException(Code.BAD_SETTING, "out", NLS.bind(Messages.ScoreWriter_ending, out));
        }
    }

    private boolean isCsv() {
        return name.endsWith(".csv") || packed();
    }

    private boolean packed() {
        return name.endsWith(".csv.gz");
    }

    /**
     * Writes all rows.
     *
     * @param store counts the rows of a file that is no CSV again
     * @return how many rows were written; they were counted again in the file
     */
    long write(Source source, DataStore store, Progress progress) throws AnalysisException {
        return isCsv() ? csv(source) : other(source, store, progress);
    }

    private long other(Source source, DataStore store, Progress progress) throws AnalysisException {
        long[] rows = new long[1];
        try {
            exporter.write(out, name.endsWith(".xlsx") ? TableFormat.XLSX : TableFormat.PARQUET, action -> forEach(source, action, rows));
            long there = store.importFile(out, ReadOptions.DETECT, progress).rows();
            if (there != rows[0]) {
                throw new AnalysisException(Code.INTERNAL, NLS.bind(Messages.ScoreWriter_notWhole, new Object[] {out, there, rows[0]}));
            }
        } catch (Carrier e) {
            throw e.refusal;
        } catch (DataException e) {
            throw new AnalysisException(e);
        }
        return rows[0];
    }

    private static void forEach(Source source, Consumer<Table> action, long[] rows) {
        try {
            source.forEach(table -> {
                rows[0] += table.rows();
                action.accept(table);
            });
        } catch (AnalysisException e) {
            throw new Carrier(e);
        }
    }

    private long csv(Source source) throws AnalysisException {
        Path folder = out.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
            Path draft = folder.resolve("." + UUID.randomUUID() + ".tmp");
            try {
                long rows = draft(draft, source);
                move(draft);
                return rows;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new AnalysisException(Code.OUT_OF_DISK, NLS.bind(Messages.ScoreWriter_disk, out, e.getMessage()));
        }
    }

    private long draft(Path draft, Source source) throws IOException, AnalysisException {
        long[] rows = new long[1];
        long[] lines = new long[1];
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW), 1 << 16);
                OutputStream counted = new LineCount(packed() ? new GZIPOutputStream(file, 1 << 16) : file, lines)) {
            TableCsv.write(counted, action -> forEach(source, action, rows));
        } catch (Carrier e) {
            throw e.refusal;
        }
        long there = lines(draft);
        if (there != lines[0]) {
            throw new AnalysisException(Code.INTERNAL, NLS.bind(Messages.ScoreWriter_notWhole, new Object[] {out, there, lines[0]}));
        }
        return rows[0];
    }

    /** The ends of lines in what was written, read back. */
    private long lines(Path draft) throws IOException {
        long lines = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream file = new BufferedInputStream(Files.newInputStream(draft));
                InputStream in = packed() ? new GZIPInputStream(file, 1 << 16) : file) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                lines += LineCount.count(buffer, 0, read);
            }
        }
        return lines;
    }

    private void move(Path draft) throws IOException {
        try {
            Files.move(draft, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, out, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static final class LineCount extends OutputStream {
        private final OutputStream target;
        private final long[] lines;

        LineCount(OutputStream target, long[] lines) {
            this.target = target;
            this.lines = lines;
        }

        static long count(byte[] bytes, int from, int length) {
            long count = 0;
            for (int i = from; i < from + length; i++) {
                count += bytes[i] == '\n' ? 1 : 0;
            }
            return count;
        }

        @Override
        public void write(int value) throws IOException {
            lines[0] += value == '\n' ? 1 : 0;
            target.write(value);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            lines[0] += count(bytes, from, length);
            target.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            target.flush();
        }

        @Override
        public void close() throws IOException {
            target.close();
        }
    }
}
