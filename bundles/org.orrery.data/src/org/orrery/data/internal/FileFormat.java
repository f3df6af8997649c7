package org.orrery.data.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;

/** Tells files apart by their first bytes, whatever they are called. */
final class FileFormat {
    private static final List<String> ENDINGS = List.of(".gz", ".csv", ".tsv", ".tab", ".txt", ".psv");
    private static final int HEAD = 8_192;

    private FileFormat() {
    }

    /** The name of a data set: that of the file without its ending. */
    static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        for (String ending : ENDINGS) {
            if (name.length() > ending.length() && name.toLowerCase(Locale.ROOT).endsWith(ending)) {
                name = name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    /** @throws DataException unreadable-file; bad-data when the content is of a format that is not read */
    static void requireText(Path file) throws DataException {
        if (!Files.isRegularFile(file)) {
            // Opening it gives the sentence that fits.
            return;
        }
        byte[] head = new byte[HEAD];
        try (InputStream input = Files.newInputStream(file)) {
            head = Arrays.copyOf(head, input.readNBytes(head, 0, HEAD));
        } catch (IOException cause) {
            throw SourceFile.failure(file, cause);
        }
        String found = foreign(head);
        if (found != null) {
            throw new DataException(Code.BAD_DATA, NLS.bind(Messages.DuckDataStore_format, file, found), Where.in(file));
        }
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            throw new DataException(Code.BAD_DATA, NLS.bind(Messages.DuckDataStore_format, file, "JSON"), Where.in(file));
        }
    }

    private static String foreign(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK\u0003\u0004")) {
            return text.contains("xl/") || text.contains("[Content_Types]") ? Messages.FileFormat_xlsx
                    : text.contains("opendocument.spreadsheet") ? Messages.FileFormat_ods : Messages.FileFormat_zip;
        }
        if (text.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return Messages.FileFormat_xls;
        }
        if (text.startsWith("PAR1")) {
            return Messages.FileFormat_parquet;
        }
        boolean packed = text.startsWith("BZh") || text.startsWith("\u00FD7zXZ") || text.startsWith("7z\u00BC\u00AF")
                || text.startsWith("\u0028\u00B5\u002F\u00FD");
        return packed ? Messages.FileFormat_packed : text.startsWith("%PDF-") ? Messages.FileFormat_pdf : null;
    }
}
