package org.orrery.data.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.orrery.data.DataException;
import org.orrery.data.FileRows;
import org.orrery.data.ImportPreview;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.internal.rowindex.BeginningRows;
import org.orrery.data.internal.rowindex.IndexFolder;
import org.orrery.data.internal.rowindex.IndexedRows;
import org.orrery.data.internal.text.RawRecords;

/** Opens a file whose rows are looked at where they stand. */
final class FileLook {
    private static final int HEAD = 1 << 20;
    /** The first page is to be there at once, so that less of it is looked at than before an import. */
    private static final int SAMPLE = 1 << 15;
    private static final int MANY = 100;

    private FileLook() {
    }

    /**
     * The rows of a file.
     *
     * @param spill a folder for what does not fit into memory
     * @param kept where it is kept what stands where
     */
    static FileRows open(Path file, ReadOptions options, Progress progress, Path spill, IndexFolder kept) throws DataException {
        if (FileFormat.of(file) != FileFormat.TEXT) {
            return new BeginningRows(FileImport.preview(file, options, progress, spill));
        }
        byte[] head = head(file);
        boolean plain = !isPacked(head);
        ImportPreview preview = FilePreview.of(file, options, progress, plain && hasManyLines(head) ? SAMPLE : HEAD);
        Optional<RawRecords> form = plain ? RawRecords.of(file, preview.options()) : Optional.empty();
        Optional<RawRecords.Start> start = form.flatMap(records -> records.start(head));
        return start.isEmpty() ? new BeginningRows(preview) : IndexedRows.open(file, preview, form.get(), start.get(), kept);
    }

    private static byte[] head(Path file) throws DataException {
        try (InputStream input = Files.newInputStream(file)) {
            return input.readNBytes(HEAD);
        } catch (IOException cause) {
            throw SourceFile.failure(file, cause);
        }
    }

    private static boolean hasManyLines(byte[] head) {
        int lines = 0;
        for (int i = 0; i < Math.min(SAMPLE, head.length); i++) {
            lines += head[i] == '\n' || head[i] == '\r' ? 1 : 0;
        }
        return lines >= MANY;
    }

    private static boolean isPacked(byte[] head) {
        boolean gzip = head.length > 1 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B;
        return gzip || head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }
}
