package org.orrery.classification;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.validation.Splits;

/** How frequent each class is, in all rows and in the parts that they are divided into. */
final class ClassProportions {
    private final SetAside aside;
    private final Splits splits;

    /** @param splits of the first repetition */
    ClassProportions(SetAside aside, Splits splits) {
        this.aside = aside;
        this.splits = splits;
    }

    ResultTable table() {
        ClassificationData all = aside.all();
        double[] shares = shares(all, IntStream.range(0, all.labels().length).toArray());
        double[][] train = new double[splits.count()][];
        double[][] test = new double[splits.count()][];
        for (int fold = 0; fold < splits.count(); fold++) {
            Splits.Split split = splits.split(fold);
            train[fold] = shares(aside.rest(), split.train());
            test[fold] = shares(aside.rest(), split.test());
        }
        double[] last = shares(all, aside.test());
        TableBuilder builder = Table.builder(Schema.of(ColumnLabels.text("class"), ColumnLabels.whole("rows"), ColumnLabels.real("share"),
                ColumnLabels.real("trainShare"), ColumnLabels.real("testShare"), ColumnLabels.real("smallestTestShare"),
                ColumnLabels.real("largestTestShare"), ColumnLabels.real("finalShare")));
        for (int label = 0; label < all.classes(); label++) {
            int own = label;
            double[] tested = IntStream.range(0, test.length).mapToDouble(fold -> test[fold][own]).sorted().toArray();
            builder.row(all.rows().classes().get(label), Math.round(shares[label] * all.labels().length), shares[label],
                    IntStream.range(0, train.length).mapToDouble(fold -> train[fold][own]).average().orElse(Double.NaN),
                    Arrays.stream(tested).average().orElse(Double.NaN), tested[0],
                    tested[tested.length - 1], aside.isEmpty() ? null : last[label]);
        }
        return new ColumnLabels().table("classes", Messages.ClassificationSummary_classes, builder.build());
    }

    private static double[] shares(ClassificationData data, int[] numbers) {
        double[] shares = new double[data.classes()];
        for (int number : numbers) {
            shares[data.labels()[number]] += 1.0 / numbers.length;
        }
        return shares;
    }
}
