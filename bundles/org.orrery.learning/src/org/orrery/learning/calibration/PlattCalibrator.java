package org.orrery.learning.calibration;

import java.io.IOException;
import java.util.Arrays;

import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.models.Sigmoid;
import org.orrery.learning.onnx.OnnxGraph;

/**
 * Platt's scaling of log-odds: {@code 1 / (1 + exp(slope · ln(p / (1 − p)) + offset))}. For logistic regression it is that of
 * scikit-learn, which scales the decision value.
 *
 * @param slope below 0 when the model orders rows rightly
 * @param offset moves all probabilities
 */
record PlattCalibrator(double slope, double offset) implements Calibrator {
    static final String FORM = "platt";
    private static final double CLIP = 1e-300;

    static PlattCalibrator fit(double[] probabilities, double[] rests, boolean[] own) {
        double[] weights = new double[own.length];
        Arrays.fill(weights, 1);
        double[] logOdds = new double[own.length];
        Arrays.setAll(logOdds, i -> logOdds(probabilities[i], rests[i]));
        Sigmoid sigmoid = Sigmoid.of(logOdds, own, weights);
        return new PlattCalibrator(sigmoid.slope(), sigmoid.offset());
    }

    private static double logOdds(double probability, double rest) {
        return Math.log(Math.max(CLIP, probability)) - Math.log(Math.max(CLIP, rest));
    }

    @Override
    public double of(double probability, double rest) {
        return new Sigmoid(slope, offset).of(logOdds(probability, rest));
    }

    @Override
    public String onnx(OnnxGraph graph, String probability, String rest) {
        String least = graph.number(CLIP);
        String logOdds = graph.node("Sub", graph.node("Log", graph.node("Max", probability, least)), graph.node("Log", graph.node("Max", rest, least)));
        return Sigmoid.onnx(graph, logOdds, new double[] {slope}, new double[] {offset});
    }

    @Override
    public void write(ModelOutput out) throws IOException {
        out.writeText(FORM);
        out.writeDouble(slope);
        out.writeDouble(offset);
    }
}
