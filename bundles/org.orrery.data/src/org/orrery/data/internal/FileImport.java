package org.orrery.data.internal;

import java.nio.file.Path;
import java.util.List;
import org.orrery.data.DataException;
import org.orrery.data.ImportPreview;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.Sheet;
import org.orrery.data.internal.json.JsonSource;
import org.orrery.data.internal.ods.OdsWorkbook;
import org.orrery.data.internal.parquet.ParquetSource;
import org.orrery.data.internal.sheet.SheetSource;
import org.orrery.data.internal.sheet.StampCheck;
import org.orrery.data.internal.sheet.Workbook;
import org.orrery.data.internal.text.RecordImport;
import org.orrery.data.internal.text.RecordPreview;
import org.orrery.data.internal.text.RecordSource;
import org.orrery.data.internal.text.TextImport;
import org.orrery.data.internal.xlsx.XlsxWorkbook;

/** The one way of a file into a target: told apart by its content, then read by what knows its format. */
final class FileImport {
    private FileImport() {
    }

    /**
     * Reads a file into the target.
     *
     * @param spill a folder for what does not fit into memory
     */
    static Imported read(Path file, ReadOptions options, Progress progress, ImportTarget target, Path spill) throws DataException {
        FileFormat format = FileFormat.of(file);
        return switch (format) {
            case TEXT -> TextImport.read(file, options, progress, target);
            case XLSX, ODS -> sheet(format, file, options, progress, target, spill);
            case JSON -> records(new JsonSource(file, options, progress), file, options, target);
            case PARQUET -> {
                StampCheck stamp = StampCheck.of(file, progress);
                yield records(ParquetSource.open(file, options, stamp, progress, spill), file, options, target);
            }
        };
    }

    private static Imported sheet(FileFormat format, Path file, ReadOptions options, Progress progress, ImportTarget target, Path spill)
            throws DataException {
        StampCheck stamp = StampCheck.of(file, progress);
        try (Workbook workbook = workbook(format, file, progress, spill);
                SheetSource source = SheetSource.of(file, workbook, options, stamp)) {
            return RecordImport.read(file, source, options, target);
        }
    }

    private static Imported records(RecordSource from, Path file, ReadOptions options, ImportTarget target) throws DataException {
        try (RecordSource source = from) {
            return RecordImport.read(file, source, options, target);
        }
    }

    /** The beginning of a file as it would be read. */
    static ImportPreview preview(Path file, ReadOptions options, Progress progress, Path spill) throws DataException {
        FileFormat format = FileFormat.of(file);
        if (format == FileFormat.TEXT) {
            return FilePreview.of(file, options, progress);
        }
        RecordPreview preview = new RecordPreview(file, options);
        StampCheck none = StampCheck.unread(file);
        try {
            switch (format) {
                case XLSX, ODS -> {
                    try (Workbook workbook = workbook(format, file, progress, spill);
                            SheetSource source = SheetSource.of(file, workbook, options, none)) {
                        preview.sheets(workbook.sheets(), source.resolve(options).sheet().orElse(""));
                        return preview.of(source);
                    }
                }
                default -> {
                    try (RecordSource source = format == FileFormat.JSON ? new JsonSource(file, options, progress)
                            : ParquetSource.open(file, options, none, progress, spill)) {
                        return preview.of(source);
                    }
                }
            }
        } catch (DataException refused) {
            return preview.refused(refused);
        }
    }

    private static Workbook workbook(FileFormat format, Path file, Progress progress, Path spill) throws DataException {
        return format == FileFormat.XLSX ? XlsxWorkbook.open(file, spill, progress) : OdsWorkbook.open(file, progress);
    }

    /** The sheets of a workbook; empty for a file of any other format. */
    static List<Sheet> sheets(Path file, Progress progress, Path spill) throws DataException {
        FileFormat format = FileFormat.of(file);
        if (format != FileFormat.XLSX && format != FileFormat.ODS) {
            return List.of();
        }
        try (Workbook workbook = workbook(format, file, progress, spill)) {
            return workbook.sheets();
        }
    }
}
