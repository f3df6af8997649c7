package org.orrery.learning.encoding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.orrery.data.ColumnVector;
import org.orrery.data.TextVector;
import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.onnx.OnnxGraph;

/** The share of training rows that had the same level: 0 for a level that training did not know. */
record FrequencyEncoder(Feature feature, Map<String, Double> shares, double missingShare) implements ColumnEncoder {
    @Override
    public List<String> names() {
        return List.of(feature.name());
    }

    @Override
    public void encode(ColumnVector values, int[] rows, double[][] columns, int at) {
        TextVector texts = (TextVector) values;
        double[] byCode = new double[texts.dictionary().size()];
        for (int code = 0; code < byCode.length; code++) {
            byCode[code] = shares.getOrDefault(texts.dictionary().get(code), 0.0);
        }
        for (int i = 0; i < rows.length; i++) {
            int code = texts.code(rows[i]);
            columns[at][i] = code < 0 ? missingShare : byCode[code];
        }
    }

    @Override
    public String onnx(OnnxGraph graph, String values) {
        List<String> levels = List.copyOf(shares.keySet());
        LevelTable table = new LevelTable(levels, 1);
        for (int place = 0; place < levels.size(); place++) {
            table.set(place, 0, shares.get(levels.get(place)));
        }
        table.set(table.missing(), 0, missingShare);
        return table.onnx(graph, values);
    }

    @Override
    public void write(ModelOutput out) throws IOException {
        List<String> levels = new ArrayList<>(new TreeMap<>(shares).keySet());
        out.writeTexts(levels);
        out.writeDoubles(levels.stream().mapToDouble(shares::get).toArray());
        out.writeDouble(missingShare);
    }

    static FrequencyEncoder read(Feature feature, ModelInput in) throws IOException {
        List<String> levels = in.readTexts();
        double[] values = in.readDoubles();
        Map<String, Double> shares = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            shares.put(levels.get(i), values[i]);
        }
        return new FrequencyEncoder(feature, shares, in.readDouble());
    }
}
