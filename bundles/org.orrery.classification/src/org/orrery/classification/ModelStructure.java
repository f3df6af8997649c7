package org.orrery.classification;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

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
import org.orrery.learning.encoding.PrincipalComponents;
import org.orrery.learning.explain.TreePath;
import org.orrery.learning.models.DecisionTreeModel;

/** What can be read off a model itself: the coefficients of a linear one, the nodes of a tree; of principal components when it sees those. */
final class ModelStructure {
    /** The names of the rows that it writes. */
    static final String COEFFICIENTS = "coefficients";
    static final String TREE = "tree";
    static final String COMPONENTS = "components";
    private static final int BLOCK = 65_536;

    private final ClassificationData data;
    private final ClassifierKind kind;
    private final FittedClassifier fitted;
    private final SeenModel seen;
    private final UnitCompute compute;

    ModelStructure(ClassificationData data, ClassifierKind kind, FittedClassifier fitted, UnitCompute compute) {
        this.data = data;
        this.kind = kind;
        this.fitted = fitted;
        this.seen = SeenModel.of(fitted);
        this.compute = compute;
    }

    void write(UnitOutput output) throws IOException {
        if (seen.model() instanceof LinearClassifier linear) {
            output.rows(COEFFICIENTS, coefficients(linear));
        }
        if (seen.model() instanceof DecisionTreeModel tree) {
            output.rows(TREE, tree(tree));
        }
        if (seen.components().isPresent() && (seen.model() instanceof LinearClassifier || seen.model() instanceof DecisionTreeModel)) {
            output.rows(COMPONENTS, components(seen.components().get()));
        }
    }

    /** What each component is made of: the weights of the scaled columns, the largest first. */
    private Table components(PrincipalComponents components) {
        TableBuilder builder = Table.builder(Schema.of(text("model"), text("component"), real("share"), text("column"), real("weight")));
        for (int k = 0; k < components.count(); k++) {
            double[] weights = components.weights(k);
            int own = k;
            IntStream.range(0, weights.length).boxed().sorted(Comparator.comparingDouble(j -> -Math.abs(weights[j]))).forEach(j -> builder
                    .row(kind.id(), seen.names().get(own), components.shares()[own], fitted.encoder().names().get(j), weights[j]));
        }
        return builder.build();
    }

    /** By how much a step of one deviation is larger than one of the model's own, for the columns it sees. */
    private double[] deviations(int width) {
        double[] deviations = new double[width];
        if (seen.components().isEmpty()) {
            Arrays.setAll(deviations, fitted.encoder()::deviation);
            return deviations;
        }
        // Components have a mean of 0.
        forEachBlock(matrix -> {
            for (int k = 0; k < width; k++) {
                for (int i = 0; i < matrix.rows(); i++) {
                    deviations[k] += matrix.column(k)[i] * matrix.column(k)[i] / data.usable().length;
                }
            }
        });
        Arrays.setAll(deviations, k -> Math.sqrt(deviations[k]));
        return deviations;
    }

    private void forEachBlock(Consumer<DesignMatrix> action) {
        int[] usable = data.usable();
        for (int from = 0; from < usable.length; from += BLOCK) {
            compute.checkCancelled();
            int[] some = Arrays.copyOfRange(usable, from, Math.min(usable.length, from + BLOCK));
            action.accept(seen.of(fitted.encoder().encode(data.rows().features(), some, compute::checkCancelled), compute::checkCancelled));
        }
    }

    /**
     * Back from scaled columns to units of the data: a step of one unit, and a step of one deviation. A component has no unit of the data: its own
     * step is that of the model.
     */
    private Table coefficients(LinearClassifier linear) {
        Encoder encoder = fitted.encoder();
        boolean projected = seen.components().isPresent();
        double[] deviations = deviations(linear.coefficients(0).length);
        TableBuilder builder = Table.builder(Schema.of(text("model"), text("class"), text("term"), real("estimate"), real("oddsRatio"),
                real("standardized"), real("standardizedOddsRatio"), real("deviation")));
        for (int output = 0; output < linear.outputs(); output++) {
            String name = data.rows().classes().get(linear.outputs() == 1 ? 1 : output);
            double[] weights = linear.coefficients(output);
            double intercept = linear.intercept(output);
            for (int j = 0; j < weights.length && !projected; j++) {
                intercept -= weights[j] * encoder.mean(j) / encoder.deviation(j);
            }
            builder.row(kind.id(), name, "(intercept)", intercept, odds(linear, intercept), linear.intercept(output),
                    odds(linear, linear.intercept(output)), null);
            for (int j = 0; j < weights.length; j++) {
                double estimate = projected ? weights[j] : weights[j] / deviations[j];
                double standardized = projected ? weights[j] * deviations[j] : weights[j];
                builder.row(kind.id(), name, seen.names().get(j), estimate, odds(linear, estimate), standardized, odds(linear, standardized),
                        deviations[j]);
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
                String split = seen.names().get(tree.column(node));
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
            row.add(leaf ? null : seen.names().get(tree.column(node)));
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

    private String condition(String split, double threshold, boolean left) {
        return TreePath.condition(split, split.indexOf('=') > 0 && data.rows().features().schema().find(split).isEmpty(), threshold, left);
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
        forEachBlock(matrix -> {
            for (int i = 0; i < matrix.rows(); i++) {
                int node = 0;
                rows[node]++;
                while (tree.column(node) >= 0) {
                    node = matrix.column(tree.column(node))[i] <= tree.threshold(node) ? tree.left(node) : tree.right(node);
                    rows[node]++;
                }
            }
        });
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
