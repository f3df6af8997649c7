package org.orrery.data.internal.parquet;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.orrery.data.ColumnType;

/** What a file that was written here notes of the types of its columns, where Parquet itself has no word for them. */
public final class ParquetNotes {
    /** The key of the note among those of the file; its value is a JSON object of names and types. */
    public static final String TYPES = "orrery.types";

    private ParquetNotes() {
    }

    /** The types by column name; none when somebody else wrote a note of that name. */
    static Map<String, ColumnType> read(String json) {
        Map<String, ColumnType> noted = new HashMap<>();
        try (JsonReader reader = new JsonReader(new StringReader(json))) {
            reader.beginObject();
            while (reader.hasNext()) {
                String name = reader.nextName();
                ColumnType.byId(reader.nextString()).ifPresent(type -> noted.put(name, type));
            }
            return noted;
        } catch (IOException | IllegalStateException others) {
            return Map.of();
        }
    }
}
