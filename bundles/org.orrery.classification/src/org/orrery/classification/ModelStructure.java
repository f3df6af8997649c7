package org.orrery.classification;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitOutput;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.FittedClassifier;
import org.orrery.learning.LinearClassifier;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.encoding.Encoder;
import org.orrery.learning.models.DecisionTreeModel;

/** What can be read off a model itself: the coefficients of a linear one, the nodes of a tree. */
final class ModelStructure {
    /** The names of the rows that it writes. */
    static final String COEFFICIENTS = "coefficients";
    static final String TREE = "tree";

    private final ClassificationData data;
    private final ClassifierKind kind;
    private final FittedClassifier fitted;
    private final UnitCompute compute;

    ModelStructure(ClassificationData data, ClassifierKind kind, FittedClassifier fitted, UnitCompute compute) {
        this.data = data;
        this.kind = kind;
        this.fitted = fitted;
        this.compute = compute;
    }

    void write(UnitOutput output) throws IOException {
        if (fitted.model().plain() instanceof LinearClassifier linear) {
            output.rows(COEFFICIENTS, coefficients(linear));
        }
        if (fitted.model().plain() instanceof DecisionTreeModel tree) {
            output.rows(TREE, tree(tree));
        }
    }

    /** Back from scaled columns to units of the data: a step of one unit, and a step of one deviation. */
    private Table coefficients(LinearClassifier linear) {
        Encoder encoder = fitted.encoder();
        TableBuilder builder = Table.builder(Schema.of(text("model"), text("class"), text("term"), real("estimate"), real("oddsRatio"),
                real("standardized"), real("standardizedOddsRatio"), real("deviation")));
        for (int output = 0; output < linear.outputs(); output++) {
            String name = data.rows().classes().get(linear.outputs() == 1 ? 1 : output);
            double[] weights = linear.coefficients(output);
            double intercept = linear.intercept(output);
            for (int j = 0; j < weights.length; j++) {
                intercept -= weights[j] * encoder.mean(j) / encoder.deviation(j);
            }
            builder.row(kind.id(), name, "(intercept)", intercept, odds(linear, intercept), linear.intercept(output),
                    odds(linear, linear.intercept(output)), null);
            for (int j = 0; j < weights.length; j++) {
                double estimate = weights[j] / encoder.deviation(j);
                builder.row(kind.id(), name, encoder.names().get(j), estimate, odds(linear, estimate), weights[j], odds(linear, weights[j]),
                        encoder.deviation(j));
            }
        }
        return builder.build();
    }

    private static Double odds(LinearClassifier linear, double estimate) {
        double ratio = Math.exp(estimate);
        return linear.logistic() && Double.isFinite(ratio) ? ratio : null;
    }

    private Table tree(DecisionTreeModel tree) {
        List<Column> columns = new ArrayList<>(List.of(text("model"), whole("node"), whole("parent"), whole("depth"), text("condition"),
                text("splitBy"), real("threshold"), whole("rows"), text("predicted"), text("rule")));
        data.rows().classes().forEach(name -> columns.add(real("p." + name)));
        TableBuilder builder = Table.builder(new Schema(columns));
        long[] rows = rows(tree);
        int[] parents = new int[tree.nodes()];
        int[] depths = new int[tree.nodes()];
        String[] conditions = new String[tree.nodes()];
        String[] rules = new String[tree.nodes()];
        parents[0] = -1;
        conditions[0] = "";
        rules[0] = "";
        for (int node = 0; node < tree.nodes(); node++) {
            boolean leaf = tree.column(node) < 0;
            if (!leaf) {
                String split = fitted.encoder().names().get(tree.column(node));
                for (int child : new int[] {tree.left(node), tree.right(node)}) {
                    parents[child] = node;
                    depths[child] = depths[node] + 1;
                    conditions[child] = condition(split, tree.threshold(node), child == tree.left(node));
                    rules[child] = rules[node].isEmpty() ? conditions[child] : rules[node] + " and " + conditions[child];
                }
            }
            List<Object> row = new ArrayList<>();
            row.add(kind.id());
            row.add((long) node);
            row.add(parents[node] < 0 ? null : (long) parents[node]);
            row.add((long) depths[node]);
            row.add(conditions[node]);
            row.add(leaf ? null : fitted.encoder().names().get(tree.column(node)));
            row.add(leaf ? null : tree.threshold(node));
            row.add(rows[node]);
            row.add(data.rows().classes().get(largest(tree, node)));
            row.add(leaf ? rules[node] : null);
            for (int label = 0; label < data.classes(); label++) {
                row.add(tree.share(node, label));
            }
            builder.row(row.toArray());
        }
        return builder.build();
    }

    /** A column of 0 and 1 for a level reads as "is" and "is not". */
    private String condition(String split, double threshold, boolean left) {
        int equals = split.indexOf('=');
        boolean level = equals > 0 && data.rows().features().schema().find(split).isEmpty();
        if (level) {
            String value = split.substring(equals + 1);
            return split.substring(0, equals) + (left ? " \u2260 " : " = ") + (value.isEmpty() ? "?" : value);
        }
        // The middle between two values has digits that nobody needs to read; the column of thresholds is exact.
        double shown = Math.abs(threshold) < 1e-300 || !Double.isFinite(threshold) ? threshold
                : new BigDecimal(threshold).round(new MathContext(6)).doubleValue();
        return split + (left ? " \u2264 " : " > ") + shown;
    }

    private int largest(DecisionTreeModel tree, int node) {
        int best = 0;
        for (int label = 1; label < data.classes(); label++) {
            best = tree.share(node, label) > tree.share(node, best) ? label : best;
        }
        return best;
    }

    /** How many training rows come by each node. */
    private long[] rows(DecisionTreeModel tree) {
        long[] rows = new long[tree.nodes()];
        int[] usable = data.usable();
        int block = 65_536;
        for (int from = 0; from < usable.length; from += block) {
            compute.checkCancelled();
            int[] some = Arrays.copyOfRange(usable, from, Math.min(usable.length, from + block));
            DesignMatrix matrix = fitted.encoder().encode(data.rows().features(), some, compute::checkCancelled);
            for (int i = 0; i < some.length; i++) {
                int node = 0;
                rows[node]++;
                while (tree.column(node) >= 0) {
                    node = matrix.column(tree.column(node))[i] <= tree.threshold(node) ? tree.left(node) : tree.right(node);
                    rows[node]++;
                }
            }
        }
        return rows;
    }

    private static Column text(String name) {
        return Column.of(name, ColumnType.TEXT);
    }

    private static Column real(String name) {
        return Column.of(name, ColumnType.REAL);
    }

    private static Column whole(String name) {
        return Column.of(name, ColumnType.INTEGER);
    }
}
