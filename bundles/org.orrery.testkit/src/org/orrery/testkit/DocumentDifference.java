package org.orrery.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * Where the documents of two runs of the same request differ, apart from what may differ between any two runs: the number
 * of the run, attempts, instants, timings, memory, restored units, table columns that are called {@code seconds} or end in
 * {@code Seconds} or {@code MiB}, and the figures {@code cpuSeconds} and {@code peakRssMiB} of a program that a run has started. This is the list; there is no other. Paths are compared from the folder of the run on, since it holds its
 * number. Immutable and thread-safe.
 *
 * @param path where, such as {@code tables.leaderboard.rows[0].accuracy}
 * @param expected the JSON of the first document there; empty when it has nothing there
 * @param actual the JSON of the second document there; empty when it has nothing there
 */
public record DocumentDifference(String path, String expected, String actual) {
    private static final Set<String> FREE = Set.of("run", "attempts", "started", "finished", "timings", "memory", "units.restored");

    private static final Set<String> MEASURED = Set.of("cpuSeconds", "peakRssMiB");

    /** Whether a column of that name may differ between two runs of the same. */
    public static boolean mayDiffer(String column) {
        return column.equals("seconds") || column.endsWith("Seconds") || column.endsWith("MiB");
    }

    /**
     * The differences between two documents, each in its run folder.
     *
     * @throws com.google.gson.JsonParseException when a text is not JSON
     */
    public static List<DocumentDifference> between(String expected, String actual) {
        JsonObject first = JsonParser.parseString(expected).getAsJsonObject();
        JsonObject second = JsonParser.parseString(actual).getAsJsonObject();
        return between(new Document(first, "/runs/" + number(first) + "/"), new Document(second, "/runs/" + number(second) + "/"));
    }

    /** The differences between two documents that were written, with their files, into these folders. */
    public static List<DocumentDifference> between(String expected, Path expectedFolder, String actual, Path actualFolder) {
        return between(new Document(JsonParser.parseString(expected).getAsJsonObject(), slashes(expectedFolder)),
                new Document(JsonParser.parseString(actual).getAsJsonObject(), slashes(actualFolder)));
    }

    @Override
    public String toString() {
        return path + ": " + (expected.isEmpty() ? "nothing" : expected) + " became " + (actual.isEmpty() ? "nothing" : actual);
    }

    private record Document(JsonObject root, String folder) {
        /** That value, a path without what lies above the folder of the run. */
        JsonElement local(JsonElement path) {
            if (!path.isJsonPrimitive()) {
                return path;
            }
            String text = path.getAsString().replace('\\', '/');
            int at = text.indexOf(folder);
            return new com.google.gson.JsonPrimitive(at < 0 ? text : text.substring(at + folder.length()));
        }
    }

    private static String slashes(Path folder) {
        String text = folder.toAbsolutePath().toString().replace('\\', '/');
        return text.endsWith("/") ? text : text + "/";
    }

    private static String number(JsonObject document) {
        return document.has("run") ? document.get("run").getAsString() : "";
    }

    private static List<DocumentDifference> between(Document expected, Document actual) {
        Comparison comparison = new Comparison(expected, actual);
        comparison.objects("", expected.root(), actual.root());
        return List.copyOf(comparison.differences);
    }

    /** One walk through both documents. */
    private static final class Comparison {
        private final Document expected;
        private final Document actual;
        private final List<DocumentDifference> differences = new ArrayList<>();

        Comparison(Document expected, Document actual) {
            this.expected = expected;
            this.actual = actual;
        }

        void objects(String at, JsonObject first, JsonObject second) {
            Set<String> names = new TreeSet<>(first.keySet());
            names.addAll(second.keySet());
            for (String name : names) {
                String path = at.isEmpty() ? name : at + "." + name;
                if (FREE.contains(path) || at.equals("figures") && MEASURED.contains(name)) {
                    continue;
                }
                JsonElement left = first.get(name);
                JsonElement right = second.get(name);
                if (left == null || right == null) {
                    differ(path, left, right);
                } else if (at.equals("tables") && left.isJsonObject() && right.isJsonObject()) {
                    tables(path, left.getAsJsonObject(), right.getAsJsonObject());
                } else if (name.equals("path")) {
                    elements(path, expected.local(left), actual.local(right));
                } else {
                    elements(path, left, right);
                }
            }
        }

        private void elements(String path, JsonElement left, JsonElement right) {
            if (left.isJsonObject() && right.isJsonObject()) {
                objects(path, left.getAsJsonObject(), right.getAsJsonObject());
            } else if (left.isJsonArray() && right.isJsonArray()) {
                arrays(path, left.getAsJsonArray(), right.getAsJsonArray(), List.of());
            } else if (!text(left).equals(text(right))) {
                // By text: one number must not become another of the same value, such as 1 and 1.0.
                differ(path, left, right);
            }
        }

        private void tables(String path, JsonObject left, JsonObject right) {
            List<String> columns = columns(left);
            JsonObject first = left.deepCopy();
            JsonObject second = right.deepCopy();
            JsonElement firstRows = first.remove("rows");
            JsonElement secondRows = second.remove("rows");
            objects(path, first, second);
            if (firstRows instanceof JsonArray one && secondRows instanceof JsonArray other) {
                rows(path + ".rows", one, other, columns);
            } else {
                elements(path + ".rows", orNull(firstRows), orNull(secondRows));
            }
        }

        private static List<String> columns(JsonObject table) {
            List<String> names = new ArrayList<>();
            if (table.get("columns") instanceof JsonArray columns) {
                columns.forEach(column -> names.add(column.getAsJsonObject().get("name").getAsString()));
            }
            return names;
        }

        private void rows(String path, JsonArray first, JsonArray second, List<String> columns) {
            size(path, first, second);
            for (int row = 0; row < Math.min(first.size(), second.size()); row++) {
                if (first.get(row) instanceof JsonArray one && second.get(row) instanceof JsonArray other) {
                    arrays(path + "[" + row + "]", one, other, columns);
                } else {
                    elements(path + "[" + row + "]", first.get(row), second.get(row));
                }
            }
        }

        private void arrays(String path, JsonArray first, JsonArray second, List<String> names) {
            size(path, first, second);
            for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
                String name = i < names.size() ? names.get(i) : "";
                if (!mayDiffer(name)) {
                    elements(name.isEmpty() ? path + "[" + i + "]" : path + "." + name, first.get(i), second.get(i));
                }
            }
        }

        private void size(String path, JsonArray first, JsonArray second) {
            if (first.size() != second.size()) {
                differences.add(new DocumentDifference(path + ".length", Integer.toString(first.size()), Integer.toString(second.size())));
            }
        }

        private void differ(String path, JsonElement left, JsonElement right) {
            differences.add(new DocumentDifference(path, text(left), text(right)));
        }

        private static JsonElement orNull(JsonElement element) {
            return element == null ? JsonNull.INSTANCE : element;
        }

        private static String text(JsonElement element) {
            return element == null ? "" : element.toString();
        }
    }
}
