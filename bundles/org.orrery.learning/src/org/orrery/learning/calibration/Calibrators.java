package org.orrery.learning.calibration;

import java.util.ArrayList;
import java.util.List;

/** Learns the maps of all classes from probabilities of rows that did not train the model. */
public final class Calibrators {
    private Calibrators() {
    }

    /**
     * Learns them.
     *
     * @param method not {@link Recalibration#NONE}
     * @param probabilities of each class, row by row
     * @param labels the class of each row
     * @return one for two classes, that of the second; else one per class
     */
    public static List<Calibrator> fit(Recalibration method, double[] probabilities, int[] labels, int classes) {
        List<Calibrator> all = new ArrayList<>();
        for (int label = classes == 2 ? 1 : 0; label < classes; label++) {
            double[] own = new double[labels.length];
            double[] rests = new double[labels.length];
            boolean[] is = new boolean[labels.length];
            for (int i = 0; i < labels.length; i++) {
                own[i] = probabilities[i * classes + label];
                rests[i] = rest(probabilities, i * classes, classes, label);
                is[i] = labels[i] == label;
            }
            all.add(switch (method) {
                case PLATT -> PlattCalibrator.fit(own, rests, is);
                case ISOTONIC -> IsotonicCalibrator.fit(own, is);
                case NONE -> throw new IllegalArgumentException("There is nothing to learn");
            });
        }
        return all;
    }

    /** What all other classes have together. */
    static double rest(double[] probabilities, int at, int classes, int label) {
        double rest = 0;
        for (int c = 0; c < classes; c++) {
            rest += c == label ? 0 : probabilities[at + c];
        }
        return rest;
    }
}
