package org.orrery.learning.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

import org.orrery.data.Table;
import org.orrery.learning.FittedClassifier;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.encoding.Feature;
import org.orrery.learning.models.DecisionTreeModel;

/** Decision trees in words. */
public final class TreePath {
    /** The middle between two values has digits that nobody needs to read. */
    private static final MathContext READABLE = new MathContext(6);

    private TreePath() {
    }

    /**
     * What a row that goes to one side of a split fulfils.
     *
     * @param column the encoded column that splits
     * @param level whether it is a column of 0 and 1 for a level, named {@code feature=level}; that reads as "is" and "is not"
     * @param threshold the largest value that goes left
     * @param left the side
     */
    public static String condition(String column, boolean level, double threshold, boolean left) {
        if (level) {
            int equals = column.indexOf('=');
            String value = column.substring(equals + 1);
            return column.substring(0, equals) + (left ? " \u2260 " : " = ") + (value.isEmpty() ? "?" : value);
        }
        double shown = Math.abs(threshold) < 1e-300 || !Double.isFinite(threshold) ? threshold
                : new BigDecimal(threshold).round(READABLE).doubleValue();
        return column + (left ? " \u2264 " : " > ") + shown;
    }

    /**
     * The conditions that lead a row from the root to its leaf; none for any other model than a decision tree, or one of
     * principal components.
     *
     * @param table holds the columns of the encoder
     * @param row a position in the table
     * @param poll called at least every 100 ms; what it throws ends the work
     */
    public static List<String> of(FittedClassifier fitted, Table table, int row, Runnable poll) {
        List<String> path = new ArrayList<>();
        if (fitted.model().plain() instanceof DecisionTreeModel tree) {
            DesignMatrix encoded = fitted.encoder().encode(table, new int[] {row}, poll);
            List<String> features = fitted.encoder().features().stream().map(Feature::name).toList();
            for (int node = 0; tree.column(node) >= 0;) {
                String column = fitted.encoder().names().get(tree.column(node));
                boolean left = encoded.column(tree.column(node))[0] <= tree.threshold(node);
                path.add(condition(column, column.indexOf('=') > 0 && !features.contains(column), tree.threshold(node), left));
                node = left ? tree.left(node) : tree.right(node);
            }
        }
        return path;
    }
}
