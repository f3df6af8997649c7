package org.orrery.learning.calibration;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.onnx.OnnxGraph;

/**
 * The rising steps that come nearest to what was observed, by pooling neighbours that fall (R. E. Barlow and others: Statistical
 * Inference under Order Restrictions, 1972; B. Zadrozny, C. Elkan: Transforming classifier scores into accurate multiclass
 * probability estimates. KDD 2002). Straight lines lead from step to step, as in scikit-learn; before the first and after the
 * last the value stays.
 *
 * @param places probabilities of the model, rising
 * @param values what was observed there, never falling
 */
record IsotonicCalibrator(double[] places, double[] values) implements Calibrator {
    static final String FORM = "isotonic";
    /** Places that are nearer to each other are one, as in scikit-learn. */
    private static final double SAME = 1e-15;

    static IsotonicCalibrator fit(double[] probabilities, boolean[] own) {
        int[] order = IntStream.range(0, own.length).boxed().sorted((a, b) -> Double.compare(probabilities[a], probabilities[b]))
                .mapToInt(Integer::intValue).toArray();
        double[] places = new double[own.length];
        double[] sums = new double[own.length];
        double[] counts = new double[own.length];
        int distinct = 0;
        for (int i : order) {
            if (distinct == 0 || probabilities[i] - places[distinct - 1] >= SAME) {
                places[distinct++] = probabilities[i];
            }
            sums[distinct - 1] += own[i] ? 1 : 0;
            counts[distinct - 1]++;
        }
        return ends(places, pooled(sums, counts, distinct), distinct);
    }

    /** The value of each place after neighbours that fall were pooled. */
    private static double[] pooled(double[] sums, double[] counts, int distinct) {
        double[] sum = new double[distinct];
        double[] count = new double[distinct];
        int[] size = new int[distinct];
        int blocks = 0;
        for (int i = 0; i < distinct; i++) {
            sum[blocks] = sums[i];
            count[blocks] = counts[i];
            size[blocks++] = 1;
            while (blocks > 1 && sum[blocks - 2] * count[blocks - 1] >= sum[blocks - 1] * count[blocks - 2]) {
                blocks--;
                sum[blocks - 1] += sum[blocks];
                count[blocks - 1] += count[blocks];
                size[blocks - 1] += size[blocks];
            }
        }
        double[] values = new double[distinct];
        int at = 0;
        for (int block = 0; block < blocks; block++) {
            Arrays.fill(values, at, at + size[block], sum[block] / count[block]);
            at += size[block];
        }
        return values;
    }

    /** Places between two others of the same value say nothing. */
    private static IsotonicCalibrator ends(double[] places, double[] values, int distinct) {
        int[] kept = IntStream.range(0, distinct)
                .filter(i -> i == 0 || i == distinct - 1 || values[i] != values[i - 1] || values[i] != values[i + 1]).toArray();
        return new IsotonicCalibrator(Arrays.stream(kept).mapToDouble(i -> places[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> values[i]).toArray());
    }

    static IsotonicCalibrator read(ModelInput in) throws IOException {
        double[] places = in.readDoubles();
        double[] values = in.readDoubles();
        if (places.length == 0 || places.length != values.length) {
            throw new IOException("Steps of a calibration without places");
        }
        return new IsotonicCalibrator(places, values);
    }

    @Override
    public double of(double probability, double rest) {
        int found = Arrays.binarySearch(places, probability);
        if (found >= 0) {
            return values[found];
        }
        int after = -found - 1;
        if (after == 0 || after == places.length) {
            return values[after == 0 ? 0 : places.length - 1];
        }
        double share = (probability - places[after - 1]) / (places[after] - places[after - 1]);
        return values[after - 1] + share * (values[after] - values[after - 1]);
    }

    /** The first value, and the rise of each line as far as a probability has come on it. */
    @Override
    public String onnx(OnnxGraph graph, String probability, String rest) {
        int lines = places.length - 1;
        String first = graph.number(values[0]);
        if (lines == 0) {
            return graph.node("Add", graph.node("Mul", probability, graph.number(0)), first);
        }
        double[] lengths = new double[lines];
        double[] rises = new double[lines];
        for (int k = 0; k < lines; k++) {
            lengths[k] = places[k + 1] - places[k];
            rises[k] = (values[k + 1] - values[k]) / lengths[k];
        }
        String beyond = graph.node("Max", graph.node("Sub", probability, graph.doubles(Arrays.copyOf(places, lines), 1, lines)), graph.number(0));
        String come = graph.node("Min", beyond, graph.doubles(lengths, 1, lines));
        return graph.node("Add", graph.node("MatMul", come, graph.doubles(rises, lines, 1)), first);
    }

    @Override
    public void write(ModelOutput out) throws IOException {
        out.writeText(FORM);
        out.writeDoubles(places);
        out.writeDoubles(values);
    }
}
