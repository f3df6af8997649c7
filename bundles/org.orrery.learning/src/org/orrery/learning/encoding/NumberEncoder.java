package org.orrery.learning.encoding;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.orrery.data.ColumnVector;
import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.onnx.OnnxGraph;
import org.orrery.math.ExactSum;
import org.orrery.math.Quantiles;

/**
 * A number, with a value to stand in for missing ones, and on demand a column that tells where it was missing.
 *
 * @param standIn 0 when no training row had a value
 */
record NumberEncoder(Feature feature, double standIn, boolean flagged) implements ColumnEncoder {
    static NumberEncoder fit(Feature feature, ColumnVector values, int[] rows, Encoding encoding) {
        double[] present = new double[rows.length];
        int count = 0;
        for (int row : rows) {
            double value = feature.number(values, row);
            if (!Double.isNaN(value)) {
                present[count++] = value;
            }
        }
        boolean missing = count < rows.length;
        double standIn = count == 0 ? 0 : standIn(count < present.length ? Arrays.copyOf(present, count) : present, encoding.imputation());
        return new NumberEncoder(feature, standIn, missing && encoding.missingFlags());
    }

    private static double standIn(double[] present, NumericImputation imputation) {
        if (imputation == NumericImputation.MEAN) {
            double mean = ExactSum.of(present) / present.length;
            return Double.isFinite(mean) ? mean : ExactSum.of(Arrays.stream(present).map(value -> value / present.length).toArray());
        }
        return Quantiles.median(present, present.length);
    }

    @Override
    public List<String> names() {
        return flagged ? List.of(feature.name(), feature.name() + "=") : List.of(feature.name());
    }

    @Override
    public void encode(ColumnVector values, int[] rows, double[][] columns, int at) {
        double[] column = columns[at];
        for (int i = 0; i < rows.length; i++) {
            double value = feature.number(values, rows[i]);
            boolean missing = Double.isNaN(value);
            column[i] = missing ? standIn : value;
            if (flagged && missing) {
                columns[at + 1][i] = 1;
            }
        }
    }

    @Override
    public String onnx(OnnxGraph graph, String values) {
        String missing = graph.node("Or", graph.node("IsNaN", values), graph.node("IsInf", values));
        String present = graph.node("Where", missing, graph.number(standIn), values);
        return flagged ? graph.beside(List.of(present, graph.asDouble(missing))) : present;
    }

    @Override
    public void write(ModelOutput out) throws IOException {
        out.writeDouble(standIn);
        out.writeBoolean(flagged);
    }

    static NumberEncoder read(Feature feature, ModelInput in) throws IOException {
        return new NumberEncoder(feature, in.readDouble(), in.readBoolean());
    }
}
