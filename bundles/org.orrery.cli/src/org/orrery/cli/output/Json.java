package org.orrery.cli.output;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;

/** Writes plain forms as JSON: members in the order of their map, doubles in full precision, what is not a number as null. */
public final class Json {
    private Json() {
    }

    /**
     * The document.
     *
     * @param plain maps, iterables, texts, numbers, booleans, optionals and nulls
     */
    public static String of(Object plain) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = new JsonWriter(text)) {
            writer.setFormattingStyle(FormattingStyle.PRETTY);
            writer.setSerializeNulls(true);
            write(writer, plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonWriter writer, Object plain) throws IOException {
        switch (plain) {
            case null -> writer.nullValue();
            case Optional<?> optional -> write(writer, optional.orElse(null));
            case Map<?, ?> map -> {
                writer.beginObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    writer.name(String.valueOf(entry.getKey()));
                    write(writer, entry.getValue());
                }
                writer.endObject();
            }
            case Iterable<?> values -> {
                writer.beginArray();
                for (Object value : values) {
                    write(writer, value);
                }
                writer.endArray();
            }
            case Boolean value -> writer.value(value);
            case Double value when !Double.isFinite(value) -> writer.nullValue();
            case Number value -> writer.value(value);
            default -> writer.value(plain.toString());
        }
    }
}
