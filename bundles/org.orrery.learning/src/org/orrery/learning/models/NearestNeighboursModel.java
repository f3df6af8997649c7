package org.orrery.learning.models;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.orrery.learning.ClassifierKind;
import org.orrery.learning.RowwiseClassifier;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.onnx.OnnxGraph;

/**
 * The training rows. Near distances in single precision tell which rows may be among the nearest of a query; those few are
 * measured exactly, so that the answer is that of double precision.
 */
public final class NearestNeighboursModel implements RowwiseClassifier {
    /** Queries worked on while a tile is in the cache: a multiple of those worked on at once. */
    private static final int BLOCK = 64;

    private final int classes;
    private final NearestNeighboursSettings settings;
    private final double[][] columns;
    private final int[] labels;
    private final double[] classWeights;
    private final NeighbourTiles tiles;

    /** @param classWeights how much a row of each class counts */
    NearestNeighboursModel(int classes, NearestNeighboursSettings settings, double[][] columns, int[] labels, double[] classWeights) {
        this.classes = classes;
        this.settings = settings;
        this.labels = labels;
        this.classWeights = classWeights;
        this.columns = settings.distance() == NeighbourDistance.COSINE ? normalised(columns, labels.length) : columns;
        this.tiles = new NeighbourTiles(this.columns, labels.length, settings.distance() == NeighbourDistance.MANHATTAN);
    }

    /** Rows of length 1, so that the squared distance is twice 1 minus the cosine; rows of length 0 stay. */
    private static double[][] normalised(double[][] columns, int rows) {
        double[][] result = new double[columns.length][rows];
        double[] row = new double[columns.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < row.length; j++) {
                row[j] = columns[j][i];
            }
            normalise(row);
            for (int j = 0; j < row.length; j++) {
                result[j][i] = row[j];
            }
        }
        return result;
    }

    private static void normalise(double[] row) {
        double sum = 0;
        for (double value : row) {
            sum += value * value;
        }
        double length = Math.sqrt(sum);
        for (int j = 0; length > 0 && j < row.length; j++) {
            row[j] /= length;
        }
    }

    /** Reads what {@link #write} has written. */
    public static NearestNeighboursModel read(ModelInput in) throws IOException {
        int classes = in.readInt();
        int neighbours = in.readInt();
        NeighbourDistance distance = value(NeighbourDistance.values(), in.readInt());
        NeighbourWeighting weighting = value(NeighbourWeighting.values(), in.readInt());
        int[] labels = in.readInts();
        double[] weights = in.readDoubles();
        if (classes < 1 || classes > in.available() || weights.length != labels.length || Arrays.stream(labels).anyMatch(label -> label < 0 || label >= classes)) {
            throw new IOException("The rows of nearest neighbours do not fit their " + classes + " classes");
        }
        double[] classWeights = new double[classes];
        for (int i = 0; i < labels.length; i++) {
            classWeights[labels[i]] = weights[i];
        }
        int width = in.readInt();
        double[][] columns = new double[width][];
        for (int j = 0; j < width; j++) {
            columns[j] = in.readDoubles();
        }
        return new NearestNeighboursModel(classes, new NearestNeighboursSettings(neighbours, distance, weighting), columns, labels, classWeights);
    }

    private static <T> T value(T[] values, int index) throws IOException {
        if (index < 0 || index >= values.length) {
            throw new IOException("Unknown setting of nearest neighbours: " + index);
        }
        return values[index];
    }

    @Override
    public ClassifierKind kind() {
        return ClassifierKind.K_NEAREST_NEIGHBOURS;
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public void fill(DesignMatrix rows, int first, int end, double[] all, Runnable poll) {
        int wanted = Math.min(settings.neighbours(), labels.length);
        for (int from = first; from < end; from += BLOCK) {
            block(rows, from, Math.min(BLOCK, end - from), wanted, all, poll);
        }
    }

    /** Some queries at once, so that each tile comes into the cache once for all of them. */
    private void block(DesignMatrix rows, int from, int count, int wanted, double[] all, Runnable poll) {
        double[][] exact = new double[count][columns.length];
        float[][] near = new float[BLOCK][(columns.length + 3) / 4 * 4];
        float[][] distances = new float[NeighbourTiles.QUERIES][NeighbourTiles.ROWS];
        float[][] tile = tiles.room();
        NearestRows[] nearest = new NearestRows[count];
        for (int q = 0; q < count; q++) {
            load(rows, from + q, exact[q], near[q]);
            nearest[q] = new NearestRows(wanted, tiles.slack(exact[q]));
        }
        for (int t = 0; t < tiles.count(); t++) {
            poll.run();
            tiles.load(t, tile);
            for (int q = 0; q < count; q += NeighbourTiles.QUERIES) {
                tiles.distances(t, tile, near, q, distances);
                for (int k = q; k < Math.min(count, q + NeighbourTiles.QUERIES); k++) {
                    nearest[k].look(distances[k - q], tiles.size(t), t * NeighbourTiles.ROWS);
                }
            }
        }
        for (int q = 0; q < count; q++) {
            poll.run();
            int[] candidates = tiles.slack(exact[q]) < Double.POSITIVE_INFINITY ? nearest[q].candidates() : allRows();
            vote(exact[q], candidates, wanted, all, (from + q) * classes);
        }
    }

    private int[] allRows() {
        int[] rows = new int[labels.length];
        Arrays.setAll(rows, i -> i);
        return rows;
    }

    private void load(DesignMatrix rows, int row, double[] exact, float[] near) {
        for (int j = 0; j < exact.length; j++) {
            exact[j] = rows.column(j)[row];
        }
        if (settings.distance() == NeighbourDistance.COSINE) {
            normalise(exact);
        }
        for (int j = 0; j < exact.length; j++) {
            near[j] = (float) -exact[j];
        }
    }

    private record Neighbour(int row, double distance) implements Comparable<Neighbour> {
        @Override
        public int compareTo(Neighbour other) {
            int byDistance = Double.compare(distance, other.distance);
            return byDistance != 0 ? byDistance : Integer.compare(row, other.row);
        }
    }

    private void vote(double[] query, int[] candidates, int wanted, double[] all, int at) {
        Neighbour[] neighbours = new Neighbour[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            neighbours[i] = new Neighbour(candidates[i], distance(query, candidates[i]));
        }
        Arrays.sort(neighbours);
        boolean same = settings.weighting() == NeighbourWeighting.DISTANCE && neighbours[0].distance() == 0;
        double sum = 0;
        for (int i = 0; i < wanted; i++) {
            Neighbour neighbour = neighbours[i];
            double weight = classWeights[labels[neighbour.row()]];
            if (settings.weighting() == NeighbourWeighting.DISTANCE) {
                weight *= same ? neighbour.distance() == 0 ? 1 : 0 : 1 / neighbour.distance();
            }
            all[at + labels[neighbour.row()]] += weight;
            sum += weight;
        }
        for (int c = 0; c < classes; c++) {
            all[at + c] = sum > 0 && Double.isFinite(sum) ? all[at + c] / sum : 1.0 / classes;
        }
    }

    private double distance(double[] query, int row) {
        double sum = 0;
        if (settings.distance() == NeighbourDistance.MANHATTAN) {
            for (int j = 0; j < query.length; j++) {
                sum += Math.abs(query[j] - columns[j][row]);
            }
            return sum;
        }
        for (int j = 0; j < query.length; j++) {
            double difference = query[j] - columns[j][row];
            sum += difference * difference;
        }
        return settings.distance() == NeighbourDistance.COSINE ? sum / 2 : Math.sqrt(sum);
    }

    @Override
    public String onnx(OnnxGraph graph, String queries) {
        int rows = labels.length;
        int width = columns.length;
        double[] flat = new double[rows * width];
        double[] votes = new double[rows * classes];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < width; j++) {
                flat[i * width + j] = columns[j][i];
            }
            votes[i * classes + labels[i]] = classWeights[labels[i]];
        }
        String training = graph.doubles(flat, rows, width);
        String own = graph.doubles(votes, rows, classes);
        String normalised = settings.distance() == NeighbourDistance.COSINE ? cosine(graph, queries) : queries;
        return graph.each(normalised, width, classes, (row, query) -> vote(row, distances(row, query, training), own));
    }

    private static String cosine(OnnxGraph graph, String queries) {
        String length = graph.node("Sqrt", graph.sum(graph.node("Mul", queries, queries)));
        return graph.node("Where", graph.node("Greater", length, graph.number(0)), graph.node("Div", queries, length), queries);
    }

    private String distances(OnnxGraph graph, String query, String training) {
        String difference = graph.node("Sub", query, training);
        if (settings.distance() == NeighbourDistance.MANHATTAN) {
            return graph.node("ReduceSum", Map.of("keepdims", 0L), graph.node("Abs", difference), graph.longs(1));
        }
        String sum = graph.node("ReduceSum", Map.of("keepdims", 0L), graph.node("Mul", difference, difference), graph.longs(1));
        return settings.distance() == NeighbourDistance.COSINE ? graph.node("Div", sum, graph.number(2)) : graph.node("Sqrt", sum);
    }

    /** As {@link #vote(double[], int[], int, double[], int)}. */
    private String vote(OnnxGraph graph, String distances, String votes) {
        int wanted = Math.min(settings.neighbours(), labels.length);
        List<String> nearest = graph.least(distances, wanted);
        String own = graph.node("Gather", votes, nearest.get(1));
        String factors;
        if (settings.weighting() == NeighbourWeighting.UNIFORM) {
            double[] ones = new double[wanted];
            Arrays.fill(ones, 1);
            factors = graph.doubles(ones, wanted);
        } else {
            String zero = graph.node("Equal", nearest.get(0), graph.number(0));
            String same = graph.node("Equal", graph.node("Gather", nearest.get(0), graph.longs(0)), graph.number(0));
            factors = graph.node("Where", same, graph.asDouble(zero), graph.node("Div", graph.number(1), nearest.get(0)));
        }
        String sums = graph.node("MatMul", factors, own);
        String sum = graph.node("ReduceSum", Map.of("keepdims", 1L), sums, graph.longs(0));
        return graph.node("Where", graph.node("Greater", sum, graph.number(0)), graph.node("Div", sums, sum), graph.number(1.0 / classes));
    }

    @Override
    public void write(ModelOutput out) throws IOException {
        out.writeInt(classes);
        out.writeInt(settings.neighbours());
        out.writeInt(settings.distance().ordinal());
        out.writeInt(settings.weighting().ordinal());
        out.writeInts(labels);
        // One for each row, as files have had it from the beginning.
        double[] weights = new double[labels.length];
        Arrays.setAll(weights, i -> classWeights[labels[i]]);
        out.writeDoubles(weights);
        out.writeInt(columns.length);
        for (double[] column : columns) {
            out.writeDoubles(Arrays.copyOf(column, labels.length));
        }
    }
}
