package org.orrery.learning.encoding;

import java.io.IOException;
import java.util.List;

import org.orrery.data.ColumnVector;
import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.onnx.OnnxGraph;

/** What was learnt about one feature: how its values become one or more columns of numbers. */
sealed interface ColumnEncoder permits NumberEncoder, LevelEncoder, FrequencyEncoder, TargetEncoder {
    /** The names of the columns it makes. */
    List<String> names();

    /** Fills the columns from {@code at} on. */
    void encode(ColumnVector values, int[] rows, double[][] columns, int at);

    /** The columns it makes of a value in a graph of ONNX operators, row by row. */
    String onnx(OnnxGraph graph, String values);

    void write(ModelOutput out) throws IOException;
}
