package org.orrery.data.internal.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.internal.text.RecordParser;

/** Gives the objects of one pass as records of the columns that were known when it began. */
final class JsonRecords {
    private static final int DEEPEST = 64;
    private static final char[] NOTHING = {};

    private final Path file;
    private final JsonColumns columns;
    private final RecordParser.Sink sink;
    private final long mostRows;
    private final int known;
    private String[] values;
    private long object;
    private long place;
    private long rows;
    private boolean begun;
    private boolean cut;

    JsonRecords(Path file, JsonColumns columns, RecordParser.Sink sink, long mostRows) {
        this.file = file;
        this.columns = columns;
        this.sink = sink;
        this.mostRows = mostRows;
        this.known = columns.size();
        this.values = new String[Math.max(16, known)];
    }

    /** Reads an object from each line. */
    @SuppressWarnings("resource") // a reader over characters in memory holds nothing
    void lines(JsonLines lines) throws IOException, DataException {
        while (lines.next()) {
            place = lines.number();
            if (lines.isBlank()) {
                blank();
                continue;
            }
            try (JsonReader json = strict(lines.characters())) {
                object(json);
                if (json.peek() != JsonToken.END_DOCUMENT) {
                    throw refused(Messages.JsonRecords_more, "");
                }
            }
            if (isDone()) {
                return;
            }
        }
    }

    /** Reads an array of objects. */
    @SuppressWarnings("resource") // whoever opened the file closes it
    void array(Reader reader) throws IOException, DataException {
        BoundedReader bounded = new BoundedReader(reader);
        JsonReader json = strict(bounded);
        json.beginArray();
        while (json.hasNext()) {
            place++;
            bounded.begin();
            object(json);
            if (isDone()) {
                return;
            }
        }
        json.endArray();
        if (json.peek() != JsonToken.END_DOCUMENT) {
            throw refused(Messages.JsonRecords_more, "");
        }
    }

    private static JsonReader strict(Reader reader) {
        JsonReader json = new JsonReader(reader);
        json.setStrictness(Strictness.STRICT);
        json.setNestingLimit(DEEPEST);
        return json;
    }

    private boolean isDone() {
        cut = rows >= mostRows || held() && sink.isDone();
        return cut;
    }

    private void object(JsonReader json) throws IOException, DataException {
        object = columns.nextObject();
        Arrays.fill(values, null);
        inside(json, columns.root());
        rows++;
        if (held()) {
            record();
        }
    }

    private void inside(JsonReader json, JsonColumns.Node node) throws IOException, DataException {
        json.beginObject();
        while (json.hasNext()) {
            JsonColumns.Node key = node.inner(json.nextName());
            if (!key.meet(object)) {
                throw refused(Messages.JsonRecords_twice, key.path());
            }
            switch (json.peek()) {
                case BEGIN_OBJECT -> inside(json, key);
                case NULL -> {
                    columns.column(key, place);
                    json.nextNull();
                }
                case BEGIN_ARRAY -> {
                    columns.array(key.path());
                    set(key, text(json));
                }
                case BOOLEAN -> set(key, json.nextBoolean() ? "true" : "false");
                case STRING -> {
                    String text = json.nextString();
                    if (!text.isEmpty() && (Character.isDigit(text.charAt(0)) || text.charAt(0) == '-' || text.charAt(0) == '.')) {
                        columns.digits(key.path());
                    }
                    set(key, text);
                }
                default -> set(key, json.nextString());
            }
        }
        json.endObject();
    }

    private void set(JsonColumns.Node key, String value) throws DataException {
        int column = columns.column(key, place);
        if (column >= values.length) {
            values = Arrays.copyOf(values, column * 2);
        }
        values[column] = value;
    }

    /** The array as JSON text, every number as it was written. */
    @SuppressWarnings("resource") // a writer into memory holds nothing
    private static String text(JsonReader json) throws IOException {
        StringWriter text = new StringWriter();
        JsonWriter writer = new JsonWriter(text);
        int depth = 0;
        do {
            switch (json.peek()) {
                case BEGIN_ARRAY -> {
                    json.beginArray();
                    writer.beginArray();
                    depth++;
                }
                case END_ARRAY -> {
                    json.endArray();
                    writer.endArray();
                    depth--;
                }
                case BEGIN_OBJECT -> {
                    json.beginObject();
                    writer.beginObject();
                    depth++;
                }
                case END_OBJECT -> {
                    json.endObject();
                    writer.endObject();
                    depth--;
                }
                case NAME -> writer.name(json.nextName());
                case STRING -> writer.value(json.nextString());
                case NUMBER -> writer.jsonValue(json.nextString());
                case BOOLEAN -> writer.value(json.nextBoolean());
                default -> {
                    json.nextNull();
                    writer.nullValue();
                }
            }
        } while (depth > 0);
        return text.toString();
    }

    private void blank() throws DataException {
        if (held() && begun) {
            sink.begin(place);
            sink.field(NOTHING, 0, 0, false);
            sink.end();
        }
    }

    private void record() throws DataException {
        if (!begun) {
            begun = true;
            sink.begin(place);
            for (String name : columns.names()) {
                sink.field(name.toCharArray(), 0, name.length(), true);
            }
            sink.end();
        }
        sink.begin(place);
        for (int i = 0; i < known; i++) {
            char[] value = values[i] == null ? NOTHING : values[i].toCharArray();
            sink.field(value, 0, value.length, true);
        }
        sink.end();
    }

    /** Whether the columns that were known at the beginning are all there are. */
    boolean held() {
        return known > 0 && columns.size() == known;
    }

    /** Whether the pass ended before the file did. */
    boolean isCut() {
        return cut;
    }

    /** The line or the number of the object that is being read. */
    long place() {
        return Math.max(1, place);
    }

    private DataException refused(String sentence, String key) {
        Optional<String> column = key.isEmpty() ? Optional.empty() : Optional.of(key);
        return new DataException(Code.BAD_DATA, NLS.bind(sentence, new Object[] {file, place, key}),
                new Where(file, OptionalLong.of(place), column));
    }

    /** Ends an object that would not fit where a line of that length would not either. */
    private static final class BoundedReader extends java.io.FilterReader {
        private long since;

        BoundedReader(Reader reader) {
            super(reader);
        }

        void begin() {
            since = 0;
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            since += Math.max(0, read);
            if (since > RecordParser.FIELD_LIMIT) {
                throw new com.google.gson.stream.MalformedJsonException("An object is longer than a field may be");
            }
            return read;
        }
    }
}
