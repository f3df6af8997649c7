package org.orrery.learning;

import java.io.IOException;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.UnitCompute;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.onnx.OnnxGraph;

/** A trained classifier over encoded columns. Immutable; safe for any number of threads. */
public interface ClassifierModel {
    /** A block of fewer rows is not worth a thread of its own. */
    int LEAST_ROWS = 256;
    /** More blocks than threads, so that none waits long for the last. */
    int BLOCKS_PER_THREAD = 4;

    /** No more rows than these are copied at once. */
    int COPIED_ROWS = 4096;

    /** What kind it is. */
    ClassifierKind kind();

    /** The model itself, without what corrects its probabilities. */
    default ClassifierModel plain() {
        return this;
    }

    /** How many classes it tells apart, at least 2. */
    int classes();

    /** Whether training came to its end rather than to a limit of iterations. */
    default boolean converged() {
        return true;
    }

    /**
     * The probability of each class for each row, row by row; each row adds up to 1.
     *
     * @param rows encoded by the encoder that the model was trained with
     * @param poll called at least every 100 ms; what it throws ends the work
     */
    double[] probabilities(DesignMatrix rows, Runnable poll);

    /**
     * The same for some of the rows, into their places among those of all rows.
     *
     * @param from the first row
     * @param to the row after the last one
     * @param all as long as for all rows
     */
    default void fill(DesignMatrix rows, int from, int to, double[] all, Runnable poll) {
        for (int start = from; start < to; start += COPIED_ROWS) {
            double[] some = probabilities(rows.rows(start, Math.min(to, start + COPIED_ROWS)), poll);
            System.arraycopy(some, 0, all, start * classes(), some.length);
        }
    }

    /**
     * The same, block by block on the threads of a unit.
     *
     * @throws Exception what a cancelled unit throws
     */
    default double[] probabilities(DesignMatrix rows, UnitCompute compute) throws Exception {
        double[] all = new double[Math.multiplyExact(rows.rows(), classes())];
        int blocks = Math.max(1, Math.min(rows.rows() / LEAST_ROWS, compute.threads() * BLOCKS_PER_THREAD));
        compute.parallel(blocks, block -> {
            int from = (int) ((long) rows.rows() * block / blocks);
            int to = (int) ((long) rows.rows() * (block + 1) / blocks);
            fill(rows, from, to, all, compute::checkCancelled);
        });
        return all;
    }

    /**
     * Adds what it does to a graph of ONNX operators.
     *
     * @param columns the value of the encoded columns, row by row
     * @return the value of the probabilities, row by row
     * @throws AnalysisException bad-setting when no ONNX operator does it
     */
    default String onnx(OnnxGraph graph, String columns) throws AnalysisException {
        throw new AnalysisException(Code.BAD_SETTING, NLS.bind(Messages.ClassifierModel_noOnnx, kind().id()));
    }

    /** Writes everything that {@link ClassifierKind#read} needs, but not the kind. */
    void write(ModelOutput out) throws IOException;
}
