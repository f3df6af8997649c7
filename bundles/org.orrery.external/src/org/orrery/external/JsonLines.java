package org.orrery.external;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** Lines that are JSON objects: each member that is a number, or the word for one, is a metric; members of members have a dot. */
final class JsonLines implements LineFormat {
    private static final int DEEPEST = 4;

    @Override
    public Optional<Readings> read(String line) {
        String stripped = line.strip();
        if (!stripped.startsWith("{") || !stripped.endsWith("}")) {
            return Optional.empty();
        }
        try {
            // Python writes NaN and Infinity, which JSON does not know and this parser takes.
            Map<String, Double> named = new LinkedHashMap<>();
            collect(JsonParser.parseString(stripped).getAsJsonObject(), "", named, 0);
            return named.isEmpty() ? Optional.empty() : Optional.of(Readings.of(named));
        } catch (JsonParseException | IllegalStateException e) {
            // A line of the log that only looks like JSON.
            return Optional.empty();
        }
    }

    private static void collect(JsonObject object, String prefix, Map<String, Double> named, int depth) {
        for (Map.Entry<String, JsonElement> member : object.entrySet()) {
            JsonElement value = member.getValue();
            if (value.isJsonObject() && depth < DEEPEST) {
                collect(value.getAsJsonObject(), prefix + member.getKey() + ".", named, depth + 1);
            } else if (value.isJsonPrimitive() && !value.getAsJsonPrimitive().isBoolean()) {
                OptionalDouble number = NumberText.parse(value.getAsString());
                if (number.isPresent()) {
                    named.put(prefix + member.getKey(), number.getAsDouble());
                }
            }
        }
    }
}
