package org.orrery.learning.models;

import org.orrery.analysis.UnitCompute;
import org.orrery.learning.encoding.DesignMatrix;

/** Columns in single precision, for splits at random places, which need no ranks. Immutable and thread-safe. */
record FloatColumns(float[][] columns) {
    static FloatColumns of(DesignMatrix matrix, UnitCompute compute) throws Exception {
        float[][] columns = new float[matrix.width()][matrix.rows()];
        compute.parallel(matrix.width(), j -> {
            compute.checkCancelled();
            double[] from = matrix.column(j);
            for (int i = 0; i < columns[j].length; i++) {
                // Beyond single precision all values are as far.
                columns[j][i] = (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, from[i] + 0.0));
            }
        });
        return new FloatColumns(columns);
    }
}
