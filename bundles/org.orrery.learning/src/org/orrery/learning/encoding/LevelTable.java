package org.orrery.learning.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.orrery.learning.onnx.OnnxGraph;

/** What each level of a text becomes, in the form of ONNX: a level is looked up, and its line of numbers taken. For one thread. */
final class LevelTable {
    private final List<String> levels;
    private final int width;
    private final double[] values;

    /** All numbers are 0 at first. */
    LevelTable(List<String> levels, int width) {
        this.levels = levels;
        this.width = width;
        this.values = new double[(levels.size() + 2) * width];
    }

    /** The place of a missing value. */
    int missing() {
        return levels.size();
    }

    /** The place of a level that training did not know. */
    int unknown() {
        return levels.size() + 1;
    }

    void set(int place, int column, double value) {
        values[place * width + column] = value;
    }

    /** A missing text is an empty one, unless training knew an empty text as a level. */
    String onnx(OnnxGraph graph, String texts) {
        List<String> keys = new ArrayList<>(levels);
        if (!levels.contains("")) {
            keys.add("");
        }
        Map<String, Object> attributes = Map.of("keys_strings", keys, "values_int64s", LongStream.range(0, keys.size()).toArray(), "default_int64",
                (long) unknown());
        String places = graph.node("Reshape", graph.learner("LabelEncoder", attributes, texts), graph.longs(-1));
        return graph.node("Gather", graph.doubles(values, levels.size() + 2L, width), places);
    }
}
