package org.orrery.learning.encoding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.orrery.data.ColumnVector;
import org.orrery.data.TextVector;
import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.onnx.OnnxGraph;

/**
 * One column of 0 and 1 per level, and one for missing values when training rows had some. A level that training did not
 * know is 0 everywhere.
 *
 * @param levels in the order of their text
 */
record LevelEncoder(Feature feature, List<String> levels, boolean missingLevel, boolean firstDropped) implements ColumnEncoder {
    LevelEncoder {
        levels = List.copyOf(levels);
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (String level : levels.subList(Math.min(first(), levels.size()), levels.size())) {
            // Not by +, whose linking takes longer than a small model its training.
            names.add(feature.name().concat("=").concat(level));
        }
        if (missingLevel) {
            names.add(feature.name().concat("="));
        }
        return names;
    }

    private int first() {
        return firstDropped ? 1 : 0;
    }

    @Override
    public void encode(ColumnVector values, int[] rows, double[][] columns, int at) {
        TextVector texts = (TextVector) values;
        int[] positions = new int[texts.dictionary().size()];
        for (int code = 0; code < positions.length; code++) {
            positions[code] = levels.indexOf(texts.dictionary().get(code)) - first();
        }
        int missing = missingLevel ? Math.max(0, levels.size() - first()) : -1;
        for (int i = 0; i < rows.length; i++) {
            int code = texts.code(rows[i]);
            int position = code < 0 ? missing : positions[code];
            if (position >= 0) {
                columns[at + position][i] = 1;
            }
        }
    }

    @Override
    public String onnx(OnnxGraph graph, String values) {
        int width = names().size();
        LevelTable table = new LevelTable(levels, width);
        for (int place = 0; place < levels.size(); place++) {
            if (place >= first()) {
                table.set(place, place - first(), 1);
            }
        }
        if (missingLevel) {
            table.set(table.missing(), width - 1, 1);
        }
        return table.onnx(graph, values);
    }

    @Override
    public void write(ModelOutput out) throws IOException {
        out.writeTexts(levels);
        out.writeBoolean(missingLevel);
        out.writeBoolean(firstDropped);
    }

    static LevelEncoder read(Feature feature, ModelInput in) throws IOException {
        return new LevelEncoder(feature, in.readTexts(), in.readBoolean(), in.readBoolean());
    }
}
