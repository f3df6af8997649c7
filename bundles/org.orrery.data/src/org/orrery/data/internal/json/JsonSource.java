package org.orrery.data.internal.json;

import com.google.gson.stream.MalformedJsonException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.DataWarning;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.Schema;
import org.orrery.data.internal.SourceFile;
import org.orrery.data.internal.text.RecordParser;
import org.orrery.data.internal.text.RecordSource;

/**
 * A file of JSON objects as records: one object in each line, or all in one array. Objects inside objects become columns
 * whose names are joined by dots; arrays stay JSON text; a key that is not there is a missing value. Used by one thread.
 */
public final class JsonSource implements RecordSource {
    private final Path file;
    private final Progress progress;
    private final JsonColumns columns;
    private SourceFile.Stamp stamp;
    private boolean array;

    /** A source over that file. */
    public JsonSource(Path file, ReadOptions options, Progress progress) {
        this.file = file;
        this.progress = progress;
        this.columns = new JsonColumns(file, options.maxColumns().orElse(RecordParser.COLUMN_LIMIT));
    }

    @Override
    public boolean isNamed() {
        return true;
    }

    @Override
    public Map<String, ColumnType> declared() {
        return Map.of();
    }

    @Override
    public ReadOptions resolve(ReadOptions given) {
        return given.change().sheet(null).widths(List.of()).skip(null).skipEnd(null).decimal(null).grouping(null).options();
    }

    @Override
    public boolean read(RecordParser.Sink sink, long mostRows) throws IOException, DataException {
        JsonRecords records = new JsonRecords(file, columns, sink, mostRows);
        try (SourceFile source = SourceFile.open(file, progress)) {
            BufferedInputStream input = new BufferedInputStream(source.content(), 1 << 16);
            Charset charset = charset(input);
            try {
                JsonLines lines = new JsonLines(file, input, charset);
                array = lines.beginsWith('[');
                if (array) {
                    records.array(lines.reader());
                } else {
                    records.lines(lines);
                }
            } catch (CharacterCodingException broken) {
                throw refused(Messages.JsonSource_badText, records.place(), charset.name(), broken);
            } catch (MalformedJsonException | EOFException broken) {
                throw refused(Messages.JsonSource_malformed, records.place(), "", broken);
            } catch (IllegalStateException other) {
                // How the library says that something else stands where an object should.
                throw refused(Messages.JsonSource_noObject, records.place(), "", other);
            }
            if (columns.size() == 0) {
                throw new DataException(Code.BAD_DATA, NLS.bind(Messages.JsonSource_empty, file), Where.in(file));
            }
            if (!records.isCut()) {
                SourceFile.Stamp now = source.finish();
                if (stamp != null && !stamp.sha256().equals(now.sha256())) {
                    throw SourceFile.changed(file);
                }
                stamp = now;
            }
        }
        return records.held();
    }

    /** The encoding by the pattern of zero bytes in front, which JSON gives away (RFC 4627, section 3). */
    private static Charset charset(InputStream input) throws IOException {
        input.mark(4);
        byte[] head = input.readNBytes(4);
        input.reset();
        if (head.length >= 2 && ((head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF || head[0] == 0 && head[1] != 0)) {
            return java.nio.charset.StandardCharsets.UTF_16BE;
        }
        boolean little = head.length >= 2 && ((head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE || head[0] != 0 && head[1] == 0);
        return little ? java.nio.charset.StandardCharsets.UTF_16LE : java.nio.charset.StandardCharsets.UTF_8;
    }

    private DataException refused(String sentence, long number, String more, Exception cause) {
        return new DataException(Code.BAD_DATA, NLS.bind(sentence, place(number), more), Where.at(file, number), cause);
    }

    @Override
    public SourceFile.Stamp stamp() {
        return stamp;
    }

    @Override
    public String place(long line) {
        return NLS.bind(array ? Messages.JsonSource_object : Messages.JsonSource_line, file, line);
    }

    @Override
    public List<DataWarning> warnings(Schema schema) {
        List<DataWarning> warnings = new ArrayList<>();
        if (!columns.arrays().isEmpty()) {
            warnings.add(new DataWarning("arrays-as-text", NLS.bind(Messages.JsonSource_arrays, String.join(", ", columns.arrays()))));
        }
        List<String> converted = columns.digitTexts().stream()
                .filter(name -> schema.find(name).map(Column::type).filter(type -> !type.isText()).isPresent()).toList();
        if (!converted.isEmpty()) {
            warnings.add(new DataWarning("stored-as-text", NLS.bind(Messages.JsonSource_storedAsText, String.join(", ", converted)), "types"));
        }
        return warnings;
    }

    @Override
    public void close() {
        // Each read opens and closes the file.
    }
}
