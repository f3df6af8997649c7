package org.orrery.learning.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.orrery.data.ColumnVector;
import org.orrery.data.DoubleVector;
import org.orrery.data.Table;
import org.orrery.data.TextVector;
import org.orrery.learning.FittedClassifier;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.explain.Contributions;
import org.orrery.learning.file.ModelFile;

/**
 * For each row the features that moved its prediction most, with how much: away from the mean probability over training rows, of the
 * positive class of two, else of the class that is predicted. For one thread.
 */
final class Reasons {
    private final ModelFile model;
    private final int most;
    private final Runnable poll;
    private final Contributions contributions;

    Reasons(ModelFile model, int most, Runnable poll) {
        this.model = model;
        this.most = most;
        this.poll = poll;
        FittedClassifier fitted = model.classifier();
        this.contributions = new Contributions(fitted.model(), fitted.encoder().starts(), model.extras().background());
    }

    /** In turn the names of features and their contributions, the most telling first. */
    List<ColumnVector> of(Table features, int[] predicted) {
        FittedClassifier fitted = model.classifier();
        int count = predicted.length;
        int positive = fitted.classes().indexOf(model.positive());
        DesignMatrix rows = fitted.encoder().encode(features, IntStream.range(0, count).toArray(), poll);
        int[][] names = new int[most][count];
        double[][] values = new double[most][count];
        for (int row = 0; row < count; row++) {
            double[] own = contributions.of(rows, row, positive >= 0 ? positive : predicted[row], model.seed(), poll);
            int[] order = IntStream.range(0, own.length).boxed().sorted(Comparator.comparingDouble(feature -> -Math.abs(own[feature])))
                    .mapToInt(Integer::intValue).toArray();
            for (int rank = 0; rank < most; rank++) {
                names[rank][row] = order[rank];
                values[rank][row] = own[order[rank]];
            }
        }
        List<String> dictionary = fitted.encoder().features().stream().map(feature -> feature.name()).toList();
        List<ColumnVector> vectors = new ArrayList<>();
        for (int rank = 0; rank < most; rank++) {
            vectors.add(TextVector.of(names[rank], count, dictionary));
            vectors.add(DoubleVector.of(values[rank]));
        }
        return vectors;
    }
}
