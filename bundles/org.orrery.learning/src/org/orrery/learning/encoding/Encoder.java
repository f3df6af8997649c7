package org.orrery.learning.encoding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.orrery.data.ColumnVector;
import org.orrery.data.Table;
import org.orrery.data.TextVector;
import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.onnx.OnnxGraph;

/**
 * Turns columns into numbers as it learnt from the training rows: missing numbers are imputed, dates count days, truth values
 * are 0 and 1, text becomes one column per level, the frequency of its level,
 * or how likely classes are for its level. Immutable and thread-safe.
 */
public final class Encoder {
    /**
     * What is learnt from training rows, and their numbers, which are made on the way.
     *
     * @param encoder as {@link #fit} gives it
     * @param matrix as {@link #encodeTraining} gives it
     */
    public record Training(Encoder encoder, DesignMatrix matrix) {
    }

    private final List<Feature> features;
    private final List<ColumnEncoder> encoders;
    /** All columns that are made. */
    private final List<String> made;
    /** Where those of each feature begin among them, and last how many they are. */
    private final int[] madeStarts;
    private final List<String> names;
    private final Scale scale;
    private final int[] kept;

    private Encoder(List<Feature> features, List<ColumnEncoder> encoders, Scale scale) {
        this(features, encoders, scale, null);
    }

    /** @param kept the columns that a model gets, among all that are made, rising; null for all */
    private Encoder(List<Feature> features, List<ColumnEncoder> encoders, Scale scale, int[] kept) {
        this.features = List.copyOf(features);
        this.encoders = List.copyOf(encoders);
        this.made = new ArrayList<>();
        this.madeStarts = new int[encoders.size() + 1];
        for (int i = 0; i < encoders.size(); i++) {
            made.addAll(encoders.get(i).names());
            madeStarts[i + 1] = made.size();
        }
        this.kept = kept == null ? all(made.size()) : kept;
        List<String> own = new ArrayList<>();
        for (int column : this.kept) {
            own.add(made.get(column));
        }
        this.names = List.copyOf(own);
        this.scale = scale;
    }

    private static int[] all(int count) {
        int[] all = new int[count];
        for (int column = 0; column < count; column++) {
            all[column] = column;
        }
        return all;
    }

    /**
     * Learns from some rows of all columns of a table, without classes: many levels become their frequency.
     *
     * @param rows positions in the table
     * @param poll called at least every 100 ms; what it throws ends the work
     */
    public static Encoder fit(Table table, int[] rows, Encoding encoding, EncodingDemand demand, Runnable poll) {
        return fit(table, rows, new int[0], 0, encoding, demand, poll);
    }

    /**
     * Learns from some rows of all columns of a table.
     *
     * @param rows positions in the table
     * @param labels the class of each row of the table, from 0
     * @param classes how many classes there are; 0 for none
     * @param poll called at least every 100 ms; what it throws ends the work
     */
    public static Encoder fit(Table table, int[] rows, int[] labels, int classes, Encoding encoding, EncodingDemand demand, Runnable poll) {
        return training(table, rows, labels, classes, encoding, demand, poll).encoder();
    }

    /** The same with the numbers of those rows. */
    public static Training training(Table table, int[] rows, int[] labels, int classes, Encoding encoding, EncodingDemand demand, Runnable poll) {
        Encoder plain = plain(table, rows, labels, classes, encoding, demand, poll);
        double[][] columns = plain.columns(table, rows, poll);
        // As new rows will be encoded, not as those of training are.
        Scale scale = demand.scaled() ? Scale.of(new DesignMatrix(columns, rows.length, plain.names), poll) : Scale.NONE;
        double[][] own = plain.hasTargets() ? plain.trainingColumns(table, rows, labels, poll) : columns;
        int[] kept = null;
        if (!encoding.selection().isNone() && classes >= 2) {
            int[] ownLabels = Arrays.stream(rows).map(row -> labels[row]).toArray();
            kept = new ColumnFilter(encoding.selection(), plain.matrix(own, rows.length), ownLabels, classes, poll).kept();
        }
        Encoder encoder = new Encoder(plain.features, plain.encoders, scale, kept);
        scale.apply(own, poll);
        return new Training(encoder, encoder.matrix(own, rows.length));
    }

    private static Encoder plain(Table table, int[] rows, int[] labels, int classes, Encoding encoding, EncodingDemand demand, Runnable poll) {
        List<Feature> features = new ArrayList<>();
        List<ColumnEncoder> encoders = new ArrayList<>();
        for (int i = 0; i < table.schema().size(); i++) {
            poll.run();
            Feature feature = Feature.of(table.schema().columns().get(i));
            features.add(feature);
            encoders.add(table.column(i) instanceof TextVector texts ? text(feature, texts, rows, labels, classes, encoding, demand)
                    : NumberEncoder.fit(feature, table.column(i), rows, encoding));
        }
        return new Encoder(features, encoders, Scale.NONE);
    }

    private static ColumnEncoder text(Feature feature, TextVector texts, int[] rows, int[] labels, int classes, Encoding encoding,
            EncodingDemand demand) {
        int[] counts = counts(texts, rows);
        int missing = counts[counts.length - 1];
        Map<String, Double> shares = new TreeMap<>();
        for (int code = 0; code + 1 < counts.length; code++) {
            if (counts[code] > 0) {
                shares.put(texts.dictionary().get(code), counts[code] / (double) rows.length);
            }
        }
        if (shares.size() + (missing > 0 ? 1 : 0) > encoding.maxLevels()) {
            if (encoding.manyLevels() == TextEncoding.TARGET && classes > 1) {
                return TargetEncoder.fit(feature, texts, rows, labels, classes);
            }
            return new FrequencyEncoder(feature, Collections.unmodifiableMap(shares), missing / (double) rows.length);
        }
        return new LevelEncoder(feature, List.copyOf(shares.keySet()), missing > 0, demand.firstLevelDropped());
    }

    /** How many rows have each level, and last how many have none. */
    private static int[] counts(TextVector texts, int[] rows) {
        int[] counts = new int[texts.dictionary().size() + 1];
        int missing = counts.length - 1;
        for (int row : rows) {
            int code = texts.code(row);
            counts[code < 0 ? missing : code]++;
        }
        return counts;
    }

    /** The columns it needs, as they were in training. */
    public List<Feature> features() {
        return features;
    }

    /** The names of the columns it makes: of a feature, with {@code =} and the level for text, {@code =} alone for missing. */
    public List<String> names() {
        return names;
    }

    /** The levels of that feature that training rows had; empty for a feature that is no text. */
    public Set<String> levels(int feature) {
        return switch (encoders.get(feature)) {
            case NumberEncoder number -> Set.of();
            case LevelEncoder levels -> Set.copyOf(levels.levels());
            case FrequencyEncoder frequency -> frequency.shares().keySet();
            case TargetEncoder target -> Set.copyOf(target.levels());
        };
    }

    /** The position of the first column that each feature makes, and last the number of all columns. */
    public int[] starts() {
        int[] starts = new int[madeStarts.length];
        for (int i = 0; i < starts.length; i++) {
            int place = Arrays.binarySearch(kept, madeStarts[i]);
            starts[i] = place >= 0 ? place : -place - 1;
        }
        return starts;
    }

    /** The columns that are made and that the model does not get. */
    public List<String> leftOut() {
        return IntStream.range(0, made.size()).filter(column -> Arrays.binarySearch(kept, column) < 0).mapToObj(made::get).toList();
    }

    private DesignMatrix matrix(double[][] columns, int rows) {
        double[][] own = new double[kept.length][];
        for (int k = 0; k < kept.length; k++) {
            own[k] = columns[kept[k]];
        }
        return new DesignMatrix(own, rows, names);
    }

    private boolean hasTargets() {
        for (ColumnEncoder encoder : encoders) {
            if (encoder instanceof TargetEncoder) {
                return true;
            }
        }
        return false;
    }

    /** What is subtracted from that column before it is divided by {@link #deviation}; 0 when columns are not scaled. */
    public double mean(int column) {
        return scale.means().length == 0 ? 0 : scale.means()[kept[column]];
    }

    /** What that column is divided by; 1 when columns are not scaled. */
    public double deviation(int column) {
        return scale.deviations().length == 0 ? 1 : scale.deviations()[kept[column]];
    }

    /**
     * The numbers of some rows.
     *
     * @param table holds at least the features, each of the type it had in training
     * @param rows positions in the table
     * @param poll called at least every 100 ms; what it throws ends the work
     * @throws IllegalArgumentException when a feature is not there
     */
    public DesignMatrix encode(Table table, int[] rows, Runnable poll) {
        return scaled(columns(table, rows, poll), rows.length, poll);
    }

    private DesignMatrix scaled(double[][] columns, int rows, Runnable poll) {
        scale.apply(columns, poll);
        return matrix(columns, rows);
    }

    private double[][] columns(Table table, int[] rows, Runnable poll) {
        double[][] columns = new double[made.size()][rows.length];
        for (int i = 0; i < features.size(); i++) {
            poll.run();
            encoders.get(i).encode(table.column(features.get(i).name()), rows, columns, madeStarts[i]);
        }
        return columns;
    }

    /**
     * The numbers of the rows that this encoder was trained with. What would tell a row its own class is learnt from other rows.
     *
     * @param rows the same as in {@link #fit}
     * @param labels the class of each row of the table
     * @param poll called at least every 100 ms; what it throws ends the work
     */
    public DesignMatrix encodeTraining(Table table, int[] rows, int[] labels, Runnable poll) {
        return scaled(trainingColumns(table, rows, labels, poll), rows.length, poll);
    }

    private double[][] trainingColumns(Table table, int[] rows, int[] labels, Runnable poll) {
        double[][] columns = new double[made.size()][rows.length];
        for (int i = 0; i < features.size(); i++) {
            poll.run();
            ColumnVector values = table.column(features.get(i).name());
            if (encoders.get(i) instanceof TargetEncoder target) {
                target.encodeTraining(values, rows, labels, columns, madeStarts[i]);
            } else {
                encoders.get(i).encode(values, rows, columns, madeStarts[i]);
            }
        }
        return columns;
    }

    /**
     * What it does, in a graph of ONNX operators.
     *
     * @param inputs the value of each feature: a column of numbers or texts
     * @return the value of the columns that a model gets, row by row
     */
    public String onnx(OnnxGraph graph, List<String> inputs) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < encoders.size(); i++) {
            if (!encoders.get(i).names().isEmpty()) {
                values.add(encoders.get(i).onnx(graph, inputs.get(i)));
            }
        }
        // Columns that are all constant leave nothing.
        String columns = values.isEmpty() ? graph.rows(new double[0]) : graph.beside(values);
        if (kept.length < made.size()) {
            columns = graph.node("Gather", Map.of("axis", 1L), columns, graph.longs(Arrays.stream(kept).asLongStream().toArray()));
        }
        if (scale.means().length == 0) {
            return columns;
        }
        double[] means = IntStream.range(0, kept.length).mapToDouble(this::mean).toArray();
        double[] deviations = IntStream.range(0, kept.length).mapToDouble(this::deviation).toArray();
        return graph.node("Div", graph.node("Sub", columns, graph.doubles(means, 1, kept.length)), graph.doubles(deviations, 1, kept.length));
    }

    /** Writes everything that {@link #read} needs. */
    public void write(ModelOutput out) throws IOException {
        out.writeInt(features.size());
        for (int i = 0; i < features.size(); i++) {
            ColumnEncoder encoder = encoders.get(i);
            out.writeText(features.get(i).name());
            out.writeText(features.get(i).type().id());
            out.writeText(switch (encoder) {
                case NumberEncoder number -> "number";
                case LevelEncoder levels -> "levels";
                case FrequencyEncoder frequency -> "frequency";
                case TargetEncoder target -> "target";
            });
            encoder.write(out);
        }
        scale.write(out);
        out.writeInts(kept);
    }

    /** Reads what {@link #write} has written. */
    public static Encoder read(ModelInput in) throws IOException {
        List<Feature> features = new ArrayList<>();
        List<ColumnEncoder> encoders = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            Feature feature = new Feature(in.readText(), in.readColumnType());
            features.add(feature);
            String form = in.readText();
            encoders.add(switch (form) {
                case "number" -> NumberEncoder.read(feature, in);
                case "levels" -> LevelEncoder.read(feature, in);
                case "frequency" -> FrequencyEncoder.read(feature, in);
                case "target" -> TargetEncoder.read(feature, in);
                default -> throw new IOException("Unknown form of a feature: " + form);
            });
        }
        Scale scale = Scale.read(in);
        int[] kept = in.readInts();
        int all = 0;
        for (ColumnEncoder encoder : encoders) {
            all += encoder.names().size();
        }
        int made = all;
        if (Arrays.stream(kept).anyMatch(column -> column < 0 || column >= made)) {
            throw new IOException("A column that is kept is not made");
        }
        return new Encoder(features, encoders, scale, kept);
    }
}
