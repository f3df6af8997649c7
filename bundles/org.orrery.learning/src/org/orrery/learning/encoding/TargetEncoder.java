package org.orrery.learning.encoding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.orrery.data.ColumnVector;
import org.orrery.data.TextVector;
import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;
import org.orrery.learning.onnx.OnnxGraph;

/**
 * The share of each class but the first among the training rows of a level, as if so many rows of the mean level had been there too (D.
 * Micci-Barreca, SIGKDD Explorations 3, 2001). Training rows themselves are encoded by the other folds of a division in five, or they would
 * know their own class. A missing value is a level; one that training did not know has the share of all rows.
 *
 * @param levels in the order of their text; the place after the last is that of a missing value
 * @param shares level by level the share of each class but the first: what is known of the others is known of it
 * @param overall of all training rows
 */
record TargetEncoder(Feature feature, List<String> levels, double[] shares, double[] overall) implements ColumnEncoder {
    private static final double PRIOR_ROWS = 10;
    private static final int FOLDS = 5;

    /** @param labels the class of each row of the table */
    static TargetEncoder fit(Feature feature, TextVector texts, int[] rows, int[] labels, int classes) {
        int width = classes - 1;
        List<String> levels = Arrays.stream(rows).filter(row -> texts.code(row) >= 0).mapToObj(texts::get).distinct().sorted().toList();
        int[] placeOf = places(levels, texts);
        Tally tally = new Tally(levels.size() + 1, width);
        for (int row : rows) {
            tally.add(place(texts, row, placeOf, levels.size()), labels[row]);
        }
        double[] shares = new double[(levels.size() + 1) * width];
        double[] overall = new double[width];
        Tally none = new Tally(levels.size() + 1, width);
        for (int k = 0; k < width; k++) {
            overall[k] = tally.totals[k] / Math.max(1, tally.total);
            for (int place = 0; place <= levels.size(); place++) {
                shares[place * width + k] = tally.shareWithout(none, place, k);
            }
        }
        return new TargetEncoder(feature, levels, shares, overall);
    }

    private static int[] places(List<String> levels, TextVector texts) {
        Map<String, Integer> places = new HashMap<>();
        levels.forEach(level -> places.put(level, places.size()));
        return texts.dictionary().stream().mapToInt(level -> places.getOrDefault(level, -1)).toArray();
    }

    private static int place(TextVector texts, int row, int[] placeOf, int missing) {
        return texts.code(row) < 0 ? missing : placeOf[texts.code(row)];
    }

    /** Neighbouring rows are often alike; a mixed number spreads them over folds the same way every time. */
    private static int fold(int index) {
        return (int) Math.floorMod((index * 0x9E3779B97F4A7C15L) >>> 32, (long) FOLDS);
    }

    private static final class Tally {
        private final int width;
        private final double[] rows;
        private final double[] hits;
        private final double[] totals;
        private double total;

        Tally(int places, int width) {
            this.width = width;
            this.rows = new double[places];
            this.hits = new double[places * width];
            this.totals = new double[width];
        }

        void add(int place, int label) {
            rows[place]++;
            total++;
            if (label > 0) {
                hits[place * width + label - 1]++;
                totals[label - 1]++;
            }
        }

        double shareWithout(Tally left, int place, int k) {
            double overall = (totals[k] - left.totals[k]) / Math.max(1, total - left.total);
            double own = hits[place * width + k] - left.hits[place * width + k];
            return (own + PRIOR_ROWS * overall) / (rows[place] - left.rows[place] + PRIOR_ROWS);
        }
    }

    private int width() {
        return overall.length;
    }

    @Override
    public List<String> names() {
        if (width() == 1) {
            return List.of(feature.name());
        }
        List<String> names = new ArrayList<>();
        for (int k = 0; k < width(); k++) {
            names.add(feature.name() + "=class " + (k + 2));
        }
        return names;
    }

    @Override
    public void encode(ColumnVector values, int[] rows, double[][] columns, int at) {
        TextVector texts = (TextVector) values;
        int[] placeOf = places(levels, texts);
        for (int i = 0; i < rows.length; i++) {
            int place = place(texts, rows[i], placeOf, levels.size());
            for (int k = 0; k < width(); k++) {
                columns[at + k][i] = place < 0 ? overall[k] : shares[place * width() + k];
            }
        }
    }

    /** The same for the rows that it was trained with, each by rows of other folds alone. */
    void encodeTraining(ColumnVector values, int[] rows, int[] labels, double[][] columns, int at) {
        TextVector texts = (TextVector) values;
        int[] placeOf = places(levels, texts);
        Tally tally = new Tally(levels.size() + 1, width());
        Tally[] folds = new Tally[FOLDS];
        Arrays.setAll(folds, fold -> new Tally(levels.size() + 1, width()));
        for (int i = 0; i < rows.length; i++) {
            int place = place(texts, rows[i], placeOf, levels.size());
            tally.add(place, labels[rows[i]]);
            folds[fold(i)].add(place, labels[rows[i]]);
        }
        for (int i = 0; i < rows.length; i++) {
            int place = place(texts, rows[i], placeOf, levels.size());
            for (int k = 0; k < width(); k++) {
                columns[at + k][i] = tally.shareWithout(folds[fold(i)], place, k);
            }
        }
    }

    @Override
    public String onnx(OnnxGraph graph, String values) {
        LevelTable table = new LevelTable(levels, width());
        for (int k = 0; k < width(); k++) {
            for (int place = 0; place <= levels.size(); place++) {
                table.set(place, k, shares[place * width() + k]);
            }
            table.set(table.unknown(), k, overall[k]);
        }
        return table.onnx(graph, values);
    }

    @Override
    public void write(ModelOutput out) throws IOException {
        out.writeTexts(levels);
        out.writeDoubles(shares);
        out.writeDoubles(overall);
    }

    static TargetEncoder read(Feature feature, ModelInput in) throws IOException {
        return new TargetEncoder(feature, in.readTexts(), in.readDoubles(), in.readDoubles());
    }
}
