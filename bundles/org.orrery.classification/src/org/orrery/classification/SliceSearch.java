package org.orrery.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.orrery.classification.SlicesOutcome.Slice;
import org.orrery.data.ColumnVector;
import org.orrery.data.Table;
import org.orrery.data.TextVector;
import org.orrery.math.StudentT;

/** Looks through all levels of texts and quarters of numbers for rows that a model predicts worse than others. */
final class SliceSearch {
    private static final int QUARTERS = 4;
    private static final int FEWEST_ROWS = 20;
    private static final double LEAST_SHARE = 0.01;
    private static final int MOST_LEVELS = 100;
    private static final int MOST_SLICES = 100;
    private static final double CLIP = 1e-15;

    private final ClassificationData data;
    private final StoredPredictions predictions;
    private final Runnable poll;
    private final boolean[] right;
    private final double[] losses;
    private long allRight;

    /** @param poll called at least every 100 ms; what it throws ends the work */
    SliceSearch(ClassificationData data, StoredPredictions predictions, Runnable poll) {
        this.data = data;
        this.predictions = predictions;
        this.poll = poll;
        this.right = new boolean[predictions.size()];
        this.losses = new double[predictions.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = predictions.actual()[i] == predictions.predicted()[i];
            allRight += right[i] ? 1 : 0;
            losses[i] = -Math.log(Math.max(CLIP, predictions.probabilities()[i * data.classes() + predictions.actual()[i]]));
        }
    }

    /** Those with a lower accuracy than elsewhere, the strongest evidence first; evidence is weighed against all that were looked at. */
    SlicesOutcome run(String model) {
        List<Slice> slices = new ArrayList<>();
        Table features = data.rows().features();
        for (int i = 0; i < features.schema().size(); i++) {
            poll.run();
            String name = features.schema().columns().get(i).name();
            if (features.column(i) instanceof TextVector texts) {
                levels(name, texts, slices);
            } else {
                quarters(name, features.column(i), slices);
            }
        }
        double[] adjusted = ComparisonTables.holm(slices.stream().mapToDouble(Slice::p).toArray());
        List<Slice> worse = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            Slice slice = slices.get(i);
            if (slice.accuracy() < slice.elsewhere()) {
                worse.add(new Slice(slice.feature(), slice.slice(), slice.rows(), slice.accuracy(), slice.elsewhere(), slice.logLoss(), slice.p(),
                        adjusted[i]));
            }
        }
        worse.sort(Comparator.comparingDouble(Slice::p).thenComparing(Slice::feature).thenComparing(Slice::slice));
        return new SlicesOutcome(model, adjusted.length, worse.stream().limit(MOST_SLICES).toList());
    }

    private void levels(String feature, TextVector texts, List<Slice> slices) {
        int levels = texts.dictionary().size();
        if (levels > MOST_LEVELS) {
            return;
        }
        Tally[] tallies = tallies(levels + 1);
        for (int i = 0; i < right.length; i++) {
            tallies[texts.code(data.positionOf(predictions.rows()[i])) + 1].add(right[i], losses[i]);
        }
        for (int code = -1; code < levels; code++) {
            add(feature, code < 0 ? Messages.SliceSearch_missing : texts.dictionary().get(code), tallies[code + 1], slices);
        }
    }

    private void quarters(String feature, ColumnVector values, List<Slice> slices) {
        double[] sorted = Arrays.stream(predictions.rows()).map(data::positionOf).mapToDouble(values::asDouble).filter(Double::isFinite).sorted().toArray();
        if (sorted.length < QUARTERS * FEWEST_ROWS) {
            return;
        }
        double[] ends = new double[QUARTERS - 1];
        Arrays.setAll(ends, q -> sorted[(int) ((long) (q + 1) * sorted.length / QUARTERS)]);
        Tally[] tallies = tallies(QUARTERS + 1);
        for (int i = 0; i < right.length; i++) {
            double value = values.asDouble(data.positionOf(predictions.rows()[i]));
            int place = 0;
            while (place < ends.length && value >= ends[place]) {
                place++;
            }
            tallies[Double.isFinite(value) ? place : QUARTERS].add(right[i], losses[i]);
        }
        for (int q = 0; q < QUARTERS; q++) {
            String name = q == 0 ? "< " + ends[0] : q == QUARTERS - 1 ? "\u2265 " + ends[q - 1] : "\u2265 " + ends[q - 1] + ", < " + ends[q];
            add(feature, name, tallies[q], slices);
        }
        add(feature, Messages.SliceSearch_missing, tallies[QUARTERS], slices);
    }

    private void add(String feature, String name, Tally tally, List<Slice> slices) {
        long others = right.length - tally.rows;
        if (tally.rows < Math.max(FEWEST_ROWS, LEAST_SHARE * right.length) || others < FEWEST_ROWS) {
            return;
        }
        double own = (double) tally.right / tally.rows;
        double elsewhere = (double) (allRight - tally.right) / others;
        double p = p(own, elsewhere, tally.rows, others);
        slices.add(new Slice(feature, name, tally.rows, own, elsewhere, tally.loss / tally.rows, p, p));
    }

    /** The pooled test of two proportions. */
    private double p(double own, double elsewhere, long rows, long others) {
        double pooled = (double) allRight / right.length;
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / rows + 1.0 / others));
        // With so many degrees of freedom Student's distribution is the normal one.
        return error == 0 ? 1 : StudentT.twoSided((own - elsewhere) / error, 1e9);
    }

    private static Tally[] tallies(int count) {
        Tally[] tallies = new Tally[count];
        Arrays.setAll(tallies, i -> new Tally());
        return tallies;
    }

    private static final class Tally {
        private long rows;
        private long right;
        private double loss;

        void add(boolean isRight, double own) {
            rows++;
            right += isRight ? 1 : 0;
            loss += own;
        }
    }
}
