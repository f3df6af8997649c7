package org.orrery.data.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.Progress;
import org.orrery.data.internal.sheet.ZipContents;

/** Tells files apart by what is in them, whatever they are called. */
enum FileFormat {
    /** Text with delimiters or of fixed width. */
    TEXT,
    /** A JSON object in each line, or an array of objects. */
    JSON,
    /** A workbook of Office Open XML. */
    XLSX,
    /** A spreadsheet of OpenDocument. */
    ODS,
    /** A Parquet file. */
    PARQUET;

    private static final List<String> ENDINGS =
            List.of(".gz", ".zip", ".csv", ".tsv", ".tab", ".txt", ".psv", ".jsonl", ".ndjson", ".json", ".xlsx", ".xlsm", ".ods", ".parquet");
    private static final int HEAD = 8_192;

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
    static FileFormat of(Path file) throws DataException {
        if (!Files.isRegularFile(file)) {
            // Opening it gives the sentence that fits.
            return TEXT;
        }
        byte[] head;
        try (InputStream input = Files.newInputStream(file)) {
            head = input.readNBytes(HEAD);
        } catch (IOException cause) {
            throw SourceFile.failure(file, cause);
        }
        if (starts(head, "PK\u0003\u0004")) {
            return zipped(file);
        }
        if (starts(head, "\u001F\u008B")) {
            return packed(file, gzipHead(file), Messages.FileFormat_gzip);
        }
        if (starts(head, "PAR1")) {
            return PARQUET;
        }
        return plain(file, head);
    }

    private static FileFormat plain(Path file, byte[] head) throws DataException {
        String found = foreign(head);
        if (found != null) {
            throw refused(file, found);
        }
        return isJson(head) ? JSON : TEXT;
    }

    private static FileFormat zipped(Path file) throws DataException {
        try (ZipContents zip = ZipContents.open(file, Progress.NONE)) {
            List<String> names = zip.names();
            if (names.contains("xl/workbook.bin")) {
                throw refused(file, Messages.FileFormat_xlsb);
            }
            if (names.stream().anyMatch(name -> name.startsWith("xl/"))) {
                return XLSX;
            }
            if (names.contains("mimetype") && names.contains("content.xml")) {
                if (text(zip.part("mimetype"), file).contains("opendocument.spreadsheet")) {
                    return ODS;
                }
                throw refused(file, Messages.FileFormat_document);
            }
            if (names.contains("[Content_Types].xml")) {
                throw refused(file, Messages.FileFormat_document);
            }
            List<String> data = names.stream().filter(SourceFile::isData).toList();
            if (data.size() != 1) {
                throw new DataException(Code.BAD_DATA, NLS.bind(Messages.FileFormat_zip, file, data.size()), Where.in(file));
            }
            return packed(file, head(zip.part(data.get(0)), file), data.get(0));
        }
    }

    /** Inside an archive only text is read: unpacking it needs no copy on the disk. */
    private static FileFormat packed(Path file, byte[] head, String name) throws DataException {
        boolean more = starts(head, "PK\u0003\u0004") || starts(head, "\u001F\u008B") || starts(head, "PAR1") || foreign(head) != null
                || head.length > 262 && new String(head, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
        if (more) {
            throw new DataException(Code.BAD_DATA, NLS.bind(Messages.FileFormat_nested, file, name), Where.in(file));
        }
        return plain(file, head);
    }

    private static byte[] gzipHead(Path file) throws DataException {
        try (InputStream input = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return input.readNBytes(HEAD);
        } catch (ZipException | java.io.EOFException damaged) {
            throw SourceFile.failure(file, damaged);
        } catch (IOException cause) {
            throw SourceFile.failure(file, cause);
        }
    }

    private static byte[] head(InputStream part, Path file) throws DataException {
        try (part) {
            return part.readNBytes(HEAD);
        } catch (IOException cause) {
            throw ZipContents.damaged(file, cause);
        }
    }

    private static String text(InputStream part, Path file) throws DataException {
        return new String(head(part, file), StandardCharsets.ISO_8859_1);
    }

    private static boolean starts(byte[] head, String magic) {
        if (head.length < magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if ((head[i] & 0xFF) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Text that begins with an object, or with an array of them, in one of the encodings that JSON may have. */
    private static boolean isJson(byte[] head) {
        int from = starts(head, "\u00EF\u00BB\u00BF") ? 3 : 0;
        String text = new String(head, from, head.length - from, StandardCharsets.UTF_8).stripLeading();
        if (text.startsWith("[")) {
            return text.substring(1).stripLeading().startsWith("{") && isObject(text.substring(1).stripLeading());
        }
        return text.startsWith("{") && isObject(text);
    }

    /** A brace followed by a key and a colon, or by the other brace: a name of a column that begins with a brace has neither. */
    private static boolean isObject(String text) {
        String inside = text.substring(1).stripLeading();
        if (inside.startsWith("}")) {
            return true;
        }
        if (!inside.startsWith("\"")) {
            return false;
        }
        int close = 1;
        while (close < inside.length() && inside.charAt(close) != '"') {
            close += inside.charAt(close) == '\\' ? 2 : 1;
        }
        return close < inside.length() && inside.substring(close + 1).stripLeading().startsWith(":");
    }

    private static DataException refused(Path file, String found) {
        return new DataException(Code.BAD_DATA, NLS.bind(Messages.DuckDataStore_format, file, found), Where.in(file));
    }

    private static String foreign(byte[] head) {
        if (starts(head, "\u00D0\u00CF\u0011\u00E0")) {
            return Messages.FileFormat_xls;
        }
        boolean packed = starts(head, "BZh") || starts(head, "\u00FD7zXZ") || starts(head, "7z\u00BC\u00AF")
                || starts(head, "\u0028\u00B5\u002F\u00FD");
        return packed ? Messages.FileFormat_packed : starts(head, "%PDF-") ? Messages.FileFormat_pdf : null;
    }
}
