package org.orrery.jobs.internal.codec;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

import org.orrery.data.Column;
import org.orrery.data.Schema;
import org.orrery.jobs.search.RunFacts;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;

/** The JSON of files that only this bundle reads: records as objects. Numbers that are not finite are kept. Thread-safe. */
public final class PlainJson {
    private static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().serializeSpecialFloatingPointValues()
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .registerTypeAdapterFactory(new OptionalFactory())
            .registerTypeAdapter(OptionalLong.class, new OptionalLongAdapter())
            .registerTypeAdapter(Instant.class, new TextAdapter<Instant>(Instant::toString, Instant::parse))
            .registerTypeAdapter(Duration.class, new TextAdapter<Duration>(Duration::toString, Duration::parse))
            .registerTypeHierarchyAdapter(Path.class, new TextAdapter<Path>(Path::toString, Path::of))
            .registerTypeAdapter(Schema.class, new SchemaAdapter())
            .registerTypeHierarchyAdapter(RunFacts.class, new FactsAdapter())
            .create();

    private PlainJson() {
    }

    /** The JSON of a value. */
    public static byte[] write(Object value) {
        return GSON.toJson(value).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The value in that JSON.
     *
     * @throws IOException when it holds none of that class
     */
    public static <T> T read(byte[] json, Class<T> type) throws IOException {
        try {
            T value = GSON.fromJson(new String(json, StandardCharsets.UTF_8), type);
            if (value == null) {
                throw new IOException("No " + type.getSimpleName() + " in an empty text");
            }
            return value;
        } catch (RuntimeException e) {
            // Of many classes: those of the parser, and what the constructors of records throw.
            throw new IOException("No " + type.getSimpleName() + " can be made of the stored values: " + e.getMessage(), e);
        }
    }

    private static final class TextAdapter<T> extends TypeAdapter<T> {
        private final Function<T, String> writer;
        private final Function<String, T> reader;

        TextAdapter(Function<T, String> writer, Function<String, T> reader) {
            this.writer = writer;
            this.reader = reader;
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
            out.value(value == null ? null : writer.apply(value));
        }

        @Override
        public T read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return null;
            }
            return reader.apply(in.nextString());
        }
    }

    private static final class OptionalLongAdapter extends TypeAdapter<OptionalLong> {
        @Override
        public void write(JsonWriter out, OptionalLong value) throws IOException {
            out.value(value.isPresent() ? value.getAsLong() : null);
        }

        @Override
        public OptionalLong read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return OptionalLong.empty();
            }
            return OptionalLong.of(in.nextLong());
        }
    }

    private static final class SchemaAdapter extends TypeAdapter<Schema> {
        @Override
        public void write(JsonWriter out, Schema schema) throws IOException {
            GSON.toJson(schema.columns(), new TypeToken<List<Column>>() { }.getType(), out);
        }

        @Override
        public Schema read(JsonReader in) throws IOException {
            List<Column> columns = GSON.fromJson(in, new TypeToken<List<Column>>() { }.getType());
            return new Schema(columns);
        }
    }

    /** A search reads those of ten thousand runs: every number is a double, and nothing is tried as a whole number first. */
    private static final class FactsAdapter extends TypeAdapter<RunFacts> {
        private static final String VALUES = "values";

        @Override
        public void write(JsonWriter out, RunFacts facts) throws IOException {
            out.beginObject().name(VALUES).beginObject();
            for (Map.Entry<String, Object> fact : facts.values().entrySet()) {
                out.name(fact.getKey());
                if (fact.getValue() instanceof Double number) {
                    out.value(number);
                } else {
                    out.value(fact.getValue().toString());
                }
            }
            out.endObject().endObject();
        }

        @Override
        public RunFacts read(JsonReader in) throws IOException {
            Map<String, Object> values = new LinkedHashMap<>();
            in.beginObject();
            while (in.hasNext()) {
                if (!in.nextName().equals(VALUES)) {
                    in.skipValue();
                    continue;
                }
                in.beginObject();
                while (in.hasNext()) {
                    String name = in.nextName();
                    values.put(name, in.peek() == JsonToken.NUMBER ? (Object) in.nextDouble() : in.nextString());
                }
                in.endObject();
            }
            in.endObject();
            return RunFacts.of(values);
        }
    }

    /** An absent value is null. */
    private static final class OptionalFactory implements TypeAdapterFactory {
        @Override
        @SuppressWarnings("unchecked")
        public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            if (type.getRawType() != Optional.class) {
                return null;
            }
            Type inner = ((ParameterizedType) type.getType()).getActualTypeArguments()[0];
            return (TypeAdapter<T>) adapter(gson.getAdapter(TypeToken.get(inner)));
        }

        private static <E> TypeAdapter<Optional<E>> adapter(TypeAdapter<E> element) {
            return new TypeAdapter<>() {
                @Override
                public void write(JsonWriter out, Optional<E> value) throws IOException {
                    if (value.isPresent()) {
                        element.write(out, value.get());
                    } else {
                        out.nullValue();
                    }
                }

                @Override
                public Optional<E> read(JsonReader in) throws IOException {
                    if (in.peek() == JsonToken.NULL) {
                        in.nextNull();
                        return Optional.empty();
                    }
                    return Optional.of(element.read(in));
                }
            };
        }
    }
}
