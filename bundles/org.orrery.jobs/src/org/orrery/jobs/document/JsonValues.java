package org.orrery.jobs.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;

import org.orrery.data.Table;

import com.google.gson.stream.JsonWriter;

/** Writes plain values as strict JSON: a number that is not finite is null, an object of another class its text. */
final class JsonValues {
    private static final String INDENT = "  ";
    private final JsonWriter writer;

    JsonValues(Writer out) {
        writer = new JsonWriter(out);
        writer.setIndent(INDENT);
        writer.setSerializeNulls(true);
        writer.setHtmlSafe(false);
    }

    JsonWriter writer() {
        return writer;
    }

    void field(String name, Object value) throws IOException {
        writer.name(name);
        value(value);
    }

    private void value(Object value) throws IOException {
        switch (value) {
            case null -> writer.nullValue();
            case Boolean bool -> writer.value(bool);
            case Double number -> number(number);
            case Float number -> number(number.doubleValue());
            case Number number -> writer.value(number);
            case Map<?, ?> map -> {
                writer.beginObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    field(String.valueOf(entry.getKey()), entry.getValue());
                }
                writer.endObject();
            }
            case Iterable<?> list -> {
                writer.beginArray();
                for (Object each : list) {
                    value(each);
                }
                writer.endArray();
            }
            default -> writer.value(value.toString());
        }
    }

    private void number(double number) throws IOException {
        if (Double.isFinite(number)) {
            writer.value(number);
        } else {
            writer.nullValue();
        }
    }

    void row(Table table, int row) {
        try {
            writer.beginArray();
            // A row is one line: a long table stays readable, and half as large.
            writer.setIndent("");
            for (int column = 0; column < table.schema().size(); column++) {
                value(table.value(row, column));
            }
            writer.endArray();
            writer.setIndent(INDENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
