package org.orrery.learning.models;

import java.util.List;
import java.util.stream.IntStream;

import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitProgress;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.EncodingDemand;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.LabelInfo;
import org.tribuo.classification.baseline.DummyClassifierTrainer;
import org.tribuo.impl.ListExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Tribuo's dummy classifier: looks at no feature and predicts the most frequent class. The probabilities are the shares of
 * the classes in the training rows, so that its log-loss is the entropy that a better model takes away. Among classes that
 * are equally frequent the first is predicted. Class weights do not count: the baseline is what the data are.
 */
public final class MostFrequentTrainer implements ClassifierTrainer {
    private static final int POLL_ROWS = 1 << 14;

    @Override
    public ClassifierKind kind() {
        return ClassifierKind.MOST_FREQUENT;
    }

    @Override
    public EncodingDemand demand() {
        return EncodingDemand.PLAIN;
    }

    @Override
    public ClassifierModel fit(TrainingSet training, UnitCompute compute, UnitProgress progress) {
        LabelFactory labels = new LabelFactory();
        MutableDataset<Label> rows = new MutableDataset<>(new SimpleDataSourceProvenance("training rows", labels), labels);
        List<ListExample<Label>> examples = IntStream.range(0, training.classes())
                .mapToObj(MostFrequentTrainer::example).toList();
        for (int i = 0; i < training.labels().length; i++) {
            if (i % POLL_ROWS == 0) {
                compute.checkCancelled();
            }
            // The dummy only counts labels: one example per class, added once for each row, keeps memory small.
            rows.add(examples.get(training.labels()[i]));
        }
        Model<Label> model = DummyClassifierTrainer.createMostFrequentTrainer().train(rows);
        LabelInfo info = (LabelInfo) model.getOutputIDInfo();
        double[] shares = new double[training.classes()];
        for (int c = 0; c < shares.length; c++) {
            shares[c] = info.getLabelCount(Integer.toString(c)) / (double) training.labels().length;
        }
        return new ConstantModel(kind(), shares);
    }

    private static ListExample<Label> example(int label) {
        return new ListExample<>(new Label(Integer.toString(label)), new String[] {"row"}, new double[] {1});
    }
}
