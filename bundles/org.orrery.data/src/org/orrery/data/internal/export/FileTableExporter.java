package org.orrery.data.internal.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.Table;
import org.orrery.data.TableCsv;
import org.orrery.data.TableExporter;
import org.orrery.data.TableFormat;
import org.orrery.data.internal.cache.ColumnarCache;
import org.osgi.service.component.annotations.Component;

/** Writes beside the file and puts the result in its place by one rename. */
@Component
public final class FileTableExporter implements TableExporter {
    @Override
    public void write(Path file, TableFormat format, TableCsv.Blocks blocks) throws DataException {
        Path whole = file.toAbsolutePath().normalize();
        Path aside = whole.resolveSibling('.' + whole.getFileName().toString() + '-' + UUID.randomUUID() + ".new");
        try {
            try {
                if (format == TableFormat.PARQUET) {
                    parquet(whole, aside, blocks);
                } else {
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(aside), 1 << 16)) {
                        switch (format) {
                            case CSV -> TableCsv.write(out, blocks);
                            case TSV -> TableCsv.writeTabs(out, blocks);
                            case LATEX -> LatexTable.write(out, blocks);
                            default -> workbook(whole, out, blocks);
                        }
                    }
                }
                Files.move(aside, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException cause) {
            throw failed(whole, cause);
        }
    }

    private static void workbook(Path file, OutputStream out, TableCsv.Blocks blocks) throws IOException, DataException {
        try (XlsxWriter writer = new XlsxWriter(file, out)) {
            each(blocks, writer::rows);
        }
    }

    private static void parquet(Path file, Path aside, TableCsv.Blocks blocks) throws IOException, DataException {
        Path spill = Files.createTempDirectory("orrery-parquet");
        try (ParquetWriter writer = new ParquetWriter(file, aside, spill)) {
            each(blocks, writer::rows);
            writer.finish();
        } catch (SQLException cause) {
            throw failed(file, new IOException(cause.getMessage(), cause));
        } finally {
            ColumnarCache.delete(spill);
        }
    }

    /** Takes a block. */
    @FunctionalInterface
    private interface Rows {
        void add(Table table) throws IOException, DataException, SQLException;
    }

    private static void each(TableCsv.Blocks blocks, Rows rows) throws IOException, DataException {
        try {
            blocks.forEach(table -> {
                try {
                    rows.add(table);
                } catch (IOException | DataException | SQLException refused) {
                    throw new Carrier(refused);
                }
            });
        } catch (Carrier carrier) {
            switch (carrier.getCause()) {
                case IOException failed -> throw failed;
                case DataException refused -> throw refused;
                default -> throw new IOException(carrier.getCause().getMessage(), carrier.getCause());
            }
        }
    }

    /** Takes a refusal through an interface that knows no checked exceptions. */
    private static final class Carrier extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Carrier(Exception refused) {
            super(refused.getMessage(), refused, false, false);
        }
    }

    private static DataException failed(Path file, IOException cause) {
        String said = cause instanceof FileSystemException system && system.getReason() != null ? system.getReason() : cause.getMessage();
        boolean full = said != null && (said.contains("No space left") || said.contains("not enough space") || said.contains("Disk quota"));
        return new DataException(full ? Code.OUT_OF_DISK : Code.UNREADABLE_FILE,
                NLS.bind(full ? Messages.FileTableExporter_full : Messages.FileTableExporter_failed, file, said), Where.in(file), cause);
    }
}
