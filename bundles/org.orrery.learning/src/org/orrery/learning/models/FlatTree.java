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

    /**
     * The numbers of the leaves that some rows come to. Four rows walk at once, so that the processor waits for the memory of all
     * of them together.
     */
    void leaves(double[][] rows, int count, int[] into) {
        int r = 0;
        for (; r + 3 < count; r += 4) {
            walk(rows[r], rows[r + 1], rows[r + 2], rows[r + 3], into, r);
        }
        for (; r < count; r++) {
            into[r] = leaf(rows[r]);
        }
    }

    private void walk(double[] rowA, double[] rowB, double[] rowC, double[] rowD, int[] into, int at) {
        int a = 0;
        int b = 0;
        int c = 0;
        int d = 0;
        int left;
        do {
            int columnA = columns[a];
            int columnB = columns[b];
            int columnC = columns[c];
            int columnD = columns[d];
            a = columnA < 0 ? a : lefts[a] + (rowA[columnA] <= thresholds[a] ? 0 : 1);
            b = columnB < 0 ? b : lefts[b] + (rowB[columnB] <= thresholds[b] ? 0 : 1);
            c = columnC < 0 ? c : lefts[c] + (rowC[columnC] <= thresholds[c] ? 0 : 1);
            d = columnD < 0 ? d : lefts[d] + (rowD[columnD] <= thresholds[d] ? 0 : 1);
            left = columnA & columnB & columnC & columnD;
        } while (left >= 0);
        into[at] = lefts[a];
        into[at + 1] = lefts[b];
        into[at + 2] = lefts[c];
        into[at + 3] = lefts[d];
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
