package org.orrery.learning.calibration;

import java.io.IOException;

import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.onnx.OnnxGraph;

/** A rising map from the probability that a model gives to one class to the share that is observed. Immutable. */
public sealed interface Calibrator permits PlattCalibrator, IsotonicCalibrator {
    /**
     * The corrected probability, from 0 to 1.
     *
     * @param probability what the model gives the class
     * @param rest what it gives all other classes: near 1 the difference cannot be told any more
     */
    double of(double probability, double rest);

    /** The same in a graph of ONNX operators, for columns of probabilities. */
    String onnx(OnnxGraph graph, String probability, String rest);

    /** Writes everything that {@link #read} needs. */
    void write(ModelOutput out) throws IOException;

    /** Reads what {@link #write} has written. */
    static Calibrator read(ModelInput in) throws IOException {
        String form = in.readText();
        return switch (form) {
            case PlattCalibrator.FORM -> new PlattCalibrator(in.readDouble(), in.readDouble());
            case IsotonicCalibrator.FORM -> IsotonicCalibrator.read(in);
            default -> throw new IOException("Unknown form of a calibration: " + form);
        };
    }
}
