package org.orrery.learning.models;

import java.io.IOException;

import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;

/**
 * A binary tree without objects. A row goes left when its value is at most the threshold; the right child follows the left one.
 *
 * @param columns the column that splits each node, −1 for a leaf
 * @param lefts the left child of each node; for a leaf its number among the leaves
 * @param values of each leaf in turn
 */
record FlatTree(int[] columns, double[] thresholds, int[] lefts, double[] values) {
    static FlatTree read(ModelInput in) throws IOException {
        return new FlatTree(in.readInts(), in.readDoubles(), in.readInts(), in.readDoubles());
    }

    void write(ModelOutput out) throws IOException {
        out.writeInts(columns);
        out.writeDoubles(thresholds);
        out.writeInts(lefts);
        out.writeDoubles(values);
    }

    /** The number of the leaf that a row comes to. */
    int leaf(double[] row) {
        int node = 0;
        while (columns[node] >= 0) {
            node = lefts[node] + (row[columns[node]] <= thresholds[node] ? 0 : 1);
        }
        return lefts[node];
    }

    /** Some rows beside each other, so that trees walk through memory that is near. */
    static void load(DesignMatrix matrix, int from, int count, double[][] rows) {
        for (int j = 0; j < matrix.width(); j++) {
            double[] column = matrix.column(j);
            for (int r = 0; r < count; r++) {
                rows[r][j] = column[from + r];
            }
        }
    }
}
